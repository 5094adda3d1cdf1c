package dev.strawboss.upstream;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The messages that we send, and the names in them.
final class Wire {
    static final String MODERN = "2026-07-28";

    /// Newest first.
    static final List<String> LEGACY =
            List.of("2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05");

    static final String PREFIX = "io.modelcontextprotocol/";

    private Wire() {}

    static Map<String, Object> request(long id, String method, Map<String, Object> params) {
        Map<String, Object> message = message(id);
        message.put("method", method);
        message.put("params", params);
        return message;
    }

    static Map<String, Object> notice(String method, Map<String, Object> params) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("method", method);
        if (!params.isEmpty()) {
            message.put("params", params);
        }
        return message;
    }

    static Map<String, Object> cancelled(long id) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("requestId", id);
        params.put("reason", "Nobody waits for the answer any more.");
        return notice("notifications/cancelled", params);
    }

    static Map<String, Object> result(Object id, Map<String, Object> result) {
        Map<String, Object> message = message(id);
        message.put("result", result);
        return message;
    }

    static Map<String, Object> error(Object id, int code, String sentence) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", sentence);
        Map<String, Object> message = message(id);
        message.put("error", error);
        return message;
    }

    private static Map<String, Object> message(Object id) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.put("id", id);
        return message;
    }
}
