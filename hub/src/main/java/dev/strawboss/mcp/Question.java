package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Something that only the client, its person or its model can say.
public sealed interface Question {
    /// A form for the person. The answer has `action` (`accept`, `decline`, `cancel`) and, if
    /// accepted, `content`.
    ///
    /// @param schema a flat JSON Schema object
    record Form(String message, Map<String, Object> schema) implements Question {}

    /// A message for the client to have its model make.
    ///
    /// @param params of `sampling/createMessage`
    record Sample(Map<String, Object> params) implements Question {}

    /// The directories that the client works in. The answer has `roots`.
    record Roots() implements Question {}

    /// The protocol's name for it.
    default String method() {
        return switch (this) {
            case Form _ -> "elicitation/create";
            case Sample _ -> "sampling/createMessage";
            case Roots _ -> "roots/list";
        };
    }

    /// What is asked, as the protocol has it.
    default Map<String, Object> params() {
        return switch (this) {
            case Form form -> {
                Map<String, Object> params = new LinkedHashMap<>();
                params.put("message", form.message());
                params.put("requestedSchema", form.schema());
                yield params;
            }
            case Sample sample -> sample.params();
            case Roots _ -> Map.of();
        };
    }

    /// Whether this can be an answer at all.
    default boolean fits(Map<String, Object> answer) {
        return switch (this) {
            case Form _ -> answer.get("action") instanceof String;
            case Sample _ -> answer.containsKey("content");
            case Roots _ -> answer.get("roots") instanceof List;
        };
    }

    /// What a client declares that can answer it.
    default Map<String, Object> capability() {
        return switch (this) {
            case Form _ -> Map.of("elicitation", Map.of("form", Map.of()));
            case Sample _ -> Map.of("sampling", Map.of());
            case Roots _ -> Map.of("roots", Map.of());
        };
    }
}
