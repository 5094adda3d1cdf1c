package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunHandle;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a job stands, with the facts true there. A job's state is the fold of its events.
public sealed interface JobState {
    /// Accepted and durable; waits for a slot.
    record Queued(Instant since) implements JobState {}

    /// Does not go on until something happens: it was accepted and has not started, or it runs and
    /// its processes are stopped where they stand.
    ///
    /// @param run what goes on afterwards, if its command runs
    record Waiting(Instant since, Reason reason, Optional<Running> run) implements JobState {
        private Running resumed(Instant at) {
            return run.orElseThrow().pausedFor(Duration.between(since, at));
        }

        private Waiting with(JobState changed) {
            return new Waiting(since, reason, Optional.of((Running) changed));
        }
    }

    /// What a waiting job waits for.
    sealed interface Reason {
        /// That these end; the ones that were unfinished when it began to wait.
        record Dependency(List<JobId> jobs) implements Reason {
            public Dependency {
                jobs = List.copyOf(jobs);
            }
        }

        /// That somebody lets it go on.
        record Paused(String by) implements Reason {}

        /// The word people and scripts see: `dependency`, `paused`.
        default String wireName() {
            return switch (this) {
                case Dependency _ -> "dependency";
                case Paused _ -> "paused";
            };
        }
    }

    /// Has a slot: workspace and command line are being made for attempt number `attempt` (from 1).
    record Preparing(Instant since, int attempt, Optional<Stop> stop) implements JobState {}

    /// Its command runs. While it asks something, people see it as waiting for input: its processes
    /// and its time limit go on.
    ///
    /// @param paused for how long of that time it was paused
    /// @param asks the numbers of its open questions, in the order in which they were asked
    record Running(
            Instant since,
            int attempt,
            RunHandle run,
            Optional<Stop> stop,
            Duration paused,
            List<Integer> asks)
            implements JobState {
        public Running {
            asks = List.copyOf(asks);
        }

        public Running(Instant since, int attempt, RunHandle run, Optional<Stop> stop) {
            this(since, attempt, run, stop, Duration.ZERO, List.of());
        }

        private Running pausedFor(Duration more) {
            return new Running(since, attempt, run, stop, paused.plus(more), asks);
        }

        /// Nobody is asked any more.
        private Running stopped(Stop wanted) {
            return new Running(
                    since, attempt, run, Optional.of(stop.orElse(wanted)), paused, List.of());
        }

        private Running asking(int question) {
            List<Integer> more = new ArrayList<>(asks);
            more.add(question);
            return new Running(since, attempt, run, stop, paused, more);
        }

        private Running settled(int question) {
            return new Running(
                    since,
                    attempt,
                    run,
                    stop,
                    paused,
                    asks.stream().filter(open -> open != question).toList());
        }
    }

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
            case Step(Queued _, JobEvent.Held(var at, var reason)) ->
                    new Waiting(at, reason, Optional.empty());
            case Step(Queued queued, JobEvent.Prioritised _) -> queued;

            case Step(Waiting w, JobEvent.Released(var at)) ->
                    w.run().isPresent() ? w.resumed(at) : new Queued(at);
            case Step(Waiting w, JobEvent.StopRequested(var at, var stop)) ->
                    w.run().isPresent() ? w.resumed(at).stopped(stop) : ended(at, stop);
            case Step(Waiting w, JobEvent.Held(var at, var reason)) when w.run().isEmpty() ->
                    new Waiting(at, reason, Optional.empty());
            case Step(Waiting w, JobEvent.Failed(var at, var code, var reason))
                    when w.run().isEmpty() ->
                    new Failed(at, code, reason);
            case Step(Waiting w, JobEvent.Prioritised _) when w.run().isEmpty() -> w;
            // it ended all the same
            case Step(Waiting w, JobEvent.Exited exited) when w.run().isPresent() ->
                    w.resumed(exited.at()).after(exited);
            case Step(Waiting w, JobEvent.Lost lost) when w.run().isPresent() ->
                    w.resumed(lost.at()).after(lost);
            case Step(Waiting w, JobEvent.Requeued requeued) when w.run().isPresent() ->
                    w.resumed(requeued.at()).after(requeued);

            case Step(Preparing(_, var attempt, var stop), JobEvent.Started(var at, var run)) ->
                    new Running(at, attempt, run, stop);
            case Step(Preparing p, JobEvent.StopRequested(_, var stop)) ->
                    new Preparing(p.since(), p.attempt(), Optional.of(p.stop().orElse(stop)));
            case Step(Preparing(_, _, var stop), JobEvent.Requeued(var at, _)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Queued(at);
            case Step(Preparing(_, _, var stop), JobEvent.Failed(var at, var code, var reason)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Failed(at, code, reason);

            case Step(Running r, JobEvent.StopRequested(_, var stop)) -> r.stopped(stop);
            case Step(Running r, JobEvent.Held(var at, Reason.Paused reason))
                    when r.stop().isEmpty() ->
                    new Waiting(at, reason, Optional.of(r));
            case Step(Running r, JobEvent.Asked asked) when r.stop().isEmpty() ->
                    r.asking(asked.question());
            case Step(Running r, JobEvent.Answered answered)
                    when r.asks().contains(answered.question()) ->
                    r.settled(answered.question());
            case Step(Running r, JobEvent.Withdrawn withdrawn)
                    when r.asks().contains(withdrawn.question()) ->
                    r.settled(withdrawn.question());
            // what it asks stays asked while it stands still
            case Step(Waiting w, JobEvent.Asked asked) when w.run().isPresent() ->
                    w.with(w.run().get().after(asked));
            case Step(Waiting w, JobEvent.Answered answered) when w.run().isPresent() ->
                    w.with(w.run().get().after(answered));
            case Step(Waiting w, JobEvent.Withdrawn withdrawn) when w.run().isPresent() ->
                    w.with(w.run().get().after(withdrawn));

            case Step(
                            Running(_, var attempt, var run, var stop, _, _),
                            JobEvent.Exited(var at, var exit)) ->
                    new Verifying(at, attempt, run, exit, stop);
            case Step(Running(_, _, _, var stop, _, _), JobEvent.Lost(var at, var why)) ->
                    stop.isPresent() ? ended(at, stop.get()) : new Unknown(at, why);

            case Step(Running(_, _, _, var stop, _, _), JobEvent.Requeued(var at, _)) ->
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

    /// The numbers of the questions that the job asks now.
    default List<Integer> asks() {
        return switch (this) {
            case Running running -> running.asks();
            case Waiting waiting -> waiting.run().map(Running::asks).orElse(List.of());
            default -> List.of();
        };
    }

    /// The word people and scripts see: `queued`, `waiting`, `preparing`, `running`, `verifying`,
    /// `succeeded`, `failed`, `timed_out`, `cancelled`, `unknown`.
    default String wireName() {
        return switch (this) {
            case Queued _ -> "queued";
            case Waiting _ -> "waiting";
            case Preparing _ -> "preparing";
            case Running running -> running.asks().isEmpty() ? "running" : "waiting";
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
