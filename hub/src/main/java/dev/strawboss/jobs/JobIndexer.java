package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the full-text index up with the jobs, behind the commits and in small bites, so that no
/// dispatch waits for it.
final class JobIndexer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JobIndexer.class);

    /// Jobs in one transaction: some milliseconds of the writer's time.
    private static final int BITE = 32;

    private static final int AT_ONCE = 256;

    /// What comes within this time is taken together.
    private static final Duration GATHER = Duration.ofMillis(500);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final SqliteJobIndex index;
    private final Semaphore wanted = new Semaphore(1); // an earlier hub may have left some
    private final Thread thread;

    JobIndexer(SqliteJobIndex index) {
        this.index = index;
        this.thread = Threads.virtual("job-indexer", this::loop);
    }

    /// Tells that a job was accepted or has ended.
    void changed() {
        wanted.release();
    }

    /// Takes in what changed of late, so that a search finds it.
    void catchUp() {
        if (index.missing().changed() > 0) {
            index.take(AT_ONCE);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        try {
            while (true) {
                wanted.acquire();
                Thread.sleep(GATHER);
                wanted.drainPermits();
                takeAll();
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void takeAll() throws InterruptedException {
        try {
            long begin = System.nanoTime();
            while (index.take(BITE) > 0) {
                // four fifths of the writer's time are for others
                Thread.sleep(Duration.ofNanos(4 * (System.nanoTime() - begin)));
                begin = System.nanoTime();
            }
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.atWarn().setCause(e).log("Jobs are not taken into the search index for now");
            Thread.sleep(AFTER_FAILURE);
            wanted.release();
        }
    }
}
