package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Something that a job has asked.
///
/// @param number the order of all questions
/// @param question its number among those of the job, from 1
/// @param attempt of the job that asked
/// @param until when it is settled without an answer
/// @param settled what came of it; empty while it is open
public record Question(
        long number,
        JobId job,
        int question,
        int attempt,
        Asking asking,
        Instant asked,
        Optional<Instant> until,
        Optional<Settled> settled) {
    private static final int LONGEST_ANSWER = 4_000;

    /// What came of a question.
    public sealed interface Settled {
        Instant at();
    }

    /// @param by who answered; [Questions#BY_DEFAULT] when the time was up
    public record Answered(Instant at, String answer, String by) implements Settled {}

    public record Withdrawn(Instant at, String why) implements Settled {}

    public boolean open() {
        return settled.isEmpty();
    }

    /// As people and scripts see it.
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("question", (long) question);
        json.put("text", asking.text());
        if (!asking.reason().isEmpty()) {
            json.put("reason", asking.reason());
        }
        if (!asking.options().isEmpty()) {
            json.put("options", asking.options());
            json.put("free_text", asking.freeText());
        }
        json.put("for", asking.audience().wireName());
        json.put("asked_at", asked.toString());
        until.ifPresent(end -> json.put("until", end.toString()));
        asking.fallback().ifPresent(answer -> json.put("default", answer));
        switch (settled.orElse(null)) {
            case Answered(Instant at, String answer, String by) -> {
                json.put("answer", answer);
                json.put("by", by);
                json.put("settled_at", at.toString());
            }
            case Withdrawn(Instant at, String why) -> {
                json.put("withdrawn", why);
                json.put("settled_at", at.toString());
            }
            case null -> {}
        }
        return json;
    }

    /// The answer as it is kept: an option may be written in any case, or as its number.
    ///
    /// @throws StrawbossException `INVALID_INPUT` if it is no answer to this
    String fitting(String answer) {
        return fitting(answer, asking.options(), asking.freeText());
    }

    static String fitting(String answer, List<String> options, boolean freeText) {
        String given = answer.strip();
        if (given.isEmpty() || given.length() > LONGEST_ANSWER) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "An answer has 1 to " + LONGEST_ANSWER + " characters.",
                    "");
        }
        Optional<String> option =
                options.stream().filter(word -> word.equalsIgnoreCase(given)).findFirst();
        if (option.isPresent() || freeText) {
            return option.orElse(given);
        }
        if (given.matches("[1-9][0-9]?") && Integer.parseInt(given) <= options.size()) {
            return options.get(Integer.parseInt(given) - 1);
        }
        throw new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The answer is one of: " + String.join(", ", options) + ".",
                "");
    }
}
