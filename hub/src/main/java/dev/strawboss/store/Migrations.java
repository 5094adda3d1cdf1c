package dev.strawboss.store;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a database to the schema of this version, one numbered file after another, each in a
/// transaction of its own together with its number (`pragma user_version`). Of a store that holds
/// something a copy is kept first.
final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

    /// How many numbers in a row may be missing: branches that grow at the same time take their
    /// numbers beforehand.
    private static final int GAP = 16;

    private final SortedMap<Integer, String> files;

    Migrations(SortedMap<Integer, String> files) {
        this.files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /// Those of this version: `0001.sql` and on, beside this class.
    static Migrations ofThisVersion() {
        SortedMap<Integer, String> files = new TreeMap<>();
        for (int number = 1, missing = 0; missing < GAP; number++) {
            String name = "%04d.sql".formatted(number);
            try (InputStream in = Migrations.class.getResourceAsStream(name)) {
                if (in == null) {
                    missing++;
                } else {
                    missing = 0;
                    files.put(number, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Migrations(files);
    }

    SortedMap<Integer, String> files() {
        return files;
    }

    int newest() {
        return files.lastKey();
    }

    void apply(Handle handle, Path file) {
        int version = version(handle);
        if (version > newest()) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The store "
                            + file
                            + " was written by a newer Strawboss (schema "
                            + version
                            + ", this one knows "
                            + newest()
                            + ").",
                    "Start the newer version, or set STRAWBOSS_HOME to another directory.");
        }
        if (version == newest()) {
            return;
        }
        if (version > 0) {
            keepCopy(handle, file, version);
        }
        for (int next : files.tailMap(version + 1).keySet()) {
            apply(handle, file, next);
        }
    }

    static int version(Handle handle) {
        return handle.createQuery("pragma user_version").mapTo(Integer.class).one();
    }

    private static void keepCopy(Handle handle, Path file, int version) {
        Path copy;
        try {
            copy = Copies.beforeMigration(handle, file, version);
        } catch (IOException | RuntimeException e) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The store "
                            + file
                            + " (schema "
                            + version
                            + ") is older than this Strawboss, and the copy that is kept of it"
                            + " before it is changed could not be made: "
                            + Writer.innermost(e)
                            + ". It is as it was.",
                    "Free as much disk space as the store takes, then: strawboss hub start",
                    e);
        }
        LOG.atInfo()
                .addKeyValue("schema", version)
                .addKeyValue("copy", copy)
                .log("the store is brought to a newer schema; a copy is kept");
    }

    private void apply(Handle handle, Path file, int number) {
        try (Statement statement = handle.getConnection().createStatement()) {
            // a table that is made anew is dropped first, with rows that refer to it; what SQLite
            // defers of that it never takes back
            statement.execute("pragma foreign_keys = off");
            statement.execute("begin immediate");
            try {
                // plain JDBC: it takes a file whole, triggers with their own semicolons too
                statement.executeUpdate(files.get(number));
                statement.execute("pragma user_version = " + number);
                checkForeignKeys(statement);
                CrashPoint.MIGRATION_RUN.pass();
                statement.execute("commit");
            } catch (SQLException e) {
                rollback(statement);
                throw e;
            }
            statement.execute("pragma foreign_keys = on");
            CrashPoint.MIGRATION_COMMITTED.pass();
        } catch (SQLException e) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The store "
                            + file
                            + " could not be brought to schema "
                            + number
                            + ": "
                            + Writer.innermost(e)
                            + ". It is whole, with schema "
                            + version(handle)
                            + ".",
                    "Free disk space, then: strawboss hub start",
                    e);
        }
    }

    private static void checkForeignKeys(Statement statement) throws SQLException {
        try (ResultSet violations = statement.executeQuery("pragma foreign_key_check")) {
            if (violations.next()) {
                throw new SQLException(
                        "a row of "
                                + violations.getString(1)
                                + " refers to one of "
                                + violations.getString(3)
                                + " that is not there");
            }
        }
    }

    private static void rollback(Statement statement) {
        try {
            statement.execute("rollback");
        } catch (SQLException ended) {
            // a full disk ends the transaction by itself
            LOG.atDebug().setCause(ended).log("rollback");
        }
    }
}
