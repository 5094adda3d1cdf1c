package dev.strawboss.jobs;

import dev.strawboss.config.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Says in a sentence what a job waits for, or how it ended, and what to type next.
final class Why {
    private Why() {}

    /// How the queue stands for one job.
    ///
    /// @param free whether a slot is free or about to be filled with this job
    record Slot(int all, long ahead, boolean free) {}

    static String sentence(Job job, Slot slot, Clock clock) {
        String id = job.id().value();
        return switch (job.state()) {
            case JobState.Queued _ ->
                    slot.free()
                            ? "Was just accepted and is about to start."
                            : "Waits for a slot: all "
                                    + slot.all()
                                    + " are taken and "
                                    + slot.ahead()
                                    + " job(s) are ahead of it. See `strawboss jobs --state running`.";
            case JobState.Preparing _ -> "Its workspace and command line are being made.";
            case JobState.Running(var since, var attempt, _, var stop) when stop.isPresent() ->
                    "Is being stopped: asked by "
                            + stop.get().by()
                            + "; attempt "
                            + attempt
                            + " ran since "
                            + since
                            + ".";
            case JobState.Running running ->
                    "Runs since "
                            + age(running.since(), clock)
                            + "; its limit is "
                            + Durations.text(job.spec().timeout())
                            + ". See `strawboss logs -f "
                            + id
                            + "`.";
            case JobState.Verifying _ -> "Its command ended; what it left is being collected.";
            case JobState.Succeeded _ -> "Succeeded. See `strawboss job " + id + "`.";
            case JobState.Failed(_, var code, var reason) ->
                    "Failed ("
                            + code.wireName()
                            + "): "
                            + reason
                            + " See `strawboss logs "
                            + id
                            + "`.";
            case JobState.TimedOut(_, var reason) ->
                    "Timed out: it "
                            + reason
                            + ". Dispatch it again with a longer `--timeout`; what it left is kept, see"
                            + " `strawboss job "
                            + id
                            + "`.";
            case JobState.Cancelled(_, var reason) ->
                    "Was " + reason + ". What it left is kept, see `strawboss job " + id + "`.";
            case JobState.Unknown(_, var reason) ->
                    "Its outcome is not known: "
                            + reason
                            + ". Nothing was repeated, and what it left is kept. Look at it with"
                            + " `strawboss job "
                            + id
                            + "`; then `strawboss verify "
                            + id
                            + "` (does what it left show how it ended?), "
                            + (job.report().get("session") == null
                                    ? ""
                                    : "`strawboss continue " + id + "` (the agent goes on), ")
                            + "or `strawboss retry "
                            + id
                            + "` (from the start).";
        };
    }

    private static String age(Instant since, Clock clock) {
        Duration age = Duration.between(since, clock.instant());
        return Durations.text(Duration.ofSeconds(Math.max(0, age.toSeconds())));
    }
}
