package dev.strawboss.mcp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The parameters of a tool whose schema has `x-mcp-header`.
final class Headers {
    private Headers() {}

    static Map<List<String>, String> of(Tool tool) {
        Map<List<String>, String> headers = new LinkedHashMap<>();
        collect(Catalog.inputSchema(tool.description()), List.of(), headers);
        return headers;
    }

    private static void collect(
            Map<String, Object> schema, List<String> path, Map<List<String>, String> headers) {
        for (Map.Entry<String, Object> property : Request.object(schema, "properties").entrySet()) {
            if (property.getValue() instanceof Map<?, ?> its) {
                List<String> inside = new ArrayList<>(path);
                inside.add(property.getKey());
                if (its.get("x-mcp-header") instanceof String header && !header.isEmpty()) {
                    headers.put(List.copyOf(inside), header);
                }
                Map<String, Object> deeper = new LinkedHashMap<>();
                its.forEach((name, value) -> {
                    if (value != null) {
                        deeper.put(String.valueOf(name), value);
                    }
                });
                collect(deeper, inside, headers);
            }
        }
    }
}
