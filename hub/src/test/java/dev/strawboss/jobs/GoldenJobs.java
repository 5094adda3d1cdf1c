package dev.strawboss.jobs;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fills a store with a job of every kind in every state, by every way there, as this version
/// writes them: the content of a [dev.strawboss.store.GoldenStore].
final class GoldenJobs {
    private static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final SqliteJobStore store;
    private final Jobs jobs;
    private int made;

    private GoldenJobs(Path state, Database database) {
        this.store = new SqliteJobStore(database);
        this.jobs =
                new Jobs(
                        database,
                        state.resolve("jobs"),
                        new SurvivingPlacement(),
                        List.of(new Named("agent"), new Named("command")),
                        0, // nothing starts by itself
                        Clock.fixed(START, ZoneOffset.UTC));
    }

    /// @param state a state directory without a store
    static void write(Path state) throws InterruptedException {
        try (Database database = Database.open(state.resolve("strawboss.db"))) {
            GoldenJobs golden = new GoldenJobs(state, database);
            for (JobSpec spec : List.of(agent(), command(), script())) {
                for (List<JobEvent> history : golden.histories()) {
                    golden.add(spec, history);
                }
            }
            golden.scheduled();
            golden.asking();
            golden.overHttp();
            golden.jobs.close();
        }
    }

    private void add(JobSpec spec, List<JobEvent> history) {
        made++;
        Optional<String> key = made % 2 == 0 ? Optional.empty() : Optional.of("bridge-" + made);
        Job job = jobs.accept(spec, made % 3 == 0 ? "claude-code" : "cli", key);
        for (JobEvent event : history) {
            Map<String, Object> report =
                    event instanceof JobEvent.Succeeded || event instanceof JobEvent.Failed
                            ? spec.kind().equals("agent") ? agentReport() : commandReport()
                            : Map.of();
            store.append(job.id(), _ -> Optional.of(event), report);
        }
    }

    /// Queues, pauses, tags, keys, jobs after others, and what was put away.
    private void scheduled() {
        jobs.queues().save("release", 1);
        jobs.queues().pause(new Scope.Project("dates"), "ada");
        Job first = tagged(new Scheduling("release", 7, List.of(), false), "first");
        tagged(new Scheduling("release", -3, List.of(first.id()), true), "second");
        Job done = tagged(Scheduling.USUAL, "third");
        for (JobEvent event :
                List.of(claimed(1), started(), exited(0), new JobEvent.Succeeded(at(9)))) {
            store.append(done.id(), _ -> Optional.of(event), commandReport());
        }
        jobs.history().archive(List.of(done.id()), true);
    }

    /// Questions that are open, answered and fallen with their job.
    private void asking() throws InterruptedException {
        for (String key : List.of("open", "answered", "fallen")) {
            Job job = tagged(Scheduling.USUAL, key);
            for (JobEvent event : List.of(claimed(1), started())) {
                store.append(job.id(), _ -> Optional.of(event), Map.of());
            }
            jobs.questions().ask(job.id(), 1, asking(key), "golden-" + key);
            if (key.equals("answered")) {
                jobs.questions().reply(job.id(), Optional.empty(), "yes", "ada", "golden-reply");
            }
            if (key.equals("fallen")) {
                store.append(job.id(), _ -> Optional.of(exited(0)), Map.of());
            }
        }
    }

    private void overHttp() {
        jobs.accept(
                command(),
                new Dispatcher("claude-code", "session-2", "nightly"),
                Optional.empty(),
                Optional.empty());
    }

    private static Asking asking(String key) {
        return new Asking(
                "Delete the cache? It's " + key + ".",
                "It is old.",
                List.of("yes", "no"),
                false,
                Asking.Audience.PERSON,
                Optional.of(Duration.ofDays(30)),
                Optional.of("no"));
    }

    private Job tagged(Scheduling when, String key) {
        return jobs.accept(
                command().with(when, List.of("nightly", "ünïcode")),
                new Dispatcher("claude-code", "session-1"),
                Optional.of("bridge-" + key),
                Optional.of(new Once("ada", key, Map.of("command", "make test"))));
    }

