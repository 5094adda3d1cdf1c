package dev.strawboss.jobs;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a job's events make of it.
final class JobProjection {
    /// In the report of a job that went on after its outcome could not be known: the session.
    static final String CONTINUES = "continues";

    private JobProjection() {}

    /// The state that a job's events, from the first on, lead to.
    static JobState fold(List<JobEvent> events) {
        if (events.isEmpty() || !(events.getFirst() instanceof JobEvent.Accepted accepted)) {
            throw new IllegalStateException("a job's first event is Accepted, not " + events);
        }
        JobState state = new JobState.Queued(accepted.at());
        for (JobEvent event : events.subList(1, events.size())) {
            state = state.after(event);
        }
        return state;
    }

    /// The job after one more event.
    static Job after(Job job, JobEvent event, Map<String, Object> report) {
        Map<String, Object> merged = new LinkedHashMap<>(job.report());
        merged.putAll(report);
        int attempts =
                event instanceof JobEvent.Claimed claimed ? claimed.attempt() : job.attempts();
        Optional<Instant> started =
                event instanceof JobEvent.Started begun ? Optional.of(begun.at()) : job.started();
        if (event instanceof JobEvent.Exited exited) {
            merged.put("exit_status", (long) exited.exit().status());
        }
        if (event instanceof JobEvent.Continued continued) {
            merged.put(CONTINUES, continued.session());
        }
        return new Job(
                job.id(),
                job.number(),
                job.spec(),
                job.client(),
                job.accepted(),
                job.state().after(event),
                attempts,
                started,
                merged);
    }
}
