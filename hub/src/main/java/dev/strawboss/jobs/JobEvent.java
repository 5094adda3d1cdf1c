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

    /// It does not go on until something happens.
    record Held(Instant at, JobState.Reason reason) implements JobEvent {}

    /// What it waited for is so: back to the queue, or its command goes on.
    record Released(Instant at) implements JobEvent {}

    /// Somebody gave it another priority before it started.
    record Prioritised(Instant at, int priority, String by) implements JobEvent {}

    /// Got a slot and the number of its attempt (from 1).
    record Claimed(Instant at, int attempt) implements JobEvent {}

    /// Its command was started, or found started.
    record Started(Instant at, RunHandle run) implements JobEvent {}

    /// What its command asks is durable; [Question] has it.
    ///
    /// @param question its number among those of the job, from 1
    record Asked(Instant at, int question) implements JobEvent {}

    record Answered(Instant at, int question, String by) implements JobEvent {}

    /// No answer is wanted any more.
    record Withdrawn(Instant at, int question, String why) implements JobEvent {}

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
