package dev.strawboss.agents;

import dev.strawboss.config.Section;
import dev.strawboss.errors.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The forms in which agents write what they do.
enum OutputFormat {
    CLAUDE_STREAM_JSON,
    CODEX_JSONL,
    /// The answer, and maybe words about the work before it.
    TEXT,
    /// The answer, and nothing before it.
    TEXT_AT_END;

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether an agent that writes this is silent while it works.
    boolean printsAtItsEnd() {
        return switch (this) {
            case CLAUDE_STREAM_JSON, CODEX_JSONL, TEXT -> false;
            case TEXT_AT_END -> true;
        };
    }

    static OutputFormat of(Section section, String key) {
        String name = section.string(key).orElse(TEXT.wireName());
        List<String> known = Arrays.stream(values()).map(OutputFormat::wireName).toList();
        return Arrays.stream(values())
                .filter(format -> format.wireName().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        section.invalid(
                                "wants "
                                        + key
                                        + " to be one of "
                                        + String.join(", ", known)
                                        + "."
                                        + Suggestion.sentence(name, known)));
    }
}
