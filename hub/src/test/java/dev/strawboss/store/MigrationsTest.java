package dev.strawboss.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.launcher.TestJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a newer version does to an older store, and what becomes of it if that goes wrong.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MigrationsTest {
    private static final String FIRST =
            """
            create table things (name text not null) strict;
            create table log (text text not null) strict;
            create trigger things_told after insert on things begin
                insert into log values (new.name);
                insert into log values ('; ' || new.name);
            end;
            """;
    private static final String SECOND = "alter table things add column size integer;\n";

    @TempDir Path directory;

    @Test
    void theNumbersOfTheFilesInTheJarHaveNoGap() {
        List<Integer> numbers = List.copyOf(Migrations.ofThisVersion().files().keySet());
        List<Integer> counted = new ArrayList<>();
        for (int number = 1; number <= numbers.getLast(); number++) {
            counted.add(number);
        }
        assertThat(numbers).isEqualTo(counted);
    }

    @Test
    void aNewStoreIsMadeWithoutACopy() throws Exception {
        open(FIRST, SECOND).close();
        assertThat(version()).isEqualTo(2);
        assertThat(directory.toFile().list()).containsExactly("strawboss.db");
    }

    @Test
    void anOlderStoreIsCopiedAndThenMigrated() throws Exception {
        withOneThing();
        try (Database database = open(FIRST, SECOND)) {
            assertThat(database.<Integer>read(handle -> count(handle, "size is null")))
                    .isEqualTo(1);
        }
        Path copy = directory.resolve("strawboss.db.schema-1");
        assertThat(Files.getPosixFilePermissions(copy))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + copy)) {
            assertThat(Migrations.version(handle)).isEqualTo(1);
            assertThat(count(handle, "name = 'kept'")).isEqualTo(1);
        }
    }

    @Test
    void theLastTwoCopiesAreKept() throws Exception {
        List<String> files = new ArrayList<>(List.of(FIRST));
        withOneThing();
        for (int number = 2; number <= 12; number++) {
            files.add("alter table things add column c%d integer;".formatted(number));
            open(files.toArray(String[]::new)).close();
        }
        assertThat(directory.toFile().list())
                .containsExactlyInAnyOrder(
                        "strawboss.db", "strawboss.db.schema-10", "strawboss.db.schema-11");
    }

    @Test
    void aStatementThatFailsInTheMiddleLeavesTheOldSchemaAndTheNextStartDoesIt() throws Exception {
        withOneThing();
        failsAndKeepsTheOldSchema(
                SECOND
                        + "insert into things (name) values ('half'); insert into nowhere values (1);",
                "no such table: nowhere");
    }

    @Test
    void aDiskThatFillsInTheMiddleLeavesTheOldSchemaAndTheNextStartDoesIt() throws Exception {
        withOneThing();
        failsAndKeepsTheOldSchema(
                "pragma max_page_count = 50;" + SECOND + ENDLESS, "database or disk is full");
    }

    @Test
    void aTableThatOthersReferToCanBeMadeAnewButNotWithoutItsRows() throws Exception {
        String first =
                """
                create table things (number integer primary key, name text);
                create table parts (thing integer references things (number));
                insert into things values (7, 'kept');
                insert into parts values (7);
                """;
        String anew =
                """
                create table things_2 (number integer primary key, name text, size integer);
                insert into things_2 select number, name, 0 from things %s;
                drop table things;
                alter table things_2 rename to things;
                """;
        open(first).close();
        assertThatThrownBy(() -> open(first, anew.formatted("where false")))
                .hasMessageContaining("a row of parts refers to one of things that is not there")
                .hasMessageContaining("It is whole, with schema 1.");
        try (Database database = open(first, anew.formatted(""))) {
            assertThat(database.<Integer>read(handle -> count(handle, "size = 0"))).isEqualTo(1);
            assertThatThrownBy(() ->
                            database.write(
                                    handle -> handle.execute("insert into parts values (8)")))
                    .hasMessageContaining("FOREIGN KEY");
        }
    }

    @Test
    void aStoreOfWhichNoCopyCanBeMadeIsNotMigrated() throws Exception {
        withOneThing();
        Files.createDirectories(directory.resolve("strawboss.db.schema-1.tmp/in-the-way"));
        assertThatThrownBy(() -> open(FIRST, SECOND))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("strawboss hub start"))
                .hasMessageContaining("strawboss.db (schema 1) is older than this Strawboss")
                .hasMessageContaining("It is as it was.");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void aDeathInTheMiddleLeavesTheOldSchemaAndTheNextStartDoesIt() throws Exception {
        withOneThing();
        Process child =
                new ProcessBuilder(
                                TestJvm.java("-Xmx256m", Dying.class.getName(), file().toString()))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("child.out").toFile())
                        .start();
        try {
            Path log = directory.resolve("strawboss.db-wal");
            while (!Files.exists(log) || Files.size(log) < 1 << 20) {
                assertThat(child.isAlive()).as(() -> said()).isTrue();
                Thread.sleep(5);
            }
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(version()).isEqualTo(1);
        try (Database database = open(FIRST, SECOND)) {
            assertThat(database.<Integer>read(handle -> count(handle, "size is null")))
                    .isEqualTo(1);
        }
    }

    @Test
    void aStoreOfANewerVersionIsNotTouched() throws Exception {
        withOneThing();
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + file())) {
            handle.execute("pragma user_version = 7");
        }
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(() -> open(FIRST, SECOND))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("Start the newer version"))
                .hasMessageContaining("newer Strawboss (schema 7, this one knows 2)");
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(directory.toFile().list()).containsExactly("strawboss.db");
    }

    private static final String ENDLESS =
            """
            create table filled (with_what text not null) strict;
            insert into filled
            with recursive numbers (n) as (select 1 union all select n + 1 from numbers)
            select hex(randomblob(2000)) from numbers;
            """;

    /// Migrates for ever, to be killed.
    static final class Dying {
        private Dying() {}

        public static void main(String[] file) {
            Database.open(Path.of(file[0]), migrations(FIRST, SECOND + ENDLESS)).close();
        }
    }

    private void failsAndKeepsTheOldSchema(String second, String why) {
        assertThatThrownBy(() -> open(FIRST, second))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("strawboss.db could not be brought to schema 2")
                .hasMessageContaining(why)
                .hasMessageContaining("It is whole, with schema 1.");
        assertThat(version()).isEqualTo(1);
        try (Database database = open(FIRST, SECOND)) {
            assertThat(database.<Integer>read(handle -> count(handle, "size is null")))
                    .isEqualTo(1);
        }
        assertThat(version()).isEqualTo(2);
    }

    private void withOneThing() {
        try (Database database = open(FIRST)) {
            database.write(handle -> handle.execute("insert into things values ('kept')"));
            assertThat(
                            database.<Integer>read(handle ->
                                    handle.createQuery("select count(*) from log")
                                            .mapTo(Integer.class)
                                            .one()))
                    .isEqualTo(2);
        }
    }

    private Path file() {
        return directory.resolve("strawboss.db");
    }

    private Database open(String... files) {
        return Database.open(file(), migrations(files));
    }

    private static Migrations migrations(String... files) {
        SortedMap<Integer, String> numbered = new TreeMap<>();
        for (String file : files) {
            numbered.put(numbered.size() + 1, file);
        }
        return new Migrations(numbered);
    }

    private int version() {
        try (Handle handle = Jdbi.open("jdbc:sqlite:" + file())) {
            return Migrations.version(handle);
        }
    }

    private static int count(Handle handle, String where) {
        return handle.createQuery("select count(*) from things where " + where)
                .mapTo(Integer.class)
                .one();
    }

    private String said() {
        try {
            return Files.readString(directory.resolve("child.out"));
        } catch (java.io.IOException e) {
            return e.toString();
        }
    }
}
