package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Durations as people write them: `90s`, `30m`, `1h30m`, `2d`.
public final class Durations {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)m)?(?:(\\d+)s)?(?:(\\d+)ms)?");

    private Durations() {}

    /// Reads `1h30m` and the like; a bare number is seconds.
    ///
    /// @throws StrawbossException `INVALID_INPUT` if it is no positive duration
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text);
        try {
            Duration duration =
                    text.matches("\\d+") ? Duration.ofSeconds(Long.parseLong(text)) : Duration.ZERO;
            if (duration.isZero() && form.matches()) {
                duration =
                        Duration.ofDays(number(form, 1))
                                .plusHours(number(form, 2))
                                .plusMinutes(number(form, 3))
                                .plusSeconds(number(form, 4))
                                .plusMillis(number(form, 5));
            }
            if (duration.isPositive() && duration.compareTo(Duration.ofDays(365)) <= 0) {
                return duration;
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw invalid(text, e);
        }
        throw invalid(text, null);
    }

    /// The shortest exact form: `1h30m`.
    public static String text(Duration duration) {
        StringBuilder text = new StringBuilder();
        append(text, duration.toDays(), "d");
        append(text, duration.toHoursPart(), "h");
        append(text, duration.toMinutesPart(), "m");
        append(text, duration.toSecondsPart(), "s");
        append(text, duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text.toString();
    }

    private static void append(StringBuilder text, long number, String unit) {
        if (number != 0) {
            text.append(number).append(unit);
        }
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static StrawbossException invalid(String text, @Nullable Exception cause) {
        String message = "\"" + text + "\" is not a duration of at most 365 days.";
        String hint = "Write it like 90s, 30m or 1h30m.";
        return cause == null
                ? new StrawbossException(ErrorCode.INVALID_INPUT, message, hint)
                : new StrawbossException(ErrorCode.INVALID_INPUT, message, hint, cause);
    }
}
