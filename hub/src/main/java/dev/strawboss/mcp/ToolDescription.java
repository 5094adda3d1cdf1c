package dev.strawboss.mcp;

import java.util.List;
import java.util.Map;

/// What a client is told of a tool.
///
/// @param description at most 2,000 characters: Claude Code cuts there, silently
/// @param outputSchema JSON Schema of the structured answer; empty when it has none
/// @param inputSchema JSON Schema of the arguments, whose check is then the tool's; empty when it
///   follows from the parameters
/// @param largest how many characters an answer may have, where that is more than clients expect; 0
///   where it is not
public record ToolDescription(
        String name,
        String title,
        String description,
        List<Parameter> parameters,
        Effect effect,
        Map<String, Object> outputSchema,
        Map<String, Object> inputSchema,
        int largest) {
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

    public ToolDescription(
            String name,
            String title,
            String description,
            List<Parameter> parameters,
            Effect effect,
            Map<String, Object> outputSchema) {
        this(name, title, description, parameters, effect, outputSchema, Map.of(), 0);
    }

    /// The same with arguments of another form.
    public ToolDescription withInput(Map<String, Object> schema) {
        return new ToolDescription(
                name, title, description, List.of(), effect, outputSchema, schema, largest);
    }

    /// The same with answers of so many characters.
    public ToolDescription withLargest(int characters) {
        return new ToolDescription(
                name,
                title,
                description,
                parameters,
                effect,
                outputSchema,
                inputSchema,
                characters);
    }
}
