package dev.strawboss.store;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Moves the write-ahead log into the database on a thread and connection of its own, so that no
/// commit pays for it. Without it the log would grow for ever (`wal_autocheckpoint` is off).
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final int EVERY_WRITES = 500;

    private final Handle handle;
    private final Semaphore writes = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Checkpoints(Handle handle) {
        this.handle = handle;
        thread = Threads.platform("store-checkpoints", this::loop);
    }

    void wrote() {
        writes.release();
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

    private void loop() {
        try (handle) {
            while (!closed) {
                await();
                checkpoint();
            }
        }
    }

    private void await() {
        try {
            writes.acquire(EVERY_WRITES);
        } catch (InterruptedException e) {
            // close() interrupts: one last checkpoint, so that the next start finds a short log
            closed = true;
        }
        writes.drainPermits();
    }

    private void checkpoint() {
        try {
            CrashPoint.CHECKPOINT_DUE.pass();
            handle.execute("pragma wal_checkpoint(passive)");
            CrashPoint.CHECKPOINT_DONE.pass();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .setCause(e)
                    .log("checkpoint failed; the log keeps growing until one succeeds");
        }
    }
}
