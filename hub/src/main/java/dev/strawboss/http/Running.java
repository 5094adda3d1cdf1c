package dev.strawboss.http;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.tokens.Tokens;
import java.time.Duration;

/// The server as long as it runs with the same settings.
final class Running implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(2);

    private final LegacySessions sessions;
    private final Modern modern;
    private final Listener listener;
    private final Runnable unwatch;
    private final Thread heart;

    /// Serves from now on.
    Running(HttpSettings settings, Tokens tokens, McpServer server) {
        sessions = new LegacySessions(server);
        modern = new Modern(server);
        Gate gate = new Gate(settings, tokens, new Throttle(System::nanoTime));
        listener = new Listener(settings, new Endpoint(gate, server, sessions, modern));
        unwatch = tokens.whenRevoked(this::revoked);
        heart = Threads.virtual("http beat", this::beat);
    }

    /// No new clients; the calls under way get two seconds.
    @Override
    public void close() {
        unwatch.run();
        listener.stopAccepting();
        modern.endStreams();
        sessions.all().forEach(LegacySession::endStreams);
        try {
            long end = System.nanoTime() + GRACE.toNanos();
            while (working() && System.nanoTime() < end) {
                Thread.sleep(10);
            }
            heart.interrupt();
            heart.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        modern.close();
        sessions.all().forEach(sessions::end);
        listener.close();
    }

    private boolean working() {
        return modern.working() || sessions.all().stream().anyMatch(LegacySession::working);
    }

    private void revoked(String token) {
        modern.revoked(token);
        sessions.revoked(token);
    }

    private void beat() {
        try {
            while (true) {
                Thread.sleep(BEAT);
                long now = System.nanoTime();
                modern.beat(now);
                sessions.beat(now);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }
}
