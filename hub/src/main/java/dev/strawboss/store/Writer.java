package dev.strawboss.store;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Group commit. One platform thread owns the write connection: it takes everything that waits,
/// runs each unit in a savepoint, commits once, and only then completes the futures. With 64
/// callers that gives 8 times the accepts of a lock (facts: build-and-startup, section C), and no
/// virtual thread ever waits inside SQLite.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int BATCH = 256;

    private final Handle handle;
    private final Path file;
    private final BlockingQueue<Unit<?>> waiting = new LinkedBlockingQueue<>(16 * BATCH);
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean over;

    Writer(Handle handle, Path file) {
        this.handle = handle;
        this.file = file;
        thread = Threads.platform("store-writer", this::loop);
    }

    <T> CompletableFuture<T> submit(Function<Handle, T> work) {
        Unit<T> unit = new Unit<>(work);
        if (closed) {
            unit.fail(closing());
            return unit.durable;
        }
        boolean interrupted = false;
        while (!put(unit)) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (over) {
            failTheRest(); // the thread may have looked before this one was put
        }
        return unit.durable;
    }

    /// Whether it was put; false when the caller was interrupted instead.
    private boolean put(Unit<?> unit) {
        try {
            waiting.put(unit);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void failTheRest() {
        for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
            late.fail(closing());
        }
    }

    private void loop() {
        List<Unit<?>> batch = new ArrayList<>(BATCH);
        try (handle) {
            while (take(batch)) {
                commit(batch);
                batch.clear();
            }
        } catch (Error e) {
            batch.forEach(unit -> unit.fail(e)); // nobody else would ever tell them
            throw e;
        } finally {
            over = true;
            failTheRest();
        }
    }

    /// Waits for work. False when closed and nothing is left.
    private boolean take(List<Unit<?>> batch) {
        try {
            Unit<?> first = closed ? waiting.poll() : waiting.take();
            if (first == null) {
                return false;
            }
            batch.add(first);
        } catch (InterruptedException e) {
            // close() interrupts: what was accepted is still written
            return take(batch);
        }
        waiting.drainTo(batch, BATCH - 1);
        return true;
    }

    private void commit(List<Unit<?>> batch) {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute("begin immediate");
            for (Unit<?> unit : batch) {
                run(unit, statement);
            }
            CrashPoint.BATCH_RUN.pass();
            statement.execute("commit");
            CrashPoint.BATCH_COMMITTED.pass();
            batch.forEach(Unit::committed);
        } catch (SQLException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // an error too: without this thread nothing would ever be written again
            StrawbossException failure = notWritten(e);
            batch.forEach(unit -> unit.fail(failure));
            rollback();
        }
    }

    private void run(Unit<?> unit, Statement statement) throws SQLException {
        statement.execute("savepoint unit");
        try {
            unit.run(handle);
        } catch (RuntimeException e) {
            unit.refused = e;
            statement.execute("rollback to unit");
        }
        statement.execute("release unit");
    }

    private void rollback() {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            // a failed commit may have ended the transaction already; the next begin tells
            LOG.atDebug().setCause(e).log("rollback");
        }
    }

    private StrawbossException notWritten(Throwable cause) {
        return new StrawbossException(
                ErrorCode.STORE,
                "The store "
                        + file
                        + " could not be written: "
                        + innermost(cause)
                        + ". Nothing was accepted.",
                "Free disk space, then try again.",
                cause);
    }

    private StrawbossException closing() {
        return new StrawbossException(
                ErrorCode.HUB_STOPPED, "The hub is stopping.", "Try again in a moment.");
    }

    static String innermost(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /// One caller's work and its promise.
    private static final class Unit<T> {
        private final Function<Handle, T> work;
        private final CompletableFuture<T> durable = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable RuntimeException refused;

        Unit(Function<Handle, T> work) {
            this.work = work;
        }

        void run(Handle handle) {
            result = work.apply(handle);
        }

        @SuppressWarnings("NullAway") // a unit may give null
        void committed() {
            if (refused == null) {
                durable.complete(result);
            } else {
                durable.completeExceptionally(refused);
            }
        }

        void fail(Throwable e) {
            durable.completeExceptionally(e);
        }
    }
}
