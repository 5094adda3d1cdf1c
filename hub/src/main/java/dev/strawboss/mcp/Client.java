package dev.strawboss.mcp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client says of itself.
///
/// @param name such as `claude-code`; `unknown` if it did not say
/// @param version empty if it did not say
/// @param revision the protocol's, such as `2025-11-25`; empty before it is agreed
/// @param capabilities as it declared them
public record Client(
        String name, String version, String revision, Map<String, Object> capabilities) {
    static final String TASKS = "io.modelcontextprotocol/tasks";
    static final Client UNKNOWN = new Client("unknown", "", "", Map.of());

    /// Whether the protocol is the one without sessions, of 2026-07-28.
    public boolean modern() {
        return revision.equals(Revision.MODERN.wireName());
    }

    /// Whether it declared that it can answer this.
    public boolean canAnswer(Question question) {
        return switch (question) {
            case Question.Form _ -> form(capabilities.get("elicitation"));
            case Question.Sample _ -> capabilities.get("sampling") instanceof Map;
            case Question.Roots _ -> capabilities.get("roots") instanceof Map;
        };
    }

    /// Whether a call of its may become a task.
    public boolean takesTasks() {
        return modern() && Request.object(capabilities, "extensions").get(TASKS) instanceof Map;
    }

    // `{}` means forms; only a client that names other modes and not this one cannot
    private static boolean form(@Nullable Object elicitation) {
        return elicitation instanceof Map<?, ?> modes
                && (modes.isEmpty() || modes.containsKey("form"));
    }
}
