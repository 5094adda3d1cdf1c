package dev.strawboss.http;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import dev.strawboss.mcp.Delivery;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Received;
import dev.strawboss.mcp.Refusal;
import dev.strawboss.mcp.Replies;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Several messages in one body, which only the revision 2025-03-26 has. Its answers come as
/// events, each when it is there.
final class Batch {
    static final String REVISION = "2025-03-26";

    private static final int LONGEST = 1 << 20;
    private static final int MOST = 100;

    // one at a time is taken apart: what that takes is in no budget
    private static final Object ONE = new Object();

    private final List<byte[]> messages;

    private Batch(List<byte[]> messages) {
        this.messages = messages;
    }

    static boolean looksSo(byte[] body, int length) {
        int at = 0;
        while (at < length && body[at] <= ' ') {
            at++;
        }
        return at < length && body[at] == '[';
    }

    /// @throws Refusal if it is none
    static Batch of(byte[] body, int length) throws Refusal {
        if (length > LONGEST) {
            throw new Refusal(Refusal.INVALID_REQUEST, "A batch is at most 1 MB long.");
        }
        synchronized (ONE) {
            List<byte[]> messages = new ArrayList<>();
            try {
                if (Json.parse(body, 0, length) instanceof List<?> list) {
                    list.forEach(message -> messages.add(Json.writeBytes(message)));
                }
            } catch (JsonException e) {
                throw new Refusal(Refusal.NOT_JSON, "The body is " + e.getMessage() + ".");
            }
            if (messages.isEmpty() || messages.size() > MOST) {
                throw new Refusal(
                        Refusal.INVALID_REQUEST, "A batch has 1 to " + MOST + " messages.");
            }
            return new Batch(messages);
        }
    }

    /// Gives its messages to the session, the answers to the exchange.
    void give(LegacySession session, McpServer server, Exchange exchange)
            throws InterruptedException {
        List<Received> requests = new ArrayList<>();
        for (byte[] message : messages) {
            switch (server.message(message, 0, message.length)) {
                case Received.Message received
                        when received.request().id() == null || received.request().isAnswer() ->
                        session.notified(received);
                case Received other -> requests.add(other);
            }
        }
        if (requests.isEmpty()) {
            exchange.empty(202);
            return;
        }
        Reply reply = session.reply(exchange);
        reply.begin();
        Shared shared = new Shared(reply, requests.size());
        for (Received request : requests) {
            switch (request) {
                case Received.Message message -> session.asked(message, shared);
                case Received.Refused refused ->
                        shared.answer(refused.answer(), refused.refusal(), Delivery.UNASKED);
            }
        }
    }

    /// One stream for several answers; the last one ends it.
    private static final class Shared implements Replies {
        private final Reply reply;
        private final AtomicInteger left;

        private Shared(Reply reply, int answers) {
            this.reply = reply;
            this.left = new AtomicInteger(answers);
        }

        @Override
        public void offer(byte[] message) {
            reply.offer(message);
        }

        @Override
        public void send(byte[] message) throws InterruptedException {
            reply.send(message);
        }

        @Override
        public void answer(byte[] message, @Nullable Refusal refusal, Delivery delivery)
                throws InterruptedException {
            if (left.decrementAndGet() == 0) {
                reply.answer(message, null, delivery);
            } else {
                reply.send(message);
                delivery.arrived();
            }
        }
    }
}
