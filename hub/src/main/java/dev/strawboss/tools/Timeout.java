package dev.strawboss.tools;

import dev.strawboss.mcp.Arguments;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `90s`, `30m`, `2h`, `1h30m`.
final class Timeout {
    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,7})s)?");
    private static final Duration LONGEST = Duration.ofDays(7);

    private Timeout() {}

    static Optional<Duration> of(Arguments arguments) {
        return arguments.string("timeout").map(text -> parse(text, arguments));
    }

    private static Duration parse(String text, Arguments arguments) {
        Matcher form = FORM.matcher(text.strip());
        Duration duration =
                form.matches()
                        ? Duration.ofDays(number(form, 1))
                                .plusHours(number(form, 2))
                                .plusMinutes(number(form, 3))
                                .plusSeconds(number(form, 4))
                        : Duration.ZERO;
        if (duration.isZero() || duration.compareTo(LONGEST) > 0) {
            throw arguments.invalid(
                    "The timeout "
                            + PlainText.line(text, 40)
                            + " is not a time between 1s and 7d, such as 90s, 30m or 1h30m.");
        }
        return duration;
    }

    private static long number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /// `42 s`, `3 min 5 s`, `2 h 10 min`.
    static String shown(Duration time) {
        long seconds = time.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600
                ? seconds / 60 + " min " + seconds % 60 + " s"
                : seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }
}
