package dev.strawboss.jobs;

import dev.strawboss.config.Durations;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.LiveJob.Happening;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.Placement;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.placement.RunPlan;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one job from where it stands to its end, as one piece of code that reads from top to
/// bottom: claim, prepare, start, wait, collect, conclude. It may be entered at any state, since
/// the hub may have died in any; each step is repeatable until the event after it is durable.
final class Attempt {
    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    /// Between TERM and KILL. Claude needs 1.8 s to end its tools (facts: agents, section 2).
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// How often it is looked at whether a command without a record still lives.
    private static final Duration SWEEP = Duration.ofSeconds(2);

    private static final String GONE =
            "the runner and its command are gone and left no record of how they ended";

    /// How many attempts a job gets that is to be run again when its outcome cannot be known.
    private static final int MOST_RERUNS = 3;

    private final SqliteJobStore store;
    private final JobFiles files;
    private final JobTexts texts;
    private final Placement placement;
    private final JobKind kind;
    private final LiveJob live;
    private final Clock clock;

    Attempt(
            SqliteJobStore store,
            JobFiles files,
            Placement placement,
            JobKind kind,
            LiveJob live,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.texts = new JobTexts(store, files);
        this.placement = placement;
        this.kind = kind;
        this.live = live;
        this.clock = clock;
    }

    /// Runs until the job has finished, or waits without a command that runs.
    Job run(Job found) throws InterruptedException {
        Job job = found;
        while (true) {
            switch (job.state()) {
                case JobState.Queued _ -> job = claim();
                case JobState.Preparing preparing -> job = prepareAndStart(job, preparing);
                case JobState.Running running -> job = awaitEnd(job, running);
                case JobState.Waiting waiting -> {
                    if (waiting.run().isEmpty()) {
                        return job;
                    }
                    job = awaitResume(job, waiting.run().get());
                }
                case JobState.Verifying verifying -> job = conclude(job, verifying);
                case JobState.Finished _ -> {
                    return job;
                }
            }
        }
    }

    /// Decides what became of an attempt that an earlier hub was preparing or starting.
    Job recover(Job job, JobState.Preparing preparing) throws InterruptedException {
        String name = name(job.id(), preparing.attempt());
        Path directory = files.attempt(job.id(), preparing.attempt());
        Optional<RunHandle> run = placement.recover(name, directory);
        Instant now = clock.instant();
        JobEvent event =
                run.isPresent()
                        ? new JobEvent.Started(now, run.get())
                        : new JobEvent.Requeued(now, "the hub ended before the command started");
        CrashPoint.RECOVERED.pass();
        return append(event, Map.of());
    }

    static String name(JobId id, int attempt) {
        return id + "-" + attempt;
    }

    private Job claim() {
        Job claimed =
                store.append(
                        live.id(),
                        job ->
                                job.state() instanceof JobState.Queued
                                        ? Optional.of(
                                                new JobEvent.Claimed(
                                                        clock.instant(), job.attempts() + 1))
                                        : Optional.empty(),
                        Map.of());
        CrashPoint.CLAIMED.pass();
        return claimed;
    }

    private Job prepareAndStart(Job job, JobState.Preparing preparing) throws InterruptedException {
        Path directory = files.attempt(job.id(), preparing.attempt());
        CrashPoint.DIRECTORY_MADE.pass();
        JobEvent event = start(job, name(job.id(), preparing.attempt()), directory);
        CrashPoint.STARTED.pass();
        Job running = append(event, Map.of());
        CrashPoint.RUNNING.pass();
        return running;
    }

    /// What came of the start. It is appended outside: a command that runs must not be called
    /// failed because the store could not take down that it started.
    private JobEvent start(Job job, String name, Path directory) throws InterruptedException {
        try {
            Optional<RunPlan> plan = prepare(job, directory);
            if (plan.isEmpty()) {
                return new JobEvent.Requeued(clock.instant(), "stopped before its command started");
            }
            RunHandle run = placement.start(name, directory, plan.get());
            live.started();
            return new JobEvent.Started(clock.instant(), run);
        } catch (StrawbossException e) {
            letGoIfClosing();
            return new JobEvent.Failed(clock.instant(), e.code(), sentence(e));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            letGoIfClosing();
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("job", job.id())
                    .log("preparing failed: a defect");
            Optional<RunHandle> run = placement.recover(name, directory);
            return run.isPresent()
                    ? new JobEvent.Started(clock.instant(), run.get())
                    : new JobEvent.Failed(
                            clock.instant(), ErrorCode.INTERNAL, "preparing failed: " + e);
        }
    }

