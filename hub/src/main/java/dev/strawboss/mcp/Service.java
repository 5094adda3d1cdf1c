package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is the same for every connection.
record Service(Catalog catalog, String instructions, String version) {
    Map<String, Object> serverInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", "strawboss");
        info.put("title", "Strawboss");
        info.put("version", version);
        return info;
    }
}
