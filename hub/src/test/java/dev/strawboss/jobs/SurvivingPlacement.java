package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.Placement;
import dev.strawboss.placement.ProcessIdentity;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Commands that outlive engines, kept in memory: the command is `[milliseconds, exit status]`.
/// Obeys the same rules as the real one: an attempt starts once, and never after it was recovered
/// as not started.
final class SurvivingPlacement implements Placement {
    /// @param left how much of a paused one is left
    private record Run(Instant end, int status, Optional<Duration> left) {
        Run(Instant end, int status) {
            this(end, status, Optional.empty());
        }

        boolean over() {
            return left.isEmpty() && !Instant.now().isBefore(end);
        }
    }

    private final Map<String, Optional<Run>> attempts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> startsByJob = new ConcurrentHashMap<>();
    private final Map<Path, String> names = new ConcurrentHashMap<>();

    private volatile Consumer<String> listener = _ -> {};

    /// Whether commands end without a record, as when the machine dies.
    volatile boolean mortal;

    int starts(JobId job) {
        return startsByJob.getOrDefault(job.value(), new AtomicInteger()).get();
    }

    @Override
    public RunHandle start(String attempt, Path directory, RunPlan plan) {
        Run run =
                new Run(
                        Instant.now().plusMillis(Long.parseLong(plan.command().get(0))),
                        Integer.parseInt(plan.command().get(1)));
        if (attempts.putIfAbsent(attempt, Optional.of(run)) != null) {
            throw new IllegalStateException(attempt + " was started or given up before");
        }
        startsByJob
                .computeIfAbsent(attempt.substring(0, 12), _ -> new AtomicInteger())
                .incrementAndGet();
        if (attempts.size() % 10 != 0) { // the others are found by the engine's sweep
            tellAtItsEnd(attempt, run);
        }
        return handle(attempt, directory);
    }

    @Override
    public Optional<RunHandle> recover(String attempt, Path directory) {
        return attempts.computeIfAbsent(attempt, _ -> Optional.empty())
                .map(_ -> handle(attempt, directory));
    }

    @Override
    public boolean alive(RunHandle run) {
        return !run(run).over();
    }

    @Override
    public Optional<Exit> exit(RunHandle run) {
        return mortal || alive(run)
                ? Optional.empty()
                : Optional.of(new Exit(run(run).status(), run(run).end()));
    }

    @Override
    public void stop(RunHandle run, Duration grace) {
        attempts.put(
                Objects.requireNonNull(names.get(run.directory())),
                Optional.of(new Run(Instant.now(), 143)));
    }

    @Override
    public void pause(RunHandle run) {
        change(
                run,
                found ->
                        found.left().isPresent() || found.over()
                                ? found
                                : new Run(
                                        found.end(),
                                        found.status(),
                                        Optional.of(Duration.between(Instant.now(), found.end()))));
    }

    @Override
    public void resume(RunHandle run) {
        change(
                run,
                found ->
                        found.left().isEmpty()
                                ? found
                                : new Run(Instant.now().plus(found.left().get()), found.status()));
    }

    private void change(RunHandle run, UnaryOperator<Run> change) {
        attempts.computeIfPresent(
                Objects.requireNonNull(names.get(run.directory())),
                (_, found) -> found.map(change));
    }

    @Override
    public Watch watch(Consumer<String> ended) {
        listener = ended;
        return () -> listener = _ -> {};
    }

    @Override
    public void dispose(String attempt, RunHandle run) {
        names.remove(run.directory());
    }

    private void tellAtItsEnd(String attempt, Run run) {
        Threads.virtual(
                "end-of-" + attempt,
                () -> {
                    try {
                        Thread.sleep(Duration.between(Instant.now(), run.end()).plusMillis(1));
                        listener.accept(attempt);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    private RunHandle handle(String attempt, Path directory) {
        names.put(directory, attempt);
        return new RunHandle(directory, new ProcessIdentity(1, 1, "boot"), "memory", "");
    }

    private Run run(RunHandle run) {
        String name = Objects.requireNonNull(names.get(run.directory()));
        return Objects.requireNonNull(attempts.get(name)).orElseThrow();
    }
}
