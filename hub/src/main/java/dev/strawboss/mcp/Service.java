package dev.strawboss.mcp;

import java.util.LinkedHashMap;
import java.util.Map;

/// What is the same for every conversation.
record Service(Offer offer, Catalog catalog, Shelf shelf, Seal seal, String version) {
    Service(Offer offer, Seal seal, String version) {
        this(offer, new Catalog(offer.toolsets()), new Shelf(offer.toolsets()), seal, version);
    }

    Map<String, Object> serverInfo() {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", "strawboss");
        info.put("title", "Strawboss");
        info.put("version", version);
        return info;
    }

    /// What is declared to clients.
    Map<String, Object> capabilities(Revision revision) {
        Map<String, Object> capabilities = new LinkedHashMap<>();
        capabilities.put("tools", shelf.canChange() ? Map.of("listChanged", true) : Map.of());
        if (!offer.prompts().isEmpty()) {
            capabilities.put("prompts", Map.of());
        }
        if (offer.resources() != null) {
            Map<String, Object> resources = new LinkedHashMap<>();
            resources.put("subscribe", true);
            resources.put("listChanged", true);
            capabilities.put("resources", resources);
        }
        if (offer.completions() != null && revision.has(Revision.V2025_03_26)) {
            capabilities.put("completions", Map.of());
        }
        capabilities.put("logging", Map.of());
        if (offer.tasks() != null && revision.modern()) {
            capabilities.put("extensions", Map.of(Client.TASKS, Map.of()));
        }
        return capabilities;
    }
}
