package dev.strawboss.jobs;

import dev.strawboss.config.Durations;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Says in a sentence what a job waits for, or how it ended, and what to type next.
final class Why {
    private static final int MOST_NAMED = 10;

    /// The time between TERM and KILL, that after KILL, and a little more.
    private static final Duration STOP_TAKES = Duration.ofSeconds(25);

    private Why() {}

    /// @param hindrance why it does not start, if it is queued
    /// @param asks its open questions
    static String sentence(Job job, Hindrance hindrance, List<Question> asks, Clock clock) {
        String id = job.id().value();
        return switch (job.state()) {
            case JobState.Queued _ -> hindrance.sentence();
            case JobState.Waiting waiting -> waiting(id, waiting);
            case JobState.Preparing _ -> "Its workspace and command line are being made.";
            case JobState.Running(var since, var attempt, _, var stop, _, _)
                    when stop.isPresent() ->
                    "Is being stopped: asked by "
                            + stop.get().by()
                            + "; attempt "
                            + attempt
                            + " ran since "
                            + since
                            + "."
                            + (withstands(stop.get(), clock)
                                    ? " Its processes withstand KILL; they are tried again every few"
                                            + " seconds. See `strawboss doctor`."
                                    : "");
            case JobState.Running _ when !asks.isEmpty() -> asking(job, asks);
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

    private static String asking(Job job, List<Question> asks) {
        Question first = asks.getFirst();
        String number = asks.size() == 1 ? "" : first.question() + " ";
        return (first.asking().audience() == Asking.Audience.PERSON ? "Asks a person: " : "Asks: ")
                + "\""
                + first.asking().text().strip()
                + "\""
                + (first.asking().options().isEmpty()
                        ? ""
                        : " (" + String.join(", ", first.asking().options()) + ")")
                + (asks.size() == 1 ? "" : " and " + (asks.size() - 1) + " more")
                + ". `strawboss reply "
                + job.id()
                + " "
                + number
                + "ANSWER` answers it; its limit of "
                + Durations.text(job.spec().timeout())
                + " goes on.";
    }

    private static String waiting(String id, JobState.Waiting waiting) {
        return switch (waiting.reason()) {
            case JobState.Reason.Dependency(var jobs) ->
                    "Waits for "
                            + (jobs.size() == 1 ? "job " : jobs.size() + " jobs: ")
                            + jobs.stream()
                                    .limit(MOST_NAMED)
                                    .map(JobId::value)
                                    .collect(Collectors.joining(", "))
                            + (jobs.size() > MOST_NAMED ? " and more" : "")
                            + ". See `strawboss why "
                            + jobs.getFirst()
                            + "`.";
            case JobState.Reason.Paused(var by) ->
                    "Was paused by "
                            + by
                            + " at "
                            + waiting.since()
                            + (waiting.run().isPresent() ? " while its command ran" : "")
                            + ". `strawboss resume "
                            + id
                            + "` lets it go on.";
        };
    }

    /// After the time that a stop takes at most.
    private static boolean withstands(JobState.Stop stop, Clock clock) {
        return Duration.between(stop.at(), clock.instant()).compareTo(STOP_TAKES) > 0;
    }

    private static String age(Instant since, Clock clock) {
        Duration age = Duration.between(since, clock.instant());
        return Durations.text(Duration.ofSeconds(Math.max(0, age.toSeconds())));
    }
}
