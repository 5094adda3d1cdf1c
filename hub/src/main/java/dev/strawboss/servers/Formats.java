package dev.strawboss.servers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds the servers in a document of any client: `mcpServers` (Claude, Cursor, Windsurf, Gemini),
/// `servers` and `inputs` (VS Code), `mcp` (opencode, codemcp), `mcp_servers` (Codex), and a
/// `server.json` of the MCP registry.
public final class Formats {
    private static final List<String> PLACES =
            List.of("mcpServers", "servers", "mcp_servers", "mcp");
    private static final List<String> ENTRY = List.of("command", "url", "type");

    private Formats() {}

    /// An object of servers within a document.
    ///
    /// @param path the names that lead to it; empty: it stands nowhere, as with the registry's form
    /// @param servers what is written of each, unchecked, by name
    public record Place(List<String> path, Map<String, Object> servers) {}

    /// All of them in their order; none if it is no such document.
    public static List<Place> places(Map<String, Object> document) {
        List<Place> places = new ArrayList<>();
        if (RegistryEntry.isOne(document)) {
            places.add(new Place(List.of(), RegistryEntry.servers(document)));
            return places;
        }
        for (String name : PLACES) {
            if (document.get(name) instanceof Map<?, ?> servers) {
                boolean nested = name.equals("mcp") && servers.get("servers") instanceof Map<?, ?>;
                if (nested
                        && servers.get("servers") instanceof Map<?, ?> inner
                        && !isEntry(inner)) {
                    places.add(new Place(List.of(name, "servers"), strings(inner)));
                } else {
                    places.add(new Place(List.of(name), strings(servers)));
                }
            }
        }
        return places;
    }

    /// What VS Code's `inputs` say about values that a person types, by their ids: the default, or
    /// empty.
    static Map<String, String> inputs(Map<String, Object> document) {
        Map<String, String> defaults = new LinkedHashMap<>();
        Object inputs = document.get("inputs");
        if (inputs == null && document.get("mcp") instanceof Map<?, ?> mcp) {
            inputs = mcp.get("inputs");
        }
        if (inputs instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> input && input.get("id") instanceof String id) {
                    defaults.put(id, input.get("default") instanceof String text ? text : "");
                }
            }
        }
        return defaults;
    }

    private static boolean isEntry(Map<?, ?> map) {
        return ENTRY.stream().anyMatch(key -> map.get(key) instanceof String);
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }
}