    /// What fails while the hub closes may have failed because of that: the next hub tries again.
    private static void letGoIfClosing() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("the hub closes");
        }
    }

    /// Only this part may be interrupted by a wanted stop: a start that is interrupted half-way
    /// would leave a command that nobody knows of.
    ///
    /// @return empty if the job was stopped
    private Optional<RunPlan> prepare(Job job, Path directory) throws InterruptedException {
        live.beginPreparing();
        try {
            RunPlan plan = stopAsked() ? null : kind.prepare(texts.whole(job.id()), directory);
            CrashPoint.PREPARED.pass();
            live.endPreparing();
            return stopAsked() ? Optional.empty() : Optional.ofNullable(plan);
        } catch (InterruptedException | StrawbossException e) { // what a stop made fail is stopped
            if (stopAsked()) {
                return Optional.empty();
            }
            throw e;
        } finally {
            live.endPreparing();
        }
    }

    /// Whoever asks for a stop tells this thread once that is durable.
    private boolean stopAsked() {
        return live.stopIsWanted() && stopIsRecorded();
    }

    private boolean stopIsRecorded() {
        return store.find(live.id())
                .filter(job ->
                        job.state() instanceof JobState.Preparing(_, _, var stop)
                                && stop.isPresent())
                .isPresent();
    }

    private Job awaitEnd(Job job, JobState.Running running) throws InterruptedException {
        RunHandle run = running.run();
        Optional<JobState.Stop> stop = running.stop();
        Deadline deadline =
                Deadline.in(job.spec().timeout().plus(running.paused()).minus(age(running)));
        boolean killed = false;
        if (stop.isEmpty() && !running.paused().isZero()) {
            placement.resume(run);
            CrashPoint.TREE_GOES_ON.pass();
        }
        while (true) {
            Optional<Exit> exit = placement.exit(run);
            if (exit.isPresent()) {
                return exited(exit.get());
            }
            if (stop.isPresent() && !killed) {
                placement.stop(run, GRACE);
                killed = true;
                continue;
            }
            if (!placement.alive(run)) {
                return ended(running);
            }
            if (stop.isEmpty() && deadline.passed()) {
                stop = stop(timeOut(job).state());
                continue;
            }
            Optional<Happening> happening =
                    next(stop.isPresent() ? SWEEP : shorter(deadline.left(), SWEEP));
            if (killed) {
                placement.stop(run, Duration.ZERO); // what withstood KILL may do so no longer
                continue;
            }
            if (happening.isPresent() && happening.get() != Happening.ENDED) {
                Job now = store.find(job.id()).orElseThrow();
                if (now.state() instanceof JobState.Waiting) {
                    return now;
                }
                stop = stop(now.state());
            }
        }
    }

    /// Its time does not count meanwhile. A stop comes as a change of state too.
    private Job awaitResume(Job job, JobState.Running paused) throws InterruptedException {
        placement.pause(paused.run());
        CrashPoint.TREE_STILL.pass();
        while (true) {
            Optional<Exit> exit = placement.exit(paused.run());
            if (exit.isPresent()) {
                return exited(exit.get());
            }
            if (!placement.alive(paused.run())) {
                return ended(paused);
            }
            if (next(SWEEP).filter(happening -> happening != Happening.ENDED).isPresent()) {
                return store.find(job.id()).orElseThrow();
            }
        }
    }

    /// Nothing lives any more: the record was written meanwhile, or there will never be one.
    private Job ended(JobState.Running running) throws InterruptedException {
        Optional<Exit> exit = placement.exit(running.run());
        if (exit.isPresent()) {
            return exited(exit.get());
        }
        placement.dispose(name(live.id(), running.attempt()), running.run());
        Map<String, Object> report = remains(running).report();
        Job job = store.find(live.id()).orElseThrow();
        boolean again = job.spec().ifUnknown() == IfUnknown.RERUN && job.attempts() < MOST_RERUNS;
        return append(
                again
                        ? new JobEvent.Requeued(
                                clock.instant(), GONE + "; it is run again, as asked")
                        : new JobEvent.Lost(clock.instant(), GONE),
                report);
    }

    /// Whatever goes wrong here, the job is over.
    private JobKind.Remains remains(JobState.Running running) throws InterruptedException {
        Job job = store.find(live.id()).orElseThrow();
        try {
            return kind.examine(texts.found(job.id()), files.existing(job.id(), running.attempt()));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            letGoIfClosing();
            LOG.atWarn()
                    .setCause(e)
                    .addKeyValue("job", job.id())
                    .log("what a lost attempt left could not be collected");
            return new JobKind.Remains(
                    Optional.empty(), Map.of("warnings", List.of("not collected: " + e)));
        }
    }

    private Job exited(Exit exit) {
        CrashPoint.ENDED.pass();
        Job verifying = append(new JobEvent.Exited(clock.instant(), exit), Map.of());
        CrashPoint.EXITED.pass();
        return verifying;
    }

    private Job timeOut(Job job) {
        Instant now = clock.instant();
        JobState.Stop stop =
                new JobState.Stop(
                        now, JobState.Stop.Cause.TIMEOUT, Durations.text(job.spec().timeout()));
        Job stopped = append(new JobEvent.StopRequested(now, stop), Map.of());
        CrashPoint.TIME_UP_RECORDED.pass();
        return stopped;
    }

    private static Optional<JobState.Stop> stop(JobState state) {
        return state instanceof JobState.Running running ? running.stop() : Optional.empty();
    }

    /// How long the command has run, as the placement knows, or this hub if it started it. Else the
    /// wall clock is what there is, and one that was set back gives the command its whole time
    /// again.
    private Duration age(JobState.Running running) {
        Duration byTheWall = Duration.between(running.since(), clock.instant());
        return placement
                .age(running.run())
                .or(live::age)
                .orElse(byTheWall.isNegative() ? Duration.ZERO : byTheWall);
    }

    private Optional<Happening> next(Duration time) throws InterruptedException {
        return Optional.ofNullable(live.happenings().poll(time.toMillis(), TimeUnit.MILLISECONDS));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private Job conclude(Job job, JobState.Verifying verifying) throws InterruptedException {
        Path directory = files.existing(job.id(), verifying.attempt());
        JobKind.Conclusion conclusion;
        try {
            conclusion = kind.conclude(texts.found(job.id()), directory, verifying.exit());
        } catch (StrawbossException e) {
            letGoIfClosing();
            conclusion = failure(e.code(), sentence(e));
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            letGoIfClosing();
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("job", job.id())
                    .log("concluding failed: a defect");
            conclusion = failure(ErrorCode.INTERNAL, "collecting the result failed: " + e);
        }
        CrashPoint.COLLECTED.pass();
        JobEvent event = conclusion.verdict().event(clock.instant());
        // before the last event: after it nobody would come to tidy up if the hub died in between
        placement.dispose(name(job.id(), verifying.attempt()), verifying.run());
        CrashPoint.TIDIED_UP.pass();
        return append(event, conclusion.report());
    }

    private static JobKind.Conclusion failure(ErrorCode code, String reason) {
        return new JobKind.Conclusion(new JobKind.Verdict.Failure(code, reason), Map.of());
    }

    private Job append(JobEvent event, Map<String, Object> report) {
        Job job = store.append(live.id(), _ -> Optional.of(event), report);
        live.trouble(null);
        return job;
    }

    static String sentence(Throwable e) {
        return e instanceof StrawbossException told && !told.hint().isEmpty()
                ? told.getMessage() + " " + told.hint()
                : String.valueOf(e.getMessage());
    }
}
