package dev.strawboss.real;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Strawboss's tools in a request to a model, whichever way the client shows them.
final class OfferedTools {
    private OfferedTools() {}

    static List<Map<String, Object>> of(Object request) {
        List<Map<String, Object>> found = new ArrayList<>();
        collect(request, false, found);
        return found;
    }

    // claude names each mcp__strawboss__x; codex has a namespace mcp__strawboss that holds them.
    private static void collect(Object value, boolean ours, List<Map<String, Object>> found) {
        switch (value) {
            case Map<?, ?> map -> {
                String name = String.valueOf(map.get("name"));
                boolean tool = map.containsKey("parameters") || map.containsKey("input_schema");
                if (tool && (ours || name.startsWith("mcp__strawboss__"))) {
                    @SuppressWarnings("unchecked") // an object of JSON
                    Map<String, Object> object = (Map<String, Object>) map;
                    found.add(object);
                } else {
                    boolean namespace = ours || name.equals("mcp__strawboss");
                    map.values().forEach(inside -> descend(inside, namespace, found));
                }
            }
            case List<?> list -> list.forEach(inside -> descend(inside, ours, found));
            default -> {}
        }
    }

    private static void descend(Object value, boolean ours, List<Map<String, Object>> found) {
        if (value instanceof Map || value instanceof List) {
            collect(value, ours, found);
        }
    }
}
