package dev.strawboss.mcp;

import dev.strawboss.errors.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The tools, by name and as `tools/list` shows them to each revision.
final class Catalog {
    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final Map<Revision, List<Object>> lists = new EnumMap<>(Revision.class);

    Catalog(List<Tool> tools) {
        for (Tool tool : tools) {
            if (this.tools.put(tool.description().name(), tool) != null) {
                throw new IllegalArgumentException("two tools " + tool.description().name());
            }
        }
        for (Revision revision : Revision.values()) {
            List<Object> list = new ArrayList<>();
            tools.forEach(tool -> list.add(shown(tool.description(), revision)));
            lists.put(revision, List.copyOf(list));
        }
    }

    List<Object> list(Revision revision) {
        return lists.getOrDefault(revision, List.of());
    }

    /// @throws Refusal if there is none of that name
    Tool require(String name) throws Refusal {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw new Refusal(
                    Refusal.INVALID_PARAMS,
                    "Unknown tool: " + name + "." + Suggestion.sentence(name, tools.keySet()));
        }
        return tool;
    }

    private static Map<String, Object> shown(ToolDescription tool, Revision revision) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("name", tool.name());
        if (revision.has(Revision.V2025_06_18)) {
            shown.put("title", tool.title());
        }
        shown.put("description", tool.description());
        shown.put("inputSchema", inputSchema(tool.parameters()));
        if (revision.has(Revision.V2025_06_18) && !tool.outputSchema().isEmpty()) {
            shown.put("outputSchema", tool.outputSchema());
        }
        if (revision.has(Revision.V2025_03_26)) {
            shown.put("annotations", annotations(tool));
        }
        // Else Claude Code hides the tool behind a search.
        shown.put("_meta", Map.of("anthropic/alwaysLoad", true));
        return shown;
    }

    private static Map<String, Object> annotations(ToolDescription tool) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("title", tool.title());
        annotations.put("readOnlyHint", tool.effect() == ToolDescription.Effect.READ);
        annotations.put("destructiveHint", tool.effect() == ToolDescription.Effect.DESTRUCTIVE);
        annotations.put("idempotentHint", tool.effect() == ToolDescription.Effect.READ);
        annotations.put("openWorldHint", tool.effect() != ToolDescription.Effect.READ);
        return annotations;
    }

    private static Map<String, Object> inputSchema(List<Parameter> parameters) {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), schema(parameter)));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        List<String> required =
                parameters.stream().filter(Parameter::required).map(Parameter::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> schema(Parameter parameter) {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (parameter.type()) {
            case STRING -> schema.put("type", "string");
            case INTEGER -> schema.put("type", "integer");
            case BOOLEAN -> schema.put("type", "boolean");
            case OBJECT -> schema.put("type", "object");
            case STRINGS -> {
                schema.put("type", "array");
                schema.put("items", Map.of("type", "string"));
            }
        }
        if (!parameter.values().isEmpty()) {
            schema.put("enum", parameter.values());
        }
        if (!parameter.description().isEmpty()) {
            schema.put("description", parameter.description());
        }
        parameter.fallback().ifPresent(value -> schema.put("default", value));
        return schema;
    }
}
