package dev.strawboss.agents;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one circumstance adds to an agent's command line and environment.
record Part(List<String> arguments, Map<String, String> environment) {
    static final Part NOTHING = new Part(List.of(), Map.of());

    Part {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    static Part of(Section section) {
        section.allow(List.of("arguments", "environment"));
        return new Part(section.strings("arguments"), Environments.checked(section, "environment"));
    }

    /// With `{name}` replaced, wherever it stands.
    Part with(String name, String value) {
        String place = "{" + name + "}";
        return new Part(
                arguments.stream().map(word -> word.replace(place, value)).toList(),
                environment.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> replaced(entry.getValue(), place, value))));
    }

    /// Whether `{name}` stands anywhere in it.
    boolean mentions(String name) {
        String place = "{" + name + "}";
        return Stream.concat(arguments.stream(), environment.values().stream())
                .anyMatch(word -> word.contains(place));
    }

    /// Adds its variables; JSON objects are merged into those that are there.
    void addTo(Map<String, String> variables) {
        environment.forEach((name, value) -> variables.merge(name, value, Part::merged));
    }

    private static String replaced(String word, String place, String value) {
        if (!word.startsWith("{")) {
            return word.replace(place, value);
        }
        String quoted = Json.write(value);
        return word.replace(place, quoted.substring(1, quoted.length() - 1));
    }

    private static String merged(String before, String after) {
        if (!before.startsWith("{") || !after.startsWith("{")) {
            return after;
        }
        try {
            return Json.write(merged(Json.parseObject(before), Json.parseObject(after)));
        } catch (JsonException _) { // a person's own, with comments perhaps: it cannot be kept
            return after;
        }
    }

    private static Map<String, Object> merged(Map<String, Object> before, Map<?, ?> after) {
        Map<String, Object> all = new LinkedHashMap<>(before);
        after.forEach((name, value) -> {
            if (all.get(name) instanceof Map<?, ?> inside && value instanceof Map<?, ?> more) {
                Map<String, Object> both = new LinkedHashMap<>();
                inside.forEach((key, known) -> both.put(String.valueOf(key), known));
                all.put(String.valueOf(name), merged(both, more));
            } else {
                all.put(String.valueOf(name), value);
            }
        });
        return all;
    }
}
