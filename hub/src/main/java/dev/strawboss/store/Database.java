package dev.strawboss.store;

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
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlStatements;

/// One SQLite file in WAL mode. A write is durable when its future completes: the writer commits
/// with `synchronous=FULL` (fdatasync of the log) first.
public final class Database implements AutoCloseable {
    private static final int READERS = 4;

    private final Path file;
    private final Jdbi jdbi;
    private final Writer writer;
    private final Checkpoints checkpoints;
    private final BlockingQueue<Handle> readers = new ArrayBlockingQueue<>(READERS);

    private Database(Path file, Migrations migrations) {
        this.file = file;
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
        write.setStatementBuilder(new KeptStatements());
        for (int i = 0; i < READERS; i++) {
            Handle reader = jdbi.open();
            reader.execute("pragma query_only = true");
            reader.setStatementBuilder(new KeptStatements());
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
            LogHeader.check(file);
            return new Database(file, migrations);
        } catch (RuntimeException e) {
            if (e instanceof StrawbossException) {
                throw e;
            }
            throw Trouble.of("opened", file, e);
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

    /// Reads what is committed, all of it as it stood at one moment: a job's row and its events
    /// agree, whatever is committed meanwhile. WAL readers never wait for the writer. An interrupt
    /// shows afterwards, as with a write: what follows from something durable must not be left
    /// undone because its caller has gone.
    public <T> T read(Function<Handle, T> query) {
        Handle reader = reader();
        try {
            return reader.inTransaction(query::apply);
        } catch (JdbiException e) {
            throw Trouble.told("read", file, e);
        } finally {
            readers.add(reader);
        }
    }

    private Handle reader() {
        boolean interrupted = false;
        while (true) {
            try {
                Handle reader = readers.take();
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
                return reader;
            } catch (InterruptedException e) {
                interrupted = true;
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

    static Properties pragmas() {
        Properties pragmas = new Properties();
        pragmas.setProperty("journal_mode", "WAL");
        pragmas.setProperty("synchronous", "FULL");
        pragmas.setProperty("foreign_keys", "true");
        pragmas.setProperty("busy_timeout", "10000");
        pragmas.setProperty("cache_size", "-4096");
        pragmas.setProperty("mmap_size", "0");
        // else each insert leaves a query of its own open until it is closed
        pragmas.setProperty("jdbc.get_generated_keys", "false");
        return pragmas;
    }
}
