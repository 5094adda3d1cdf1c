package dev.strawboss.mcp;

import dev.strawboss.errors.StrawbossException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a tool call came to. Clients show only one of the two forms, so each says everything.
///
/// @param text at most 10 KB, broken into lines, the important part first and last
/// @param structured the same as JSON values
/// @param error whether the tool failed; a job that failed is not a failed call
/// @param more what is not text
/// @param task the id of what goes on after this answer, for clients that take tasks; else null
public record ToolAnswer(
        String text,
        Map<String, Object> structured,
        boolean error,
        List<Content> more,
        @Nullable String task) {
    public ToolAnswer {
        more = List.copyOf(more);
    }

    public ToolAnswer(String text, Map<String, Object> structured, boolean error) {
        this(text, structured, error, List.of(), null);
    }

    /// The same in other words.
    public ToolAnswer with(String otherText, Map<String, Object> otherStructured) {
        return new ToolAnswer(otherText, otherStructured, error, more, task);
    }

    /// The same, of something that goes on under this id.
    public ToolAnswer asTask(String id) {
        return new ToolAnswer(text, structured, error, more, id);
    }

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
