package dev.strawboss.cleanup;

import dev.strawboss.concurrent.Threads;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cleans up once a day while the hub runs, and soon after its start when a day has passed.
public final class DailyCleanup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DailyCleanup.class);
    private static final Duration AFTER_START = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMinutes(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Cleanup cleanup;
    private final Thread thread;

    public DailyCleanup(Cleanup cleanup) {
        this.cleanup = cleanup;
        this.thread = Threads.virtual("cleanup", this::loop);
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
            Thread.sleep(AFTER_START);
            while (true) {
                turn();
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            cleanup.daily(PAUSE);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            LOG.atWarn().setCause(e).log("Could not clean up; it is tried again in half an hour");
        }
    }
}
