package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.store.Database;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets the keys of long ago, at the start and once a day.
final class Forgetting implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    private final Database database;
    private final Clock clock;
    private final Thread thread;

    Forgetting(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.thread = Threads.virtual("forgetting", this::daily);
    }

    private void daily() {
        try {
            while (true) {
                forget();
                Thread.sleep(Duration.ofDays(1));
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget() {
        try {
            int keys = database.write(handle -> SqliteKeys.forgetOld(handle, clock.instant()));
            LOG.atDebug().addKeyValue("keys", keys).log("forgot old keys");
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("could not forget old keys; tomorrow again");
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
}
