package dev.strawboss.agents;

import dev.strawboss.config.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one kind of event in an agent's output says: a line of `formats.yaml`, which explains the
/// words.
record EventRule(
        String type,
        List<Condition> conditions,
        Optional<String> session,
        Optional<String> model,
        Optional<String> said,
        boolean joined,
        boolean apart,
        List<String> input,
        List<String> cached,
        List<String> output,
        Optional<String> cost,
        boolean added,
        List<String> problem,
        boolean fine,
        boolean end) {
    private static final List<String> KEYS =
            List.of(
                    "session", "model", "said", "joined", "apart", "input", "cached", "output",
                    "cost", "added", "problem", "fine", "end");

    /// Whether what stands at a path is, or is not, a value; nothing is the empty value.
    private record Condition(String path, String value, boolean equal) {
        boolean holds(Event event) {
            return event.textAt(path).orElse("").equals(value) == equal;
        }
    }

    /// @param words the event's type, then conditions
    static EventRule of(String words, Section section) {
        section.allow(KEYS);
        String type = "";
        List<Condition> conditions = new ArrayList<>();
        for (String word : words.split(" ", -1)) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                type = word;
            } else {
                boolean not = equals > 0 && word.charAt(equals - 1) == '!';
                String path = word.substring(0, not ? equals - 1 : equals);
                conditions.add(new Condition(path, word.substring(equals + 1), !not));
            }
        }
        return new EventRule(
                type,
                List.copyOf(conditions),
                section.string("session"),
                section.string("model"),
                section.string("said"),
                section.bool("joined").orElse(false),
                section.bool("apart").orElse(false),
                section.strings("input"),
                section.strings("cached"),
                section.strings("output"),
                section.string("cost"),
                section.bool("added").orElse(false),
                section.strings("problem"),
                section.bool("fine").orElse(false),
                section.bool("end").orElse(false));
    }

    boolean fits(Event event) {
        return event.type().equals(type)
                && conditions.stream().allMatch(condition -> condition.holds(event));
    }
}
