package dev.strawboss.mcp;

import dev.strawboss.errors.Suggestion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools, by name and as `tools/list` shows them to each revision.
final class Catalog {
    private final List<Toolset> sets;
    private final Map<String, Tool> tools = new LinkedHashMap<>();
    private final Map<Revision, Map<String, List<Object>>> lists = new EnumMap<>(Revision.class);

    Catalog(List<Toolset> sets) {
        this.sets = sets;
        for (Toolset set : sets) {
            for (Tool tool : set.tools()) {
                if (tools.put(tool.description().name(), tool) != null) {
                    throw new IllegalArgumentException("two tools " + tool.description().name());
                }
            }
        }
        for (Revision revision : Revision.values()) {
            Map<String, List<Object>> bySet = new LinkedHashMap<>();
            for (Toolset set : sets) {
                List<Object> list = new ArrayList<>();
                set.tools().forEach(tool -> list.add(shown(tool.description(), revision)));
                bySet.put(set.name(), List.copyOf(list));
            }
            lists.put(revision, bySet);
        }
    }

    List<Toolset> sets() {
        return sets;
    }

    /// The tools of the sets that are shown, always in the same order.
    List<Object> list(Revision revision, Map<String, Boolean> shown) {
        List<Object> list = new ArrayList<>();
        lists.getOrDefault(revision, Map.of())
                .forEach((set, its) -> {
                    if (shown.getOrDefault(set, false)) {
                        list.addAll(its);
                    }
                });
        return list;
    }

    Optional<Tool> find(String name) {
        return Optional.ofNullable(tools.get(name));
    }

    /// @throws Refusal if there is none of that name
    Tool require(String name) throws Refusal {
        Tool tool = tools.get(name);
        if (tool == null) {
            throw Refusal.invalid(
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
        shown.put("inputSchema", inputSchema(tool));
        if (revision.has(Revision.V2025_06_18) && !tool.outputSchema().isEmpty()) {
            shown.put("outputSchema", tool.outputSchema());
        }
        if (revision.has(Revision.V2025_03_26)) {
            shown.put("annotations", annotations(tool));
        }
        shown.put("_meta", hints(tool));
        return shown;
    }

    private static Map<String, Object> hints(ToolDescription tool) {
        Map<String, Object> hints = new LinkedHashMap<>();
        // Else Claude Code hides the tool behind a search.
        hints.put("anthropic/alwaysLoad", true);
        if (tool.largest() > 0) {
            hints.put("anthropic/maxResultSizeChars", tool.largest());
        }
        return hints;
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

    static Map<String, Object> inputSchema(ToolDescription tool) {
        if (!tool.inputSchema().isEmpty()) {
            return tool.inputSchema();
        }
        List<Parameter> parameters = tool.parameters();
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
        if (!parameter.header().isEmpty()) {
            schema.put("x-mcp-header", parameter.header());
        }
        return schema;
    }
}
