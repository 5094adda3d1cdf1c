package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.jobs.LiveJob.Happening;
import dev.strawboss.placement.Placement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The unfinished jobs of this hub, and one virtual thread for each that has a slot.
final class Crew implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final SqliteJobStore store;
    private final JobFiles files;
    private final Placement placement;
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final Clock clock;
    private final Placement.Watch watch;

    private final Map<JobId, LiveJob> live = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Admission admission;
    private final Dependents dependents;
    private boolean closed;

    Crew(
            SqliteJobStore store,
            JobFiles files,
            Placement placement,
            Collection<JobKind> kinds,
            Admission admission,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.placement = placement;
        this.admission = admission;
        this.clock = clock;
        this.dependents = new Dependents(store, live::containsKey, this::settled, clock);
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.watch = placement.watch(this::ended);
    }

    /// Takes up the jobs of an earlier hub. Those that have a slot keep it, even if there are more
    /// of them than slots by now.
    void adopt(List<Job> open) {
        open.forEach(job -> live.put(job.id(), new LiveJob(job.id())));
        admission(desk -> {
            for (Job job : open) {
                if (job.state() instanceof JobState.Queued) {
                    desk.add(Ticket.of(job));
                } else if (!waits(job)) {
                    desk.occupy(Ticket.of(job));
                    begin(job.id(), () -> resume(job));
                }
            }
            return true;
        });
        dependents.add(open.stream().filter(Crew::waits).toList());
    }

    private static boolean waits(Job job) {
        return job.state() instanceof JobState.Waiting waiting && waiting.run().isEmpty();
    }

    /// A job that was just accepted, or goes on after its end.
    void take(Job job) {
        if (job.finished()) {
            return;
        }
        LiveJob one = live.computeIfAbsent(job.id(), LiveJob::new);
        if (job.state() instanceof JobState.Queued) {
            place(one, job); // its thread looks at what was decided meanwhile
        } else {
            changed(job.id());
        }
    }

    /// Something was decided about a job, and that is durable.
    void changed(JobId id) {
        LiveJob one = live.get(id);
        if (one == null) {
            return;
        }
        Job job;
        // whoever comes last sees the last of what was decided
        try (var _ = one.looking().hold()) {
            job = store.find(id).orElseThrow();
            place(one, job);
        }
        if (job.finished()) {
            over(one, job);
        }
    }

    private void place(LiveJob one, Job job) {
        switch (job.state()) {
            case JobState.Queued _ ->
                    admission(desk -> {
                        desk.add(Ticket.of(job));
                        desk.priority(job.id(), job.spec().scheduling().priority());
                        return true;
                    });
            case JobState.Waiting waiting when waiting.run().isEmpty() -> {
                admission(desk -> {
                    desk.remove(job.id());
                    return true;
                });
                dependents.add(List.of(job));
            }
            case JobState.Waiting _, JobState.Running _ ->
                    one.happenings().add(Happening.PAUSE_CHANGED);
            case JobState.Finished _ -> leave(job.id());
            default -> {}
        }
    }

    /// Tells admission something, or asks it; what may start then is started.
    <T> T admission(Function<Admission, T> word) {
        lock.lock();
        try {
            T answer = word.apply(admission);
            while (!closed) {
                Optional<JobId> next = admission.next();
                if (next.isEmpty()) {
                    break;
                }
                begin(next.get(), () -> store.find(next.get()).orElseThrow());
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /// Empty when the job is not unfinished here.
    Optional<CompletableFuture<Job>> finished(JobId id) {
        return Optional.ofNullable(live.get(id)).map(LiveJob::finished);
    }

    /// Looks again at what an attempt left whose end nobody recorded.
    Job verify(Job job) throws InterruptedException {
        Job found = new JobTexts(store, files).found(job.id());
        JobKind.Remains remains =
                kind(job).examine(found, files.existing(job.id(), job.attempts()));
        return store.append(
                job.id(),
                now ->
                        now.state() instanceof JobState.Unknown
                                ? remains.verdict().map(verdict -> verdict.event(clock.instant()))
                                : Optional.empty(),
                remains.report());
    }

    /// Why the job gets no further, though nothing hinders it.
    Optional<String> trouble(JobId id) {
        return Optional.ofNullable(live.get(id)).flatMap(LiveJob::trouble);
    }

    void stopWanted(Job job) {
        LiveJob one = live.get(job.id());
        if (one != null && !job.finished()) {
            one.stopWanted();
        } else {
            changed(job.id());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        watch.close();
        dependents.close();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                // more than once: a thread may just have taken back an interrupt that was meant to
                // stop its job
                while (!thread.join(Duration.ofMillis(100))) {
                    thread.interrupt();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How a job's thread finds where to begin.
    private interface Beginning {
        Job job() throws InterruptedException;
    }

    private void begin(JobId id, Beginning beginning) {
        Thread thread =
                Threads.virtual(
                        "job-" + id,
                        () -> {
                            try {
                                work(id, beginning);
                            } finally {
                                threads.remove(Thread.currentThread());
                            }
                        });
        threads.add(thread);
        if (!thread.isAlive()) {
            threads.remove(thread);
        }
    }

    private void work(JobId id, Beginning beginning) {
        LiveJob one = live.get(id);
        if (one == null) {
            leave(id);
            return;
        }
        try {
            Job job = untilItSucceeds(one, beginning);
            leave(id);
            if (job.finished()) {
                over(one, job);
            } else {
                lookAgain(id);
            }
        } catch (InterruptedException e) {
            // the hub closes: the job goes on without it and is adopted by the next one
            LOG.atDebug().addKeyValue("job", id).log("let go");
        }
    }

    /// A failed turn is tried again after a pause; the job stands in the store where it stood.
    private Job untilItSucceeds(LiveJob one, Beginning beginning) throws InterruptedException {
        Beginning next = beginning;
        while (true) {
            try {
                Job job = next.job();
                return attempt(job, one).run(job);
            } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
                // an error too: the job would stand still until the next hub
                LOG.atError()
                        .setCause(e)
                        .addKeyValue("job", one.id())
                        .log("a turn of the job failed: a defect, a full disk or no memory");
                one.trouble(Attempt.sentence(e));
                Thread.sleep(AFTER_A_FAILURE);
                next = () -> resume(store.find(one.id()).orElseThrow());
            }
        }
    }

    /// The job gave its slot up without an end: it was paused before it began. By now it may wait
    /// for its turn again, and whoever let it saw that it had a slot.
    private void lookAgain(JobId id) throws InterruptedException {
        while (true) {
            try {
                changed(id);
                return;
            } catch (RuntimeException e) {
                LOG.atError().setCause(e).addKeyValue("job", id).log("could not look at the job");
                Thread.sleep(AFTER_A_FAILURE);
            }
        }
    }

    /// The job neither waits nor has a slot any longer.
    private void leave(JobId id) {
        admission(desk -> {
            desk.remove(id);
            desk.release(id);
            return true;
        });
    }

    private Job resume(Job job) throws InterruptedException {
        LiveJob one = live.get(job.id());
        return one != null && job.state() instanceof JobState.Preparing preparing
                ? attempt(job, one).recover(job, preparing)
                : job;
    }

    private Attempt attempt(Job job, LiveJob one) {
        return new Attempt(store, files, placement, kind(job), one, clock);
    }

    private JobKind kind(Job job) {
        JobKind kind = kinds.get(job.spec().kind());
        if (kind == null) {
            throw new IllegalStateException("no feature runs jobs of kind " + job.spec().kind());
        }
        return kind;
    }

    private void over(LiveJob one, Job job) {
        if (tell(one, job)) {
            dependents.ended(job.id());
        }
    }

    /// @return whether this was the first to say that the job is over
    private boolean tell(LiveJob one, Job job) {
        if (live.remove(one.id()) == null) {
            return false;
        }
        CrashPoint.CONCLUDED.pass();
        one.finished().complete(job);
        CrashPoint.TOLD.pass();
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("state", job.state().wireName())
                .log("finished");
        return true;
    }

    /// What the job waited for has ended.
    private void settled(Job job) {
        LiveJob one = live.get(job.id());
        if (one != null && job.finished()) {
            var _ = tell(one, job);
        } else {
            changed(job.id());
        }
    }

    /// The placement saw an attempt end, or found nothing of it alive.
    private void ended(String attempt) {
        int dash = attempt.lastIndexOf('-');
        JobId id = new JobId(attempt.substring(0, Math.max(dash, 0)));
        LiveJob one = live.get(id);
        if (one != null) {
            one.happenings().add(Happening.ENDED);
        } else if (store.find(id).map(Job::finished).orElse(true)) {
            // the last hub ended before it had tidied up, or the job is cleaned away since
            CrashPoint.MARK_FOUND.pass();
            tidyUp(attempt, files.existing(id, Integer.parseInt(attempt.substring(dash + 1))));
        }
    }

    private void tidyUp(String attempt, Path directory) {
        try {
            placement.recover(attempt, directory).ifPresent(run -> placement.dispose(attempt, run));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
