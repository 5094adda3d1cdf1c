package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;

/// What a client is told of a tool.
///
/// @param description at most 2,000 characters: Claude Code cuts there, silently
/// @param outputSchema JSON Schema of the structured answer; empty when it has none
public record ToolDescription(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Effect effect,
        Map<String, Object> outputSchema) {
    /// What a call may change; becomes the tool's annotations.
    public enum Effect {
        READ,
        WRITE,
        DESTRUCTIVE
    }

    public ToolDescription {
        parameters = List.copyOf(parameters);
        if (description.length() > 2_000) {
            throw new IllegalArgumentException(
                    "description of " + name + " is longer than 2,000 characters");
        }
        if (parameters.stream().map(Parameter::name).distinct().count() < parameters.size()) {
            throw new IllegalArgumentException(name + " declares a parameter twice");
        }
    }
}
