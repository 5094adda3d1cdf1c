package dev.strawboss.upstream;

import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All that a server says of itself.
record Catalogue(
        Identity identity,
        List<Map<String, Object>> tools,
        List<Map<String, Object>> resources,
        List<Map<String, Object>> resourceTemplates,
        List<Map<String, Object>> prompts) {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    Catalogue {
        tools = List.copyOf(tools);
        resources = List.copyOf(resources);
        resourceTemplates = List.copyOf(resourceTemplates);
        prompts = List.copyOf(prompts);
    }

    static Catalogue of(Connected server) throws InterruptedException {
        return new Catalogue(
                server.identity(),
                server.tools(),
                orNone(server::resources),
                orNone(server::resourceTemplates),
                orNone(server::prompts));
    }

    private interface Reading {
        List<Map<String, Object>> list() throws InterruptedException;
    }

    /// The tools of a server are not lost because it lists something else badly.
    private static List<Map<String, Object>> orNone(Reading reading) throws InterruptedException {
        try {
            return reading.list();
        } catch (StrawbossException e) {
            LOG.atWarn().addKeyValue("why", e.getMessage()).log("a list of a server is left out");
            return List.of();
        }
    }

    static Catalogue ofJson(Map<String, Object> json) {
        Map<String, Object> identity = Requests.object(json, "identity");
        return new Catalogue(
                new Identity(
                        text(identity, "name"),
                        identity.get("title") instanceof String title ? title : null,
                        text(identity, "version"),
                        identity.get("instructions") instanceof String said ? said : null,
                        text(identity, "revision").equals(Wire.MODERN)
                                ? Identity.Era.MODERN
                                : Identity.Era.LEGACY,
                        text(identity, "revision"),
                        Requests.object(identity, "capabilities")),
                list(json, "tools"),
                list(json, "resources"),
                list(json, "resourceTemplates"),
                list(json, "prompts"));
    }

    Map<String, Object> toJson() {
        Map<String, Object> who = new LinkedHashMap<>();
        who.put("name", identity.name());
        identity.title().ifPresent(title -> who.put("title", title));
        who.put("version", identity.version());
        identity.instructions().ifPresent(said -> who.put("instructions", said));
        who.put("revision", identity.revision());
        who.put("capabilities", identity.capabilities());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("identity", who);
        json.put("tools", tools);
        json.put("resources", resources);
        json.put("resourceTemplates", resourceTemplates);
        json.put("prompts", prompts);
        return json;
    }

    private static String text(Map<String, Object> from, String name) {
        return from.get(name) instanceof String text ? text : "";
    }

    private static List<Map<String, Object>> list(Map<String, Object> from, String name) {
        List<Map<String, Object>> entries = new ArrayList<>();
        if (from.get(name) instanceof List<?> list) {
            for (Object entry : list) {
                if (entry instanceof Map<?, ?> map) {
                    @SuppressWarnings("unchecked") // the parser makes no other maps
                    Map<String, Object> definition = (Map<String, Object>) map;
                    entries.add(definition);
                }
            }
        }
        return entries;
    }
}