    private List<List<JobEvent>> histories() {
        JobEvent cancel = stop(JobState.Stop.Cause.CANCEL, "claude-code");
        JobEvent timeout = stop(JobState.Stop.Cause.TIMEOUT, "30m");
        JobEvent failed =
                new JobEvent.Failed(at(9), ErrorCode.NONZERO_EXIT, "It ended with status 3.");
        JobEvent lost = new JobEvent.Lost(at(9), "the runner and its command are gone");
        JobEvent requeued = new JobEvent.Requeued(at(2), "the hub ended before it started");
        JobEvent succeeded = new JobEvent.Succeeded(at(9));
        JobEvent held =
                new JobEvent.Held(
                        at(1), new JobState.Reason.Dependency(List.of(new JobId("000000000000"))));
        JobEvent paused = new JobEvent.Held(at(4), new JobState.Reason.Paused("ada"));
        JobEvent released = new JobEvent.Released(at(6));
        JobEvent later = new JobEvent.Prioritised(at(1), 5, "ada");
        JobEvent asked = new JobEvent.Asked(at(4), 1);
        JobEvent answered = new JobEvent.Answered(at(5), 1, "ada");
        JobEvent withdrawn = new JobEvent.Withdrawn(at(5), 1, "nobody answered within 10m");
        JobEvent goesOn = new JobEvent.Continued(at(10), "ada", "0b9e");
        List<List<JobEvent>> all = new ArrayList<>();
        all.add(List.of());
        all.add(List.of(later));
        all.add(List.of(held));
        all.add(List.of(held, new JobEvent.Released(at(2)), claimed(1), started()));
        all.add(List.of(paused));
        all.add(List.of(claimed(1), started(), paused));
        all.add(List.of(claimed(1), started(), paused, released, exited(0), succeeded));
        all.add(List.of(claimed(1), started(), lost, goesOn));
        all.add(List.of(claimed(1), started(), lost, goesOn, claimed(2), started()));
        all.add(List.of(cancel));
        all.add(List.of(claimed(1)));
        all.add(List.of(claimed(1), cancel));
        all.add(List.of(claimed(1), failed));
        all.add(List.of(claimed(1), cancel, requeued));
        all.add(List.of(claimed(1), requeued));
        all.add(List.of(claimed(1), requeued, claimed(2), started()));
        all.add(List.of(claimed(1), started()));
        all.add(List.of(claimed(1), started(), asked, answered));
        all.add(List.of(claimed(1), started(), asked, withdrawn));
        all.add(List.of(claimed(1), started(), cancel));
        all.add(List.of(claimed(1), started(), timeout));
        all.add(List.of(claimed(1), started(), exited(0)));
        all.add(List.of(claimed(1), started(), cancel, exited(143)));
        all.add(List.of(claimed(1), started(), exited(0), succeeded));
        all.add(List.of(claimed(1), started(), exited(3), failed));
        all.add(List.of(claimed(1), started(), cancel, exited(143), failed));
        all.add(List.of(claimed(1), started(), timeout, exited(137), failed));
        all.add(List.of(claimed(1), started(), lost));
        all.add(List.of(claimed(1), started(), cancel, lost));
        return all;
    }

    private static JobEvent claimed(int attempt) {
        return new JobEvent.Claimed(at(1), attempt);
    }

    private JobEvent started() {
        return new JobEvent.Started(
                at(3),
                new RunHandle(
                        Path.of("/srv/ada/strawboss/jobs/000000000000/1"),
                        new ProcessIdentity(4_000_000_000L, made, "a-boot-long-ago"),
                        "process_group",
                        "000000000000-1"));
    }

    private static JobEvent exited(int status) {
        return new JobEvent.Exited(at(8), new Exit(status, at(7)));
    }

    private static JobEvent stop(JobState.Stop.Cause cause, String by) {
        return new JobEvent.StopRequested(at(5), new JobState.Stop(at(5), cause, by));
    }

    private static Instant at(int second) {
        return START.plusSeconds(second).plusMillis(123);
    }

    private static JobSpec agent() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("mode", "auto");
        details.put("model", "haiku");
        details.put("workspace", "worktree");
        details.put("strawboss_tools", false);
        return new JobSpec(
                "agent",
                "Make the parser's 'week' dates right — ünïcode too 🎉",
                Optional.of("dates"),
                Optional.of("claude"),
                Path.of("/srv/ada/dates"),
                Duration.ofMinutes(30),
                "Make the parser accept ISO weeks.\n\nIt's about 2026-W47; see \"docs\".",
                details);
    }

    private static JobSpec command() {
        return new JobSpec(
                "command",
                "make test",
                Optional.empty(),
                Optional.empty(),
                Path.of("/srv/ada/dates"),
                Duration.ofSeconds(90),
                "",
                Map.of("command", List.of("make", "test", "it's"), "workspace", "none"));
    }

    private static JobSpec script() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("interpreter", "bash");
        details.put("environment", Map.of("LEVEL", "3"));
        details.put("workspace", "none");
        return new JobSpec(
                "command",
                "a script",
                Optional.of("dates"),
                Optional.empty(),
                Path.of("/srv/ada/dates"),
                Duration.ofHours(2),
                "set -e\nfor i in 1 2 3; do echo \"$i\"; done\n" + "# long\n".repeat(9_500),
                details);
    }

    private static Map<String, Object> agentReport() {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("text", "Weeks are parsed now.\n\nI ran the tests: all pass.");
        report.put("session", "0b9e");
        report.put("usage", Map.of("input_tokens", 5210L));
        report.put("cost_usd", 0.0125);
        report.put("branch", "strawboss/5xq5f5xnwc6p");
        report.put("commits", 1L);
        report.put("changed_files", List.of(Map.of("path", "src/dates.py", "status", "modified")));
        report.put("warnings", List.of("The worker changed refs/heads/main; it was put back."));
        return report;
    }

    private static Map<String, Object> commandReport() {
        return Map.of("output", "3 passed\n", "error_output", "", "stdout_bytes", 9L);
    }

    /// Never asked to do anything.
    private record Named(String name) implements JobKind {
        @Override
        public RunPlan prepare(Job job, Path directory) {
            throw new IllegalStateException("nothing is to run");
        }

        @Override
        public Conclusion conclude(Job job, Path directory, Exit exit) {
            throw new IllegalStateException("nothing has run");
        }
    }
}
