package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The answers of one connection of which somebody wants to know whether they arrived. A bridge is
/// asked to confirm them, in a line right before the answer; without one, what was written to the
/// socket has arrived.
final class Deliveries {
    private record Sent(Object id, Delivery delivery) {}

    private final Map<String, Sent> awaited = new LinkedHashMap<>();
    private long count;
    private boolean over;

    /// From now on the answer to `id` is awaited.
    ///
    /// @param request the request's key, by which a bridge confirms
    /// @return under what it is known here
    String await(Object id, Optional<String> request, Delivery delivery) {
        Sent replaced;
        String key;
        synchronized (this) {
            key = request.orElseGet(() -> "#" + ++count);
            Sent sent = new Sent(id, delivery);
            replaced = over ? sent : awaited.put(key, sent);
        }
        if (replaced != null) {
            replaced.delivery().lost();
        }
        return key;
    }

    /// The answer with the line before it that asks a bridge to confirm it.
    static byte[] asking(Object id, byte[] answer) {
        Map<String, Object> ask = new LinkedHashMap<>();
        ask.put("jsonrpc", "2.0");
        ask.put("method", "dev.strawboss/confirm");
        ask.put("params", Map.of("requestId", id));
        ByteArrayOutputStream both = new ByteArrayOutputStream(answer.length + 128);
        both.writeBytes(Json.writeBytes(ask));
        both.write('\n');
        both.writeBytes(answer);
        return both.toByteArray();
    }

    /// What a way in is given that knows itself what was written.
    Delivery delivery(String key) {
        return new Delivery() {
            @Override
            public void arrived() {
                Deliveries.this.arrived(key);
            }

            @Override
            public void lost() {
                Deliveries.this.lost(key);
            }
        };
    }

    void arrived(String key) {
        take(key).ifPresent(sent -> sent.delivery().arrived());
    }

    void lost(String key) {
        take(key).ifPresent(sent -> sent.delivery().lost());
    }

    /// The client cancelled the call before its answer reached it.
    void cancelled(Object id) {
        String last = "";
        synchronized (this) {
            for (Map.Entry<String, Sent> entry : awaited.entrySet()) {
                last = entry.getValue().id().equals(id) ? entry.getKey() : last;
            }
        }
        lost(last);
    }

    /// What has not arrived by now will not.
    void close() {
        List<Sent> rest;
        synchronized (this) {
            over = true;
            rest = new ArrayList<>(awaited.values());
            awaited.clear();
        }
        rest.forEach(sent -> sent.delivery().lost());
    }

    private synchronized Optional<Sent> take(String key) {
        return Optional.ofNullable(awaited.remove(key));
    }
}
