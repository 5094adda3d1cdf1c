package dev.strawboss.agents;

import dev.strawboss.config.Section;
import dev.strawboss.errors.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form in which agents write what they do: Claude's, plain text, or one of `formats.yaml`.
record OutputFormat(String wireName) {
    static final OutputFormat TEXT = new OutputFormat("text");

    private static final String CLAUDE = "claude-stream-json";
    private static final Map<String, List<EventRule>> RULES = builtIn();

    static OutputFormat of(Section section, String key) {
        String name = section.string(key).orElse(TEXT.wireName());
        List<String> known = new ArrayList<>(List.of(CLAUDE));
        known.addAll(RULES.keySet());
        known.add(TEXT.wireName());
        if (!known.contains(name)) {
            throw section.invalid(
                    "wants "
                            + key
                            + " to be one of "
                            + String.join(", ", known)
                            + "."
                            + Suggestion.sentence(name, known));
        }
        return new OutputFormat(name);
    }

    /// What reads it.
    ReportReader reader(ErrorPatterns patterns) {
        List<EventRule> rules = RULES.get(wireName);
        if (rules != null) {
            return new JsonLines(rules, patterns);
        }
        return equals(TEXT) ? new PlainText(patterns) : new ClaudeStreamJson(patterns);
    }

    private static Map<String, List<EventRule>> builtIn() {
        Section formats = BuiltIn.section("formats.yaml");
        Map<String, List<EventRule>> rules = new LinkedHashMap<>();
        for (String name : formats.values().keySet()) {
            Section format = formats.section(name);
            rules.put(
                    name,
                    format.values().keySet().stream()
                            .map(words -> EventRule.of(words, format.section(words)))
                            .toList());
        }
        return rules;
    }
}
