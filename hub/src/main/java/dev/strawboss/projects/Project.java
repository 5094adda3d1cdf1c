package dev.strawboss.projects;

import dev.strawboss.config.Section;
import dev.strawboss.sandbox.Demand;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A registered directory.
///
/// @param path absolute
/// @param agent who works here unless a dispatch says otherwise
/// @param setup the command that makes a fresh checkout ready to work in
/// @param gate the commands that must succeed before work is accepted
/// @param limit how many of its jobs run at once
/// @param sandbox what its jobs need at least, whatever is configured for all
/// @param order the place in lists; equal ones go by name
public record Project(
        String name,
        Path path,
        Optional<String> agent,
        Optional<String> model,
        Optional<String> mode,
        Optional<String> description,
        Optional<String> language,
        List<String> tags,
        Optional<String> setup,
        List<String> gate,
        Optional<Integer> limit,
        Optional<Demand> sandbox,
        int order) {
    /// Every key of a project's file.
    public static final List<String> KEYS =
            List.of(
                    "path",
                    "agent",
                    "model",
                    "mode",
                    "description",
                    "language",
                    "tags",
                    "setup",
                    "gate",
                    "limit",
                    Demand.DETAIL,
                    "order");

    public Project {
        tags = List.copyOf(tags);
        gate = List.copyOf(gate);
    }

    static Project of(String name, Section section) {
        section.allow(KEYS);
        return new Project(
                name,
                path(section),
                section.string("agent"),
                section.string("model"),
                section.string("mode"),
                section.string("description"),
                section.string("language"),
                section.strings("tags"),
                section.string("setup"),
                section.strings("gate"),
                section.count("limit"),
                section.string(Demand.DETAIL).map(demand -> Demand.checked(section, demand)),
                Math.clamp(section.integer("order").orElse(0L), 0, 1_000_000));
    }

    /// Where it is, whatever else its file says.
    static Path path(Section section) {
        String path =
                section.string("path").orElseThrow(() -> section.invalid("does not say its path."));
        if (path.indexOf('\0') >= 0 || !Path.of(path).isAbsolute()) {
            throw section.invalid("wants path to be absolute.");
        }
        return Path.of(path).normalize();
    }

    /// The values of its file: what is absent is not mentioned.
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("path", path.toString());
        agent.ifPresent(value -> values.put("agent", value));
        model.ifPresent(value -> values.put("model", value));
        mode.ifPresent(value -> values.put("mode", value));
        description.ifPresent(value -> values.put("description", value));
        language.ifPresent(value -> values.put("language", value));
        if (!tags.isEmpty()) {
            values.put("tags", tags);
        }
        setup.ifPresent(value -> values.put("setup", value));
        if (!gate.isEmpty()) {
            values.put("gate", gate);
        }
        limit.ifPresent(value -> values.put("limit", value));
        sandbox.ifPresent(value -> values.put(Demand.DETAIL, value.wireName()));
        if (order != 0) {
            values.put("order", order);
        }
        return values;
    }
}
