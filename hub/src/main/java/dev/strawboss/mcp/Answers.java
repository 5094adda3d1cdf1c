package dev.strawboss.mcp;

import dev.strawboss.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms of what we send.
final class Answers {
    private Answers() {}

    static byte[] bytes(Map<String, ? extends @Nullable Object> message) {
        return Json.writeBytes(message);
    }

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

    static Map<String, Object> request(Object id, String method, Map<String, Object> params) {
        Map<String, Object> request = message();
        request.put("id", id);
        request.put("method", method);
        request.put("params", params);
        return request;
    }

    static Map<String, Object> notice(
            String method, Map<String, ? extends @Nullable Object> params) {
        Map<String, Object> notice = message();
        notice.put("method", method);
        if (!params.isEmpty()) {
            notice.put("params", params);
        }
        return notice;
    }

    /// @param total not a number if it is not known
    static Map<String, Object> progress(
            Object token, double done, double total, String message, Revision revision) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("progressToken", token);
        params.put("progress", done);
        if (!Double.isNaN(total)) {
            params.put("total", total);
        }
        if (revision.has(Revision.V2025_03_26)) {
            params.put("message", message);
        }
        return notice("notifications/progress", params);
    }

    static Map<String, Object> log(LogLevel level, String logger, Object data) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("level", level.wireName());
        params.put("logger", logger);
        params.put("data", data);
        return notice("notifications/message", params);
    }

    static Map<String, Object> call(ToolAnswer answer, Revision revision) {
        List<Object> content = new ArrayList<>();
        if (!answer.text().isEmpty() || answer.more().isEmpty()) {
            content.add(Shapes.of(new Content.Text(answer.text())));
        }
        answer.more().forEach(block -> content.add(Shapes.of(block)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("content", content);
        if (revision.has(Revision.V2025_06_18)
                && !(answer.structured().isEmpty() && !answer.more().isEmpty())) {
            result.put("structuredContent", answer.structured());
        }
        if (answer.error()) {
            result.put("isError", true);
        }
        return result;
    }

    /// A call that has to be made again with these answers.
    static Map<String, Object> inputRequired(Map<String, Question> questions) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("resultType", "input_required");
        result.put("inputRequests", Shapes.of(questions));
        return result;
    }

    private static Map<String, Object> message() {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        return message;
    }
}
