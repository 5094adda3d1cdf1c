package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms of what we send.
final class Answers {
    private Answers() {}

    static Map<String, Object> result(Object id, Map<String, Object> result) {
        Map<String, Object> answer = message();
        answer.put("id", id);
        answer.put("result", result);
        return answer;
    }

    static Map<String, @Nullable Object> error(@Nullable Object id, Refusal refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", refusal.code());
        error.put("message", String.valueOf(refusal.getMessage()));
        if (!refusal.data().isEmpty()) {
            error.put("data", refusal.data());
        }
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("error", error);
        return answer;
    }

    static Map<String, Object> progress(
            Object token, double done, String message, Revision revision) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("progressToken", token);
        params.put("progress", done);
        if (revision.has(Revision.V2025_03_26)) {
            params.put("message", message);
        }
        Map<String, Object> notification = message();
        notification.put("method", "notifications/progress");
        notification.put("params", params);
        return notification;
    }

    static Map<String, Object> call(ToolAnswer answer, Revision revision) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("content", List.of(text(answer.text())));
        if (revision.has(Revision.V2025_06_18)) {
            result.put("structuredContent", answer.structured());
        }
        if (answer.error()) {
            result.put("isError", true);
        }
        return result;
    }

    private static Map<String, Object> text(String text) {
        Map<String, Object> block = new LinkedHashMap<>();
        block.put("type", "text");
        block.put("text", text);
        return block;
    }

    private static Map<String, Object> message() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        return message;
    }
}
