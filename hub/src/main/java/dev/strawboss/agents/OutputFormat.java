package dev.strawboss.agents;

import dev.strawboss.config.Section;
import dev.strawboss.errors.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A form in which agents write what they do: Claude's, plain text, or one of `formats.yaml`.
record OutputFormat(String wireName) {
    static final OutputFormat TEXT = new OutputFormat("text");

    /// The answer, and nothing before it.
    private static final OutputFormat TEXT_AT_END = new OutputFormat("text-at-end");

    private static final Set<String> AT_ITS_END = Set.of(TEXT_AT_END.wireName(), "continue-json");

    private static final String CLAUDE = "claude-stream-json";
    private static final Map<String, List<EventRule>> RULES = builtIn();

    /// Whether an agent that writes this is silent while it works.
    boolean printsAtItsEnd() {
        return AT_ITS_END.contains(wireName);
    }

    static OutputFormat of(Section section, String key) {
        String name = section.string(key).orElse(TEXT.wireName());
        List<String> known = new ArrayList<>(List.of(CLAUDE));
        known.addAll(RULES.keySet());
        known.addAll(List.of(TEXT.wireName(), TEXT_AT_END.wireName()));
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
        return wireName.equals(CLAUDE) ? new ClaudeStreamJson(patterns) : new PlainText(patterns);
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
