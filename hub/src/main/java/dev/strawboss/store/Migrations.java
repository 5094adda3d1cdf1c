package dev.strawboss.store;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;

/// Brings a database to the schema of this version, one numbered file after another, each in a
/// transaction of its own together with its number (`pragma user_version`).
final class Migrations {
    static final int NEWEST = 4;

    private Migrations() {}

    static void apply(Handle handle, Path file) {
        int version = handle.createQuery("pragma user_version").mapTo(Integer.class).one();
        if (version > NEWEST) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The store "
                            + file
                            + " was written by a newer Strawboss (schema "
                            + version
                            + ", this one knows "
                            + NEWEST
                            + ").",
                    "Start the newer version, or set STRAWBOSS_HOME to another directory.");
        }
        for (int next = version + 1; next <= NEWEST; next++) {
            handle.execute("begin immediate");
            handle.createScript(sql(next)).execute();
            handle.execute("pragma user_version = " + next);
            handle.execute("commit");
        }
    }

    private static String sql(int number) {
        String name = "%04d.sql".formatted(number);
        try (InputStream in = Migrations.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("migration " + name + " is missing from the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
