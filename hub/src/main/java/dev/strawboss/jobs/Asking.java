package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a job wants to know.
///
/// @param reason why it asks; may be empty
/// @param options answers to choose from; none: any text
/// @param freeText whether another answer than the options will do
/// @param within after which time nobody needs to answer any more
/// @param fallback what is taken for the answer then; none: the question is withdrawn
public record Asking(
        String text,
        String reason,
        List<String> options,
        boolean freeText,
        Audience audience,
        Optional<Duration> within,
        Optional<String> fallback) {
    static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_REASON = 2_000;
    private static final int LONGEST_OPTION = 200;
    private static final int MOST_OPTIONS = 10;
    private static final Duration LONGEST_TIME = Duration.ofDays(30);

    /// Whom it is for.
    public enum Audience {
        ORCHESTRATOR,
        PERSON;

        /// `orchestrator` or `person`.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Asking {
        options = options.stream().map(String::strip).distinct().toList();
        require(!text.isBlank() && text.length() <= LONGEST_TEXT, "A question has 1 to 1000");
        require(reason.length() <= LONGEST_REASON, "A reason has at most 2000");
        require(
                options.stream().noneMatch(String::isEmpty)
                        && options.stream().allMatch(word -> word.length() <= LONGEST_OPTION),
                "An option has 1 to 200");
        if (options.size() > MOST_OPTIONS) {
            throw invalid("A question has at most " + MOST_OPTIONS + " options.");
        }
        if (within.isPresent()
                && (within.get().isNegative()
                        || within.get().isZero()
                        || within.get().compareTo(LONGEST_TIME) > 0)) {
            throw invalid("A question waits for 1 s to 30 days.");
        }
        if (fallback.isPresent() && within.isEmpty()) {
            throw invalid("A default is taken when the time is up; say after which.");
        }
        freeText = freeText || options.isEmpty();
        if (fallback.isPresent()) {
            fallback = Optional.of(Question.fitting(fallback.get(), options, freeText));
        }
    }

    private static void require(boolean fits, String rule) {
        if (!fits) {
            throw invalid(rule + " characters.");
        }
    }

    private static StrawbossException invalid(String sentence) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT, sentence, "See strawboss ask --help.");
    }
}
