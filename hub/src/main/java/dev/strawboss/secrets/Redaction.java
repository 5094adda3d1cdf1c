package dev.strawboss.secrets;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes secrets out of what is shown and stored: the values that are known here, however they are
/// written ([Spellings]), and what looks like a key of a known provider. Values shorter than six
/// characters would take ordinary words with them.
public final class Redaction {
    private static final int SHORTEST = 6;
    private static final String INSTEAD = "[redacted]";
    private static final int FAR = 8192;

    // Anthropic and OpenAI, GitHub, GitLab, Slack, AWS, Google, npm, Hugging Face, Stripe: by their
    // documented prefixes; tokens in the form of RFC 7519; private keys in PEM.
    private static final Pattern KEYS =
            Pattern.compile(
                    "\\b(?:sk-[A-Za-z0-9_-]{20,}|gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}"
                            + "|glpat-[A-Za-z0-9_-]{20,}|xox[abeoprs]-[A-Za-z0-9-]{10,}|(?:AKIA|ASIA)[0-9A-Z]{16}"
                            + "|AIza[A-Za-z0-9_-]{35}|ya29\\.[A-Za-z0-9_-]{20,}|npm_[A-Za-z0-9]{36}"
                            + "|hf_[A-Za-z0-9]{30,}|[rs]k_live_[A-Za-z0-9]{20,}"
                            + "|eyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,})"
                            + "|-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[A-Za-z0-9+/=\\s\\\\]{40,16384}");
    private static final List<String> PREFIXES =
            List.of(
                    "sk-",
                    "gh",
                    "glpat-",
                    "xox",
                    "AKIA",
                    "ASIA",
                    "AIza",
                    "ya29.",
                    "npm_",
                    "hf_",
                    "k_live_",
                    "eyJ",
                    "PRIVATE KEY-----");

    /// For who has no secrets.
    public static final Redaction NONE = new Redaction(List.of());

    private record Span(int from, int to) {}

    private final Needles needles;

    public Redaction(Collection<String> secrets) {
        needles =
                new Needles(
                        secrets.stream()
                                .filter(value -> value.length() >= SHORTEST)
                                .flatMap(value -> Spellings.of(value).stream())
                                .filter(word -> word.length() >= SHORTEST)
                                .distinct()
                                .toList());
    }

    public String text(String text) {
        List<Span> spans = spans(text);
        if (spans.isEmpty()) {
            return text;
        }
        StringBuilder redacted = new StringBuilder(text.length());
        int done = 0;
        for (Span span : spans) {
            redacted.append(text, done, span.from()).append(INSTEAD);
            done = span.to();
        }
        return redacted.append(text, done, text.length()).toString();
    }

    /// How much must be seen before and after a piece of a larger text, so that a secret that is
    /// cut in two is known.
    public int context() {
        return Math.clamp(needles.longest(), 256, FAR);
    }

    /// A piece of a larger text, with asterisks for secrets: of the same length, whatever is in it.
    ///
    /// @param text the piece with what stands before and after it
    public String piece(String text, int from, int to) {
        char[] piece = text.substring(from, to).toCharArray();
        for (Span span : spans(text)) {
            for (int i = Math.max(span.from(), from); i < Math.min(span.to(), to); i++) {
                piece[i - from] = '*';
            }
        }
        return String.valueOf(piece);
    }

    /// The same for every string in a JSON object; names stay.
    public Map<String, Object> object(Map<String, Object> object) {
        Map<String, Object> redacted = new LinkedHashMap<>();
        object.forEach((name, value) -> put(redacted, name, value(value)));
        return redacted;
    }

    // In order, none within another.
    private List<Span> spans(String text) {
        List<Span> known = known(text);
        if (PREFIXES.stream().noneMatch(text::contains)) {
            return known;
        }
        List<Span> all = new ArrayList<>(known);
        Matcher keys = KEYS.matcher(text);
        while (keys.find()) {
            all.add(new Span(keys.start(), keys.end()));
        }
        return joined(all);
    }

    private List<Span> known(String text) {
        List<Span> spans = new ArrayList<>();
        if (needles.longest() == 0) {
            return spans;
        }
        int place = 0;
        while (place < text.length()) {
            int length = needles.at(text, place);
            if (length > 0) {
                spans.add(new Span(place, place + length));
            }
            place += Math.max(1, length);
        }
        return spans;
    }

    private static List<Span> joined(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::from));
        List<Span> joined = new ArrayList<>();
        for (Span span : spans) {
            if (!joined.isEmpty() && span.from() < joined.getLast().to()) {
                Span before = joined.removeLast();
                joined.add(new Span(before.from(), Math.max(before.to(), span.to())));
            } else {
                joined.add(span);
            }
        }
        return joined;
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
