package dev.strawboss.jobs;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A job as it stands: a snapshot, never updated in place.
///
/// @param number counts up with every accepted job; the order of lists
/// @param client who dispatched it, such as `claude-code` or `cli`
/// @param attempts how many were claimed so far
/// @param started when its command last started
/// @param report what the kind found out: text, session, usage, branch, changed files and so on
public record Job(
        JobId id,
        long number,
        JobSpec spec,
        String client,
        Instant accepted,
        JobState state,
        int attempts,
        Optional<Instant> started,
        Map<String, Object> report) {
    public boolean finished() {
        return state instanceof JobState.Finished;
    }

    /// The agent's session in which it goes on, after its outcome could not be known.
    public Optional<String> continues() {
        return Optional.ofNullable((String) report.get(JobProjection.CONTINUES));
    }

    Job withText(String text) {
        return new Job(
                id,
                number,
                spec.withText(text),
                client,
                accepted,
                state,
                attempts,
                started,
                report);
    }
}
