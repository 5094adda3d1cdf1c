package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// How the jobs stand that another one waits for.
///
/// @param unfinished in the order they were named
/// @param failure why the other one cannot start any more
record SqliteParents(List<JobId> unfinished, Optional<String> failure) {
    private static final SqliteParents NONE = new SqliteParents(List.of(), Optional.empty());

    static SqliteParents of(Handle handle, Scheduling scheduling) {
        if (scheduling.after().isEmpty()) {
            return NONE;
        }
        Map<String, String> states = states(handle, scheduling.after());
        List<JobId> unfinished = new ArrayList<>();
        Optional<String> failure = Optional.empty();
        for (JobId parent : scheduling.after()) {
            String state = states.getOrDefault(parent.value(), "gone");
            switch (state) {
                case "succeeded" -> {}
                case "queued", "waiting", "preparing", "running", "verifying" ->
                        unfinished.add(parent);
                default -> {
                    if (!scheduling.anyEnd() && failure.isEmpty()) {
                        failure = Optional.of(failure(parent, state));
                    }
                }
            }
        }
        return new SqliteParents(unfinished, failure);
    }

    /// The same for a job as it stands. One that has had its turn does not ask again: what it
    /// followed may be gone by now.
    static SqliteParents of(Handle handle, Job job) {
        return job.attempts() > 0 ? NONE : of(handle, job.spec().scheduling());
    }

    private static Map<String, String> states(Handle handle, List<JobId> ids) {
        Map<String, String> states = new HashMap<>();
        handle.createQuery("select id, state from jobs where id in (<ids>)")
                .bindList("ids", ids.stream().map(JobId::value).toList())
                .map((rows, _) -> Map.entry(rows.getString(1), rows.getString(2)))
                .forEach(row -> states.put(row.getKey(), row.getValue()));
        return states;
    }

    private static String failure(JobId parent, String state) {
        String outcome =
                switch (state) {
                    case "failed" -> "failed";
                    case "timed_out" -> "timed out";
                    case "cancelled" -> "was cancelled";
                    case "gone" -> "is no longer kept";
                    default -> "ended without a known outcome";
                };
        return "job " + parent + ", which it was to follow, " + outcome + ".";
    }

    /// What happens to a job that is just being accepted.
    List<JobEvent> atAccept(Instant at) {
        List<JobEvent> events = new ArrayList<>();
        if (!unfinished.isEmpty() || failure.isPresent()) {
            events.add(new JobEvent.Held(at, new JobState.Reason.Dependency(unfinished)));
        }
        failed(at).ifPresent(events::add);
        return events;
    }

    /// What happens to a waiting job after one of those it waits for has ended.
    Optional<JobEvent> settling(JobState state, Instant at) {
        if (!(state instanceof JobState.Waiting waiting) || waiting.run().isPresent()) {
            return Optional.empty();
        }
        return failed(at)
                .or(() ->
                        unfinished.isEmpty()
                                        && waiting.reason() instanceof JobState.Reason.Dependency
                                ? Optional.of(new JobEvent.Released(at))
                                : Optional.empty());
    }

    /// What happens to a job that was paused before it started and is to go on.
    JobEvent afterPause(Instant at) {
        return failed(at)
                .orElseGet(() ->
                        unfinished.isEmpty()
                                ? new JobEvent.Released(at)
                                : new JobEvent.Held(
                                        at, new JobState.Reason.Dependency(unfinished)));
    }

    private Optional<JobEvent> failed(Instant at) {
        return failure.map(why -> new JobEvent.Failed(at, ErrorCode.DEPENDENCY_FAILED, why));
    }
}
