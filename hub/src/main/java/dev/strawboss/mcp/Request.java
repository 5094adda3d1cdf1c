package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message from the client, taken apart.
///
/// @param id a string or a number; null for a notification
/// @param method empty for an answer to a request of ours
/// @param outcome of such an answer: its `result` or `error`; else empty
public record Request(
        @Nullable Object id,
        String method,
        Map<String, Object> params,
        Map<String, Object> meta,
        Map<String, Object> outcome) {
    static final String REQUEST_KEY = "dev.strawboss/request";

    /// False from a caller that takes no notices of finished jobs.
    static final String NOTICES = "dev.strawboss/notices";

    static final String PREFIX = "io.modelcontextprotocol/";
    static final String REVISION = PREFIX + "protocolVersion";

    /// @throws Refusal if the line is not JSON or not JSON-RPC
    static Request parse(byte[] line, int from, int to) throws Refusal {
        try {
            return of(Json.parse(line, from, to));
        } catch (JsonException e) {
            throw new Refusal(Refusal.NOT_JSON, "The line is " + e.getMessage() + ".");
        }
    }

    /// @param message a parsed one
    /// @throws Refusal if it is not JSON-RPC
    static Request of(@Nullable Object message) throws Refusal {
        if (!(message instanceof Map<?, ?> object)) {
            throw new Refusal(Refusal.INVALID_REQUEST, "A message is one JSON object.");
        }
        boolean notification = !object.containsKey("id");
        Object id = object.get("id");
        if (!notification && !(id instanceof String || id instanceof Number)) {
            throw new Refusal(Refusal.INVALID_REQUEST, "An id is a string or a number.");
        }
        if (!(object.get("method") instanceof String method)) {
            return answer(id, object);
        }
        Map<String, Object> params = object(object, "params");
        return new Request(id, method, params, object(params, "_meta"), Map.of());
    }

    private static Request answer(@Nullable Object id, Map<?, ?> object) throws Refusal {
        for (String outcome : new String[] {"result", "error"}) {
            Object value = object.get(outcome);
            if (value != null) {
                return new Request(id, "", Map.of(), Map.of(), Map.of(outcome, value));
            }
        }
        throw new Refusal(Refusal.INVALID_REQUEST, "A request has a method.");
    }

    /// Whether it answers a request of ours.
    public boolean isAnswer() {
        return !outcome.isEmpty();
    }

    /// The revision that it says in `params._meta`, as every request of 2026-07-28 must.
    public Optional<String> revision() {
        return meta.get(REVISION) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    /// A text among the parameters.
    public Optional<String> string(String name) {
        return params.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    String requiredString(String name) throws Refusal {
        return string(name).orElseThrow(() -> Refusal.invalid("params." + name + " is missing."));
    }

    /// The parameter of that name, empty if it is not there.
    ///
    /// @throws Refusal if it is no object
    Map<String, Object> objectOrNone(String name) throws Refusal {
        Object value = params.get(name);
        if (value != null && !(value instanceof Map)) {
            throw Refusal.invalid("params." + name + " is not an object.");
        }
        return object(params, name);
    }

    Optional<String> requestKey() {
        return meta.get(REQUEST_KEY) instanceof String key ? Optional.of(key) : Optional.empty();
    }

    /// The member of that name; empty if there is none or it is no object.
    static Map<String, Object> object(Map<?, ?> object, String name) {
        if (object.get(name) instanceof Map<?, ?> found) {
            @SuppressWarnings("unchecked") // names in JSON are strings
            Map<String, Object> typed = (Map<String, Object>) found;
            return typed;
        }
        return Map.of();
    }
}
