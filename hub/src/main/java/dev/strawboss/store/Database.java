package dev.strawboss.store;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/// One SQLite file in WAL mode. A write is durable when its future completes: the writer commits
/// with `synchronous=FULL` (fdatasync of the log) first.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final Jdbi jdbi;
    private final Writer writer;
    private final Checkpoints checkpoints;
    private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);

    private Database(Path file, Migrations migrations) {
        jdbi = Jdbi.create("jdbc:sqlite:" + file, pragmas());
        jdbi.getConfig(SqlStatements.class).setUnusedBindingAllowed(false);
        Handle write = jdbi.open();
        try {
            migrations.apply(write, file);
        } catch (RuntimeException | Error e) {
            write.close();
            throw e;
        }
        write.execute("pragma wal_autocheckpoint = 0");
        for (int i = 0; i < READERS; i++) {
            Handle reader = jdbi.open();
            reader.execute("pragma query_only = true");
            readers.add(reader);
        }
        writer = new Writer(write, file);
        checkpoints = new Checkpoints(jdbi.open());
    }

    /// Opens the file, creates it or brings it to this version's schema.
    ///
    /// @throws StrawbossException [ErrorCode#STORE] if it cannot be used
    public static Database open(Path file) {
        return open(file, Migrations.ofThisVersion());
    }

    static Database open(Path file, Migrations migrations) {
        try {
            return new Database(file, migrations);
        } catch (RuntimeException e) {
            if (e instanceof StrawbossException) {
                throw e;
            }
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The store " + file + " cannot be opened: " + Writer.innermost(e) + ".",
                    "Look at the file's owner and the free disk space.",
                    e);
        }
    }

    /// Runs `unit` in the writer's next transaction, in a savepoint of its own: if it throws,
    /// nothing of it is kept and the future fails with what it threw; its neighbours are not
    /// touched.
    public <T> CompletableFuture<T> submit(Function<Handle, T> unit) {
        CompletableFuture<T> durable = writer.submit(unit);
        checkpoints.wrote();
        return durable;
    }

    /// The same, and waits until it is durable. An interrupt does not end the wait (it shows
    /// afterwards): the unit is written all the same, and its caller has to know.
    public <T> T write(Function<Handle, T> unit) {
        try {
            return submit(unit).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Reads what is committed. WAL readers never wait for the writer.
    public <T> T read(Function<Handle, T> query) {
        Handle reader = null;
        try {
            reader = readers.take();
            return query.apply(reader);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StrawbossException(
                    ErrorCode.INTERNAL, "Interrupted while reading the store.", "Try again.", e);
        } finally {
            if (reader != null) {
                readers.add(reader);
            }
        }
    }

    /// Writes what was submitted, then closes. Nothing may be submitted afterwards.
    @Override
    public void close() {
        writer.close();
        checkpoints.close();
        readers.forEach(Handle::close);
    }

    private static Properties pragmas() {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("busy_timeout", "10000");
        pragmas.setProperty("cache_size", "-4096");
        pragmas.setProperty("mmap_size", "0");
        return pragmas;
    }
}
