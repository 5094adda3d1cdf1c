package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.jobs.JobState;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.workspace.ChangedFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs in every state, made by hand.
final class SampleJobs {
    static final Instant ACCEPTED = Instant.parse("2026-11-20T10:00:00Z");
    static final Instant STARTED = ACCEPTED.plusSeconds(1);
    static final Instant ENDED = ACCEPTED.plusSeconds(43);
    static final Instant NOW = ACCEPTED.plusSeconds(60);
    private static final RunHandle RUN =
            new RunHandle(Path.of("/state"), new ProcessIdentity(7, 8, "boot"), "cgroup", "");

    private SampleJobs() {}

    static Map<String, JobState> states() {
        Exit exit = new Exit(0, ENDED);
        Map<String, JobState> states = new LinkedHashMap<>();
        states.put("queued", new JobState.Queued(ACCEPTED));
        states.put(
                "waiting",
                new JobState.Waiting(
                        ACCEPTED,
                        new JobState.Reason.Dependency(List.of(new JobId("8m2k4c6t0wzr"))),
                        Optional.empty()));
        states.put(
                "paused",
                new JobState.Waiting(
                        STARTED,
                        new JobState.Reason.Paused("ada"),
                        Optional.of(new JobState.Running(STARTED, 1, RUN, Optional.empty()))));
        states.put("preparing", new JobState.Preparing(ACCEPTED, 1, Optional.empty()));
        states.put("running", new JobState.Running(STARTED, 1, RUN, Optional.empty()));
        states.put("verifying", new JobState.Verifying(ENDED, 1, RUN, exit, Optional.empty()));
        states.put("succeeded", new JobState.Succeeded(ENDED));
        states.put(
                "failed",
                new JobState.Failed(
                        ENDED,
                        ErrorCode.AGENT_RATE_LIMIT,
                        "The agent claude failed: usage limit reached."));
        states.put("timed_out", new JobState.TimedOut(ENDED, "ran longer than 30m"));
        states.put("cancelled", new JobState.Cancelled(ENDED, "cancelled by cli"));
        states.put(
                "unknown",
                new JobState.Unknown(
                        ENDED,
                        "the runner and its command are gone and left no record of how they ended"));
        return states;
    }

    static Job agent(JobState state, Map<String, Object> report) {
        JobSpec spec =
                new JobSpec(
                        "agent",
                        "Make the date parser accept ISO weeks",
                        Optional.of("dates"),
                        Optional.of("claude"),
                        Path.of("/home/ada/dates"),
                        Duration.ofMinutes(30),
                        "",
                        Map.of("mode", "auto", "model", "haiku"));
        return job(spec, state, report);
    }

    static Job command(JobState state, Map<String, Object> report) {
        JobSpec spec =
                new JobSpec(
                        "command",
                        "make test",
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("/home/ada/dates"),
                        Duration.ofMinutes(30),
                        "",
                        Map.of());
        return job(spec, state, report);
    }

    private static Job job(JobSpec spec, JobState state, Map<String, Object> report) {
        boolean started =
                !(state instanceof JobState.Queued
                        || state instanceof JobState.Preparing
                        || (state instanceof JobState.Waiting waiting && waiting.run().isEmpty()));
        return new Job(
                new JobId("5xq5f5xnwc6p"),
                17,
                spec,
                "cli",
                ACCEPTED,
                state,
                state instanceof JobState.Queued ? 0 : 1,
                started ? Optional.of(STARTED) : Optional.empty(),
                report);
    }

    /// What an agent leaves that did something.
    static Map<String, Object> work() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("text", "Weeks are parsed now.\n\nI ran the tests: all pass.");
        report.put("session", "0b9e");
        report.put("model", "haiku");
        Map<String, Object> usage = new LinkedHashMap<>();
        usage.put("input_tokens", 5210L);
        usage.put("cached_tokens", 4100L);
        usage.put("output_tokens", 310L);
        report.put("usage", usage);
        report.put("cost_usd", 0.0125);
        report.put("mode", "auto");
        report.put("isolation", "worktree");
        report.put("sandbox", "none");
        report.put("branch", "strawboss/5xq5f5xnwc6p");
        report.put("base", "1f0c8a33a2b7d4e6f9081726354453627180abcd");
        report.put("head", "2e1d9b44b3c8e5f70a192837465564738291bcde");
        report.put("commits", 1L);
        report.put(
                "changed_files",
                List.of(
                        new ChangedFile(
                                        "src/dates.py",
                                        "modified",
                                        Optional.empty(),
                                        Optional.of(12L),
                                        Optional.of(3L))
                                .toJson(),
                        new ChangedFile(
                                        "logo.png",
                                        "added",
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())
                                .toJson()));
        report.put("changed_files_total", 2L);
        report.put("patch", "/state/workspaces/5xq5f5xnwc6p.patch");
        report.put("warnings", List.of("The worker changed refs/heads/main; it was put back."));
        return report;
    }

    static Map<String, Object> output(long status, String out, String err) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("exit_status", status);
        report.put("output", out);
        report.put("error_output", err);
        report.put("stdout_bytes", 48_213L);
        report.put("stderr_bytes", (long) err.length());
        return report;
    }
}
