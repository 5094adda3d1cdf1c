package dev.strawboss.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// Stores as earlier versions left them, kept as SQL text: `store-NNNN.sql` among the resources.
public final class GoldenStore {
    private static final String ORDINARY =
            """
            select name from pragma_table_list t
            where schema = 'main' and type = 'table' and name not like 'sqlite\\_%' escape '\\'
            order by (select rowid from sqlite_master m where m.name = t.name and m.type = 'table')
            """;
    private static final String SCHEMA =
            """
            select sql from sqlite_master m
            where sql is not null and name not like 'sqlite\\_%' escape '\\' and not exists
                (select 1 from pragma_table_list t where t.name = m.name and t.type = 'shadow')
            order by type = 'trigger', rowid
            """;

    private GoldenStore() {}

    /// The schema this version makes.
    public static int newest() {
        return Migrations.ofThisVersion().newest();
    }

    public static boolean exists(int schema) {
        return GoldenStore.class.getResource(name(schema)) != null;
    }

    /// The schemas of which there is one.
    public static List<Integer> schemas() {
        return IntStream.rangeClosed(1, newest()).filter(GoldenStore::exists).boxed().toList();
    }

    /// Makes the store of an earlier version anew.
    public static void load(int schema, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var in = GoldenStore.class.getResourceAsStream(name(schema));
                Handle handle = Jdbi.open("jdbc:sqlite:" + file);
                Statement statement = handle.getConnection().createStatement()) {
            statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (SQLException e) {
            throw new IllegalStateException(name(schema), e);
        }
    }

    /// A store as SQL text. What triggers and virtual tables derive is derived again by loading it.
    public static String dump(Path file) {
        StringBuilder text = new StringBuilder();
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + file)) {
            text.append("pragma foreign_keys = off;\nbegin;\n");
            for (String sql : handle.createQuery(SCHEMA).mapTo(String.class).list()) {
                text.append(sql).append(";\n");
            }
            for (String table : handle.createQuery(ORDINARY).mapTo(String.class).list()) {
                text.append("delete from ").append(table).append(";\n");
                rows(handle, table).forEach(row -> text.append(row).append('\n'));
            }
            text.append("pragma user_version = ").append(Migrations.version(handle));
            text.append(";\ncommit;\n");
        }
        return text.toString();
    }

    private static List<String> rows(Handle handle, String table) {
        List<String> columns =
                handle.createQuery("select name from pragma_table_info(?)")
                        .bind(0, table)
                        .mapTo(String.class)
                        .list();
        String values =
                String.join(
                        " || ', ' || ",
                        columns.stream().map(column -> "quote(\"" + column + "\")").toList());
        String insert = "insert into " + table + " (" + String.join(", ", columns) + ") values (";
        return handle
                .createQuery("select " + values + " from " + table)
                .mapTo(String.class)
                .stream()
                .map(row -> insert + row + ");")
                .toList();
    }

    private static String name(int schema) {
        return "/golden/store-%04d.sql".formatted(schema);
    }
}
