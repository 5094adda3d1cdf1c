package dev.strawboss.mcp;

import dev.strawboss.errors.StrawbossException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a tool call came to. Clients show only one of the two forms, so each says everything.
///
/// @param text at most 10 KB, broken into lines, the important part first and last
/// @param structured the same as JSON values
/// @param error whether the tool failed; a job that failed is not a failed call
public record ToolAnswer(String text, Map<String, Object> structured, boolean error) {
    /// What a client is told of something that could not be done: the sentence and the hint.
    public static ToolAnswer failure(StrawbossException failure) {
        String message = String.valueOf(failure.getMessage());
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", failure.code().wireName());
        error.put("message", message);
        error.put("hint", failure.hint());
        return new ToolAnswer(
                failure.hint().isEmpty() ? message : message + " " + failure.hint(),
                Map.of("error", error),
                true);
    }
}
