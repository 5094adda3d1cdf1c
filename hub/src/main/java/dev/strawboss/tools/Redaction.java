package dev.strawboss.tools;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of what is shown: the values that are known here, and what looks like a key of
/// a known provider. Values shorter than six characters would take ordinary words with them.
final class Redaction {
    private static final int SHORTEST = 6;
    private static final String INSTEAD = "[redacted]";
    // Anthropic and OpenAI, GitHub, Slack, AWS, Google: by their documented prefixes.
    private static final Pattern KEYS =
            Pattern.compile(
                    "\\b(?:sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}"
                            + "|xox[abprs]-[A-Za-z0-9-]{10,}|AKIA[0-9A-Z]{16}|AIza[A-Za-z0-9_-]{35})");
    private static final List<String> PREFIXES = List.of("sk-", "gh", "xox", "AKIA", "AIza");

    private final List<String> values;

    Redaction(Collection<String> secrets) {
        // a value that holds another must go first
        values =
                secrets.stream()
                        .filter(value -> value.length() >= SHORTEST)
                        .distinct()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList();
    }

    String text(String text) {
        String redacted = text;
        for (String value : values) {
            redacted = redacted.replace(value, INSTEAD);
        }
        return PREFIXES.stream().anyMatch(redacted::contains)
                ? KEYS.matcher(redacted).replaceAll(INSTEAD)
                : redacted;
    }

    /// The same for every string in a JSON object; names stay.
    Map<String, Object> object(Map<String, Object> object) {
        Map<String, Object> redacted = new LinkedHashMap<>();
        object.forEach((name, value) -> put(redacted, name, value(value)));
        return redacted;
    }

    @SuppressWarnings("NullAway") // JSON has null
    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        object.put(name, value);
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> text(text);
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> redacted = new LinkedHashMap<>();
                map.forEach((name, inner) -> redacted.put(name, value(inner)));
                yield redacted;
            }
            case List<?> list -> {
                List<@Nullable Object> redacted = new ArrayList<>(list.size());
                list.forEach(inner -> redacted.add(value(inner)));
                yield redacted;
            }
            case null, default -> value;
        };
    }
}
