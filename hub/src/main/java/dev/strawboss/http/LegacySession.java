package dev.strawboss.http;

import dev.strawboss.mcp.Conversation;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Origin;
import dev.strawboss.mcp.Received;
import dev.strawboss.mcp.Replies;
import dev.strawboss.mcp.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// One `Mcp-Session-Id`: a conversation of the era before 2026-07-28, whatever connections it uses.
final class LegacySession {
    private static final int MOST_TRACKS = 64;
    private static final String GENERAL = "g";

    private final String id;
    private final String token;
    private final Conversation conversation;
    private final Map<String, Track> tracks = new LinkedHashMap<>();
    private final Map<Object, Reply> open = new ConcurrentHashMap<>();
    private final Set<Outflow> streams = ConcurrentHashMap.newKeySet();
    private final Track general = new Track(GENERAL);
    private long count;
    private volatile long used = System.nanoTime();
    private volatile String revision = "";

    LegacySession(String id, String token, McpServer server) {
        this.id = id;
        this.token = token;
        this.conversation = server.conversation(new Origin(token, "http", null), general::put);
    }

    String id() {
        return id;
    }

    String token() {
        return token;
    }

    /// The revision that was agreed; empty before that.
    String revision() {
        return revision;
    }

    void agreed(String name) {
        revision = name;
    }

    /// Takes a message that is no request.
    void notified(Received.Message message) throws InterruptedException {
        used = System.nanoTime();
        Request request = message.request();
        Object cancelled =
                request.method().equals("notifications/cancelled")
                        ? request.params().get("requestId")
                        : null;
        conversation.receive(message, new Kept());
        if (cancelled != null) {
            Reply reply = open.remove(cancelled);
            if (reply != null) {
                reply.end();
            }
        }
    }

    /// Takes a request whose answer goes to `exchange`.
    void asked(Received.Message message, Object requestId, Exchange exchange)
            throws InterruptedException {
        used = System.nanoTime();
        Reply reply = reply(exchange);
        open.putIfAbsent(requestId, reply);
        exchange.whenComplete(() -> open.remove(requestId, reply));
        conversation.receive(message, reply);
    }

    /// Where the answer to one POST goes.
    Reply reply(Exchange exchange) {
        return Reply.legacy(exchange, track(), revision.equals("2025-11-25"));
    }

    /// The same of one of several whose answers go elsewhere.
    void asked(Received.Message message, Replies replies) throws InterruptedException {
        used = System.nanoTime();
        conversation.receive(message, replies);
    }

    /// Lets the client listen, from where it was if it says so and we still know.
    void listen(Exchange exchange, @Nullable String lastEvent) {
        used = System.nanoTime();
        Track track = lastEvent == null ? general : track(lastEvent).orElse(general);
        long last = number(lastEvent);
        Outflow[] self = new Outflow[1];
        Outflow out =
                exchange.events(() -> {
                    if (self[0] != null) {
                        track.detach(self[0]);
                    }
                });
        self[0] = out;
        streams.add(out);
        exchange.whenComplete(() -> {
            streams.remove(out);
            used = System.nanoTime();
        });
        out.put(Reply.COMMENT); // the headers go out with it
        track.attach(out, lastEvent == null ? Long.MAX_VALUE : last);
    }

    void beat(long now) {
        open.values().forEach(reply -> reply.beat(now));
        streams.forEach(out -> Reply.beat(out, now));
    }

    /// Since when nothing was heard of it; now if something is open.
    long idle(long now) {
        return open.isEmpty() && streams.isEmpty() ? now - used : 0;
    }

    /// What goes on for ever by itself ends.
    void endStreams() {
        general.close();
    }

    boolean working() {
        return !open.isEmpty();
    }

    void close() {
        conversation.close();
        List<Track> all;
        synchronized (this) {
            all = new ArrayList<>(tracks.values());
        }
        List.copyOf(open.values()).forEach(Reply::end);
        all.forEach(Track::close);
        general.close();
    }

    private synchronized Track track() {
        if (tracks.size() >= MOST_TRACKS) {
            tracks.values().stream()
                    .filter(Track::ended)
                    .findFirst()
                    .or(() -> tracks.values().stream().findFirst())
                    .ifPresent(oldest -> tracks.values().remove(oldest));
        }
        String name = "s" + ++count;
        Track track = new Track(name);
        tracks.put(name, track);
        return track;
    }

    private synchronized Optional<Track> track(String event) {
        String name = event.substring(0, Math.max(0, event.lastIndexOf('-')));
        return name.equals(GENERAL) ? Optional.of(general) : Optional.ofNullable(tracks.get(name));
    }

    private static long number(@Nullable String event) {
        if (event == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(event.substring(event.lastIndexOf('-') + 1));
        } catch (NumberFormatException none) {
            return Long.MAX_VALUE;
        }
    }
}
