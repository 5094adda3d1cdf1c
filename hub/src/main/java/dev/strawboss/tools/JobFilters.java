package dev.strawboss.tools;

import dev.strawboss.config.Durations;
import dev.strawboss.jobs.JobFilter;
import dev.strawboss.jobs.JobFilter.Facet;
import dev.strawboss.mcp.Arguments;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Reads which jobs are asked for.
///
/// @param clock what times ago count from
record JobFilters(Clock clock) {
    private static final int LONGEST_TEXT = 500;

    /// As people and programs write times.
    private static final List<Function<String, Instant>> FORMS =
            List.of(
                    Instant::parse,
                    text -> OffsetDateTime.parse(text).toInstant(),
                    text -> LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC),
                    text -> LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC));

    JobFilter read(Arguments arguments) {
        Map<Facet, String> facets = new EnumMap<>(Facet.class);
        for (Facet facet : Facet.values()) {
            arguments.string(facet.word()).ifPresent(value -> facets.put(facet, value));
        }
        Optional<String> text = arguments.string("text").filter(words -> !words.isBlank());
        if (text.isPresent() && text.get().length() > LONGEST_TEXT) {
            throw arguments.invalid(
                    "A search has at most " + LONGEST_TEXT + " characters; give fewer words.");
        }
        return new JobFilter(
                states(arguments),
                facets,
                Set.copyOf(arguments.strings("tags")),
                time(arguments, "from"),
                time(arguments, "until"),
                text,
                arguments.bool("archived"));
    }

    private static Set<String> states(Arguments arguments) {
        Set<String> states = Set.copyOf(arguments.strings("state"));
        for (String state : states) {
            if (!JobsTool.STATES.contains(state)) {
                throw arguments.invalid(
                        "There is no state "
                                + PlainText.line(state, 40)
                                + "; there are "
                                + String.join(", ", JobsTool.STATES)
                                + ".");
            }
        }
        return states;
    }

    private Optional<Instant> time(Arguments arguments, String name) {
        return arguments
                .string(name)
                .map(text ->
                        time(text.strip().replaceFirst("\\s+ago$", ""))
                                .orElseThrow(() ->
                                        arguments.invalid(
                                                "The time "
                                                        + PlainText.line(text, 40)
                                                        + " is neither an age such as 2h or 7d nor a date such as"
                                                        + " 2026-11-21 or 2026-11-21T14:00:00Z (UTC).")));
    }

    private Optional<Instant> time(String text) {
        Optional<Instant> age = Durations.parse(text).map(clock.instant()::minus);
        if (age.isPresent()) {
            return age;
        }
        return FORMS.stream().flatMap(form -> read(form, text).stream()).findFirst();
    }

    private static Optional<Instant> read(Function<String, Instant> form, String text) {
        try {
            return Optional.of(form.apply(text));
        } catch (DateTimeException _) { // another form, or none
            return Optional.empty();
        }
    }
}
