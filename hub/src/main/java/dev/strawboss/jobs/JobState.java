package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunHandle;
import java.time.Instant;
import java.util.Optional;

/// Where a job stands, with the facts true there. A job's state is the fold of its events.
public sealed interface JobState {
    /// Accepted and durable; waits for a slot.
    record Queued(Instant since) implements JobState {}

    /// Has a slot: workspace and command line are being made for attempt number `attempt` (from 1).
    record Preparing(Instant since, int attempt, Optional<Stop> stop) implements JobState {}

    /// Its command runs.
    record Running(Instant since, int attempt, RunHandle run, Optional<Stop> stop)
            implements JobState {}

    /// Its command ended; what it left is being collected and judged.
    record Verifying(Instant since, int attempt, RunHandle run, Exit exit, Optional<Stop> stop)
            implements JobState {}

    /// Over, for good; only of [Unknown] more may become known, or the job go on.
    sealed interface Finished extends JobState {
        Instant at();
    }

    record Succeeded(Instant at) implements Finished {}

    record Failed(Instant at, ErrorCode code, String reason) implements Finished {}

    record TimedOut(Instant at, String reason) implements Finished {}

    record Cancelled(Instant at, String reason) implements Finished {}

    /// The outcome cannot be known: runner and worker are gone and left no record.
    record Unknown(Instant at, String reason) implements Finished {}

    /// Why a job is being stopped. The first one wins.
    record Stop(Instant at, Cause cause, String by) {
        public enum Cause {
            CANCEL,
            TIMEOUT
        }
    }

    /// The state after `event`.
    ///
    /// @throws IllegalStateException if the event cannot follow this state
    default JobState after(JobEvent event) {
        return switch (new Step(this, event)) {
            case Step(Queued _, JobEvent.Claimed(var at, var attempt)) ->
                    new Preparing(at, attempt, Optional.empty());
            case Step(Queued _, JobEvent.StopRequested(var at, var stop)) -> ended(at, stop);

            case Step(Preparing(_, var attempt, var stop), JobEvent.Started(var at, var run)) ->
                    new Running(at, attempt, run, stop);
            case Step(Preparing p, JobEvent.StopRequested(_, var stop)) ->
                    new Preparing(p.since(), p.attempt(), Optional.of(p.stop().orElse(stop)));
            case Step(Preparing(_, _, var stop), JobEvent.Requeued(var at, _)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Queued(at);
            case Step(Preparing(_, _, var stop), JobEvent.Failed(var at, var code, var reason)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Failed(at, code, reason);

            case Step(Running r, JobEvent.StopRequested(_, var stop)) ->
                    new Running(
                            r.since(), r.attempt(), r.run(), Optional.of(r.stop().orElse(stop)));
            case Step(
                            Running(_, var attempt, var run, var stop),
                            JobEvent.Exited(var at, var exit)) ->
                    new Verifying(at, attempt, run, exit, stop);
            case Step(Running(_, _, _, var stop), JobEvent.Lost(var at, var why)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Unknown(at, why);

            case Step(Running(_, _, _, var stop), JobEvent.Requeued(var at, _)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Queued(at);

            case Step(Verifying v, JobEvent.StopRequested _) -> v;
            case Step(Verifying(_, _, _, _, var stop), JobEvent.Succeeded(var at)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Succeeded(at);
            case Step(
                            Verifying(_, _, _, _, var stop),
                            JobEvent.Failed(var at, var code, var reason)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Failed(at, code, reason);

            case Step(Unknown _, JobEvent.Succeeded(var at)) -> new Succeeded(at);
            case Step(Unknown _, JobEvent.Failed(var at, var code, var reason)) ->
                    new Failed(at, code, reason);
            case Step(Unknown _, JobEvent.Continued(var at, _, _)) -> new Queued(at);

            case Step(var state, var unfit) ->
                    throw new IllegalStateException(unfit + " cannot follow " + state);
        };
    }

    private static Finished ended(Instant at, Stop stop) {
        return switch (stop.cause()) {
            case CANCEL -> new Cancelled(at, "cancelled by " + stop.by());
            case TIMEOUT -> new TimedOut(at, "ran longer than " + stop.by());
        };
    }

    /// The word people and scripts see: `queued`, `preparing`, `running`, `verifying`, `succeeded`,
    /// `failed`, `timed_out`, `cancelled`, `unknown`.
    default String wireName() {
        return switch (this) {
            case Queued _ -> "queued";
            case Preparing _ -> "preparing";
            case Running _ -> "running";
            case Verifying _ -> "verifying";
            case Succeeded _ -> "succeeded";
            case Failed _ -> "failed";
            case TimedOut _ -> "timed_out";
            case Cancelled _ -> "cancelled";
            case Unknown _ -> "unknown";
        };
    }

    /// A state and what happens in it; exists to be matched on.
    record Step(JobState state, JobEvent event) {}
}
