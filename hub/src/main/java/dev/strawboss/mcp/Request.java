package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A message from the client, taken apart.
///
/// @param id a string or a number; null for a notification
/// @param method empty for an answer to a request of ours, of which we make none
record Request(
        @Nullable Object id, String method, Map<String, Object> params, Map<String, Object> meta) {
    static final String REQUEST_KEY = "dev.strawboss/request";

    /// False from a caller that takes no notices of finished jobs.
    static final String NOTICES = "dev.strawboss/notices";

    /// @throws Refusal if the line is not JSON or not JSON-RPC
    static Request parse(byte[] line, int from, int to) throws Refusal {
        Object message;
        try {
            message = Json.parse(line, from, to);
        } catch (JsonException e) {
            throw new Refusal(Refusal.NOT_JSON, "The line is " + e.getMessage() + ".");
        }
        if (!(message instanceof Map<?, ?> object)) {
            throw new Refusal(Refusal.INVALID_REQUEST, "A message is one JSON object.");
        }
        boolean notification = !object.containsKey("id");
        Object id = object.get("id");
        if (!notification && !(id instanceof String || id instanceof Number)) {
            throw new Refusal(Refusal.INVALID_REQUEST, "An id is a string or a number.");
        }
        if (!(object.get("method") instanceof String method)) {
            if (object.containsKey("result") || object.containsKey("error")) {
                return new Request(null, "", Map.of(), Map.of());
            }
            throw new Refusal(Refusal.INVALID_REQUEST, "A request has a method.");
        }
        Map<String, Object> params = object(object, "params");
        return new Request(id, method, params, object(params, "_meta"));
    }

    Optional<String> string(String name) {
        return params.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
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
