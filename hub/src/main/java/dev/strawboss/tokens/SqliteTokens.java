package dev.strawboss.tokens;

import dev.strawboss.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The tokens that are kept.
final class SqliteTokens {
    private final Database database;

    SqliteTokens(Database database) {
        this.database = database;
    }

    static final class Row {
        private final Token token;
        private final byte[] digest;

        Row(Token token, byte[] digest) {
            this.token = token;
            this.digest = digest;
        }

        Token token() {
            return token;
        }

        byte[] digest() {
            return digest;
        }
    }

    List<Row> all() {
        return database.read(handle ->
                handle.createQuery(
                                "select name, digest, created_at, used_at from tokens order by name")
                        .map((rows, _) -> row(rows))
                        .list());
    }

    /// @return whether the name was free
    boolean add(String name, byte[] digest, Instant created) {
        return database.write(handle ->
                handle.createUpdate(
                                        """
                                        insert into tokens (name, digest, created_at)
                                        values (:name, :digest, :created) on conflict (name) do nothing
                                        """)
                                .bind("name", name)
                                .bind("digest", digest)
                                .bind("created", created.toEpochMilli())
                                .execute()
                        == 1);
    }

    /// @return whether there was one
    boolean remove(String name) {
        return database.write(handle ->
                handle.createUpdate("delete from tokens where name = ?").bind(0, name).execute()
                        == 1);
    }

    /// Nobody waits for it.
    void used(String name, Instant at) {
        var _ =
                database.submit(handle ->
                        handle.createUpdate("update tokens set used_at = ? where name = ?")
                                .bind(0, at.toEpochMilli())
                                .bind(1, name)
                                .execute());
    }

    private static Row row(ResultSet rows) throws SQLException {
        long used = rows.getLong("used_at");
        Optional<Instant> at =
                rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(used));
        Instant created = Instant.ofEpochMilli(rows.getLong("created_at"));
        return new Row(new Token(rows.getString("name"), created, at), rows.getBytes("digest"));
    }
}
