package dev.strawboss.http;

import dev.strawboss.mcp.McpServer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The sessions of clients of the era before 2026-07-28. They end with the hub, with a DELETE, with
/// their token, or when nothing was heard of them for half an hour.
final class LegacySessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final int MOST_OF_TOKEN = 100;

    private final McpServer server;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, LegacySession> sessions = new ConcurrentHashMap<>();

    LegacySessions(McpServer server) {
        this.server = server;
    }

    /// A new one, which is not known by its id before [#add].
    LegacySession begin(String token) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        return new LegacySession(id, token, server);
    }

    /// Makes it known. Of too many of one token the one that was silent longest ends.
    void add(LegacySession session) {
        long now = System.nanoTime();
        List<LegacySession> others =
                sessions.values().stream()
                        .filter(other -> other.token().equals(session.token()))
                        .toList();
        if (others.size() >= MOST_OF_TOKEN) {
            others.stream()
                    .max(Comparator.comparingLong(other -> other.idle(now)))
                    .ifPresent(this::end);
        }
        sessions.put(session.id(), session);
    }

    /// Only for the token that began it.
    Optional<LegacySession> find(String id, String token) {
        return Optional.ofNullable(sessions.get(id))
                .filter(session -> session.token().equals(token));
    }

    Collection<LegacySession> all() {
        return sessions.values();
    }

    void end(LegacySession session) {
        sessions.remove(session.id());
        session.close();
    }

    /// To be called now and then.
    void beat(long now) {
        for (LegacySession session : sessions.values()) {
            session.beat(now);
            if (session.idle(now) > IDLE.toNanos()) {
                end(session);
            }
        }
    }

    void revoked(String token) {
        sessions.values().stream()
                .filter(session -> session.token().equals(token))
                .forEach(this::end);
    }
}
