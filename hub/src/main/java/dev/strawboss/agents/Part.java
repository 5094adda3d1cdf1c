package dev.strawboss.agents;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
                                        entry -> entry.getValue().replace(place, value))));
    }
}
