package dev.strawboss.config;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `90s`, `1h30m`, `500ms`, `2d`, or seconds as a bare number.
public final class Durations {
    private static final Pattern PART = Pattern.compile("\\G\\s*(\\d{1,9})\\s*(ms|s|m|h|d)");
    private static final Duration LONGEST = Duration.ofDays(366);

    private Durations() {}

    /// Empty if `text` is no duration, zero, or longer than a year.
    public static Optional<Duration> parse(String text) {
        if (text.matches("\\d{1,9}")) {
            return within(Duration.ofSeconds(Long.parseLong(text)));
        }
        Duration sum = Duration.ZERO;
        int end = 0;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(amount(Long.parseLong(part.group(1)), part.group(2)));
            end = part.end();
        }
        return end > 0 && text.substring(end).isBlank() ? within(sum) : Optional.empty();
    }

    /// The shortest form that [#parse] reads back.
    public static String text(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit);
        }
    }

    private static Duration amount(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    private static Optional<Duration> within(Duration duration) {
        return duration.isPositive() && duration.compareTo(LONGEST) <= 0
                ? Optional.of(duration)
                : Optional.empty();
    }
}
