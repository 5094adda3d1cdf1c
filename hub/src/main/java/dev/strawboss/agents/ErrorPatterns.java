package dev.strawboss.agents;

import dev.strawboss.config.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Tells the kinds of errors apart by what an agent's message says.
///
/// @param patterns in the order in which they are tried
record ErrorPatterns(Map<ErrorKind, List<Pattern>> patterns) {
    static final ErrorPatterns NONE = new ErrorPatterns(Map.of());

    // Longer texts are not messages, and bound what a badly written pattern can cost.
    private static final int LONGEST = 8_192;

    static ErrorPatterns of(Section section) {
        section.allow(ErrorKind.wireNames());
        Map<ErrorKind, List<Pattern>> patterns = new LinkedHashMap<>();
        for (ErrorKind kind : ErrorKind.values()) {
            List<String> texts = section.strings(kind.wireName());
            if (!texts.isEmpty()) {
                patterns.put(kind, texts.stream().map(text -> compile(section, text)).toList());
            }
        }
        return new ErrorPatterns(patterns);
    }

    Optional<ErrorKind> kind(String message) {
        String text = message.length() <= LONGEST ? message : message.substring(0, LONGEST);
        return patterns.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().anyMatch(pattern -> pattern.matcher(text).find()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Pattern compile(Section section, String text) {
        try {
            return Pattern.compile(text, Pattern.CASE_INSENSITIVE);
        } catch (PatternSyntaxException malformed) {
            throw section.invalid("has a malformed pattern: " + malformed.getDescription() + ".");
        }
    }
}
