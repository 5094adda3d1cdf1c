package dev.strawboss.agents;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds in a vendor's message when a limit is lifted.
final class ResetTime {
    // "usage limit reached|1795000000": seconds of the epoch
    private static final Pattern EPOCH = Pattern.compile("\\|(1[0-9]{9})\\b");
    // "try again in 3 hours 5 minutes", "retry after 30s"
    private static final Pattern AFTER =
            Pattern.compile(
                    "(?:again in|retry after|resets in)((?:\\s*,?\\s*\\d{1,6}\\s*(?:days?|hours?|hrs?|"
                            + "minutes?|mins?|seconds?|secs?|[dhms])\\b)+)",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern AMOUNT =
            Pattern.compile("(\\d{1,6})\\s*([dhms])", Pattern.CASE_INSENSITIVE);
    // "resets 3pm (Europe/Berlin)", "try again at 3:45 PM"
    private static final Pattern CLOCK =
            Pattern.compile(
                    "(?:resets|again)(?: at)? (\\d{1,2})(?::(\\d{2}))? ?([ap]m)"
                            + "(?: \\(([A-Za-z_/+-]{1,40})\\))?",
                    Pattern.CASE_INSENSITIVE);

    private ResetTime() {}

    /// @param now when the message was written
    static Optional<Instant> in(String message, Instant now) {
        Matcher epoch = EPOCH.matcher(message);
        if (epoch.find()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))));
        }
        Matcher after = AFTER.matcher(message);
        if (after.find()) {
            return Optional.of(now.plus(sum(after.group(1))));
        }
        Matcher clock = CLOCK.matcher(message);
        return clock.find() ? next(clock, now) : Optional.empty();
    }

    private static Duration sum(String text) {
        Duration sum = Duration.ZERO;
        Matcher amount = AMOUNT.matcher(text);
        while (amount.find()) {
            long number = Long.parseLong(amount.group(1));
            sum =
                    sum.plus(
                            switch (amount.group(2).toLowerCase(Locale.ROOT)) {
                                case "d" -> Duration.ofDays(number);
                                case "h" -> Duration.ofHours(number);
                                case "m" -> Duration.ofMinutes(number);
                                default -> Duration.ofSeconds(number);
                            });
        }
        return sum;
    }

    private static Optional<Instant> next(Matcher clock, Instant now) {
        try {
            String zone = clock.group(4);
            ZonedDateTime here =
                    now.atZone(zone == null ? ZoneId.systemDefault() : ZoneId.of(zone));
            int hour = Integer.parseInt(clock.group(1)) % 12;
            int minute = clock.group(2) == null ? 0 : Integer.parseInt(clock.group(2));
            boolean afternoon = clock.group(3).equalsIgnoreCase("pm");
            ZonedDateTime then = here.with(LocalTime.of(afternoon ? hour + 12 : hour, minute));
            return Optional.of((then.isAfter(here) ? then : then.plusDays(1)).toInstant());
        } catch (DateTimeException _) { // a zone or minute that does not exist: nothing was said
            return Optional.empty();
        }
    }
}
