package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunHandle;
import java.time.Instant;

/// A life-cycle fact, appended once and never changed. About six for an ordinary job.
public sealed interface JobEvent {
    Instant at();

    /// The first event of every job; its state is [JobState.Queued].
    record Accepted(Instant at) implements JobEvent {}

    /// Got a slot and the number of its attempt (from 1).
    record Claimed(Instant at, int attempt) implements JobEvent {}

    /// Its command was started, or found started.
    record Started(Instant at, RunHandle run) implements JobEvent {}

    record StopRequested(Instant at, JobState.Stop stop) implements JobEvent {}

    /// Back to the queue: the attempt certainly never started (the hub died before it could), or
    /// its outcome cannot be known and the job is to be run again then.
    record Requeued(Instant at, String why) implements JobEvent {}

    record Exited(Instant at, Exit exit) implements JobEvent {}

    record Succeeded(Instant at) implements JobEvent {}

    record Failed(Instant at, ErrorCode code, String reason) implements JobEvent {}

    /// Runner and worker are gone without a record.
    record Lost(Instant at, String why) implements JobEvent {}

    /// A job whose outcome is not known goes on in a new attempt: in the same workspace, in the
    /// agent's session `session`.
    record Continued(Instant at, String by, String session) implements JobEvent {}
}
