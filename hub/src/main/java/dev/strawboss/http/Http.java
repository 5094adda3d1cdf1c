package dev.strawboss.http;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Configuration;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.tokens.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Serves MCP over HTTP whenever the configuration says so. Whoever does not turn it on has neither
/// an open port nor the classes of a web server in memory.
public final class Http {
    private static final Logger LOG = LoggerFactory.getLogger(Http.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// What holds now.
    public sealed interface Status {
        /// Nobody wants it.
        record Off() implements Status {}

        record On(String url) implements Status {}

        /// It is wanted and cannot be had; tried again and again.
        record Failed(String sentence, String hint) implements Status {}
    }

    private final Configuration configuration;
    private final Tokens tokens;
    private final AtomicReference<Status> status = new AtomicReference<>(new Status.Off());

    public Http(Configuration configuration, Tokens tokens) {
        this.configuration = configuration;
        this.tokens = tokens;
    }

    public Status status() {
        return status.get();
    }

    /// Follows the configuration until what is returned is closed.
    public AutoCloseable serve(McpServer server) {
        Thread keeper = Threads.virtual("http keeper", () -> keep(server));
        return () -> {
            keeper.interrupt();
            keeper.join();
        };
    }

    /// What a running server was started for.
    ///
    /// @param stamps when the certificate's files were changed
    private record Wanted(HttpSettings settings, List<Long> stamps) {}

    private void keep(McpServer server) {
        Wanted is = null;
        Running running = null;
        try {
            while (true) {
                Wanted wanted = wanted();
                if (!wanted.equals(is) || (running == null && wanted.settings().enabled())) {
                    if (running != null) {
                        running.close();
                    }
                    running = wanted.settings().enabled() ? start(server, wanted) : off();
                    is = wanted;
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            boolean interrupted = Thread.interrupted(); // closing takes its time
            if (running != null) {
                running.close();
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private @Nullable Running off() {
        status.set(new Status.Off());
        return null;
    }

    private @Nullable Running start(McpServer server, Wanted wanted) {
        try {
            Running running = new Running(wanted.settings(), tokens, server);
            status.set(new Status.On(wanted.settings().url()));
            LOG.atInfo().addKeyValue("url", wanted.settings().url()).log("HTTP is on");
            return running;
        } catch (StrawbossException e) {
            Status failed = new Status.Failed(String.valueOf(e.getMessage()), e.hint());
            if (!failed.equals(status.getAndSet(failed))) {
                LOG.atError().log("{} {}", e.getMessage(), e.hint());
            }
            return null;
        }
    }

    private Wanted wanted() {
        HttpSettings settings = configuration.value(HttpSettings.KEY);
        List<Long> stamps = new ArrayList<>();
        settings.tls()
                .ifPresent(tls -> {
                    stamps.add(changed(tls.certificate()));
                    stamps.add(changed(tls.key()));
                });
        return new Wanted(settings, stamps);
    }

    private static long changed(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException absent) { // starting will say so
            return 0;
        }
    }
}
