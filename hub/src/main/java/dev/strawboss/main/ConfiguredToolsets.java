package dev.strawboss.main;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Configuration;
import dev.strawboss.tools.Tools;
import java.time.Duration;
import java.util.List;

/// Tells connected clients when the configuration shows them other tools than before.
final class ConfiguredToolsets implements AutoCloseable {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Configuration configuration;
    private final Runnable changed;
    private final Thread thread;

    /// @param changed tells them
    ConfiguredToolsets(Configuration configuration, Runnable changed) {
        this.configuration = configuration;
        this.changed = changed;
        this.thread = Threads.virtual("configured toolsets", this::watch);
    }

    private void watch() {
        try {
            List<String> known = configuration.value(Tools.TOOLSETS);
            while (true) {
                Thread.sleep(LOOK);
                List<String> now = configuration.value(Tools.TOOLSETS);
                if (!now.equals(known)) {
                    known = now;
                    changed.run();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
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
