package dev.strawboss.http;

import dev.strawboss.mcp.Conversation;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Origin;
import dev.strawboss.mcp.Received;
import dev.strawboss.mcp.Refusal;
import dev.strawboss.mcp.Request;
import dev.strawboss.mcp.Session;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Requests of 2026-07-28: each stands for itself, and whoever closes its stream has cancelled it.
final class Modern {
    static final String REVISION = "2026-07-28";

    private static final Duration AROUND = Duration.ofMinutes(5);

    private final McpServer server;
    private final Set<Open> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    /// A request that is worked on.
    private record Open(String token, Request request, Reply reply, Conversation conversation) {}

    Modern(McpServer server) {
        this.server = server;
    }

    void receive(Received.Message message, String token, Exchange exchange)
            throws InterruptedException {
        Request request = message.request();
        if (request.isAnswer()) {
            message.close();
            exchange.refuse(
                    400,
                    Refusal.INVALID_REQUEST,
                    "In this revision answers go with the request that is made again.");
            return;
        }
        try {
            HeaderCheck.check(exchange.request().getHeaders(), request, server::headers);
        } catch (Refusal refusal) {
            message.close();
            exchange.refuse(
                    refusal.httpStatus(),
                    request.id(),
                    refusal.code(),
                    String.valueOf(refusal.getMessage()));
            return;
        }
        heard.put(token, System.nanoTime());
        Conversation conversation =
                server.conversation(new Origin(token, "http", session(token)), _ -> {});
        if (request.id() == null) {
            conversation.receive(message, new Kept());
            conversation.close();
            exchange.empty(202);
            return;
        }
        Reply reply = Reply.modern(exchange, conversation::close);
        Open place = new Open(token, request, reply, conversation);
        open.add(place);
        exchange.whenComplete(() -> {
            open.remove(place);
            conversation.close();
        });
        conversation.receive(message, reply);
    }

    void beat(long now) {
        open.forEach(each -> each.reply().beat(now));
    }

    void revoked(String token) {
        open.stream().filter(each -> each.token().equals(token)).forEach(Modern::end);
    }

    /// What goes on for ever by itself ends.
    void endStreams() {
        open.stream()
                .filter(each -> each.request().method().equals("subscriptions/listen"))
                .forEach(Modern::end);
    }

    boolean working() {
        return !open.isEmpty();
    }

    void close() {
        open.forEach(Modern::end);
    }

    private static void end(Open each) {
        each.conversation().close();
        each.reply().end();
    }

    /// All requests of a token are of one session: there is nothing else to tell them by.
    private Session session(String token) {
        return new Session(
                "http." + token,
                Optional.empty(),
                () -> {
                    Long last = heard.get(token);
                    return last != null && System.nanoTime() - last < AROUND.toNanos();
                });
    }
}
