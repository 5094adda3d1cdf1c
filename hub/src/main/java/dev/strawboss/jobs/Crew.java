package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.jobs.LiveJob.Happening;
import dev.strawboss.placement.Placement;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The unfinished jobs of this hub: the queue, the slots, and one virtual thread for each job that
/// has a slot.
final class Crew implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Crew.class);

    private final SqliteJobStore store;
    private final JobFiles files;
    private final Placement placement;
    private final Map<String, JobKind> kinds = new HashMap<>();
    private final int slots;
    private final Clock clock;
    private final Placement.Watch watch;

    private final Map<JobId, LiveJob> live = new ConcurrentHashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<JobId> queue = new ArrayDeque<>();
    private int taken;
    private boolean closed;

    Crew(
            SqliteJobStore store,
            JobFiles files,
            Placement placement,
            Collection<JobKind> kinds,
            int slots,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.placement = placement;
        this.slots = slots;
        this.clock = clock;
        kinds.forEach(kind -> this.kinds.put(kind.name(), kind));
        this.watch = placement.watch(this::ended);
    }

    /// Takes up the jobs of an earlier hub. Those that have a slot keep it, even if there are more
    /// of them than slots by now.
    void adopt(List<Job> open) {
        List<Job> queued = open.stream().filter(Crew::queued).toList();
        for (Job job : open) {
            if (!queued(job)) {
                live.put(job.id(), new LiveJob(job.id()));
                lock.lock();
                try {
                    taken++;
                } finally {
                    lock.unlock();
                }
                begin(job.id(), () -> resume(job));
            }
        }
        queued.forEach(this::enqueue);
    }

    private static boolean queued(Job job) {
        return job.state() instanceof JobState.Queued;
    }

    void enqueue(Job job) {
        live.put(job.id(), new LiveJob(job.id()));
        lock.lock();
        try {
            queue.add(job.id());
        } finally {
            lock.unlock();
        }
        fillSlots();
    }

    /// How the queue stands for a job.
    Why.Slot slot(JobId id) {
        lock.lock();
        try {
            // from the end: whoever asks has mostly just been accepted
            long behind = 0;
            for (Iterator<JobId> ids = queue.descendingIterator(); ids.hasNext(); behind++) {
                if (ids.next().equals(id)) {
                    return new Why.Slot(slots, queue.size() - 1 - behind, taken < slots);
                }
            }
            return new Why.Slot(slots, 0, true);
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

    void stopWanted(Job job) {
        LiveJob one = live.get(job.id());
        if (one == null) {
            return;
        }
        if (job.finished()) {
            // it was queued: nobody else will tell
            lock.lock();
            try {
                queue.remove(job.id());
            } finally {
                lock.unlock();
            }
            over(one, job);
        } else {
            one.stopWanted();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            queue.clear();
        } finally {
            lock.unlock();
        }
        watch.close();
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

    private void fillSlots() {
        lock.lock();
        try {
            while (!closed && taken < slots && !queue.isEmpty()) {
                JobId id = queue.remove();
                taken++;
                begin(id, () -> store.find(id).orElseThrow());
            }
        } finally {
            lock.unlock();
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
                                release();
                            }
                        });
        threads.add(thread);
        if (!thread.isAlive()) {
            threads.remove(thread);
        }
    }

    private void release() {
        lock.lock();
        try {
            taken--;
        } finally {
            lock.unlock();
        }
        fillSlots();
    }

    private void work(JobId id, Beginning beginning) {
        LiveJob one = live.get(id);
        if (one == null) {
            return;
        }
        try {
            Job job = beginning.job();
            Job done = attempt(job, one).run(job);
            over(one, done);
        } catch (InterruptedException e) {
            // the hub closes: the job goes on without it and is adopted by the next one
            LOG.atDebug().addKeyValue("job", id).log("let go");
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            // an error too: the job would stand still until the next hub
            LOG.atError()
                    .setCause(e)
                    .addKeyValue("job", id)
                    .log("the job's thread ended: a defect, a full disk or no memory");
            again(id);
        }
    }

    /// A failed turn is tried again after a pause; the job stands in the store where it stood.
    private void again(JobId id) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            taken++;
            begin(
                    id,
                    () -> {
                        Thread.sleep(1_000);
                        return resume(store.find(id).orElseThrow());
                    });
        } finally {
            lock.unlock();
        }
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
        if (live.remove(one.id()) == null) {
            return; // told already
        }
        CrashPoint.CONCLUDED.pass();
        one.finished().complete(job);
        CrashPoint.TOLD.pass();
        LOG.atInfo()
                .addKeyValue("job", job.id())
                .addKeyValue("state", job.state().wireName())
                .log("finished");
    }

    /// The placement saw an attempt end, or found nothing of it alive.
    private void ended(String attempt) {
        int dash = attempt.lastIndexOf('-');
        JobId id = new JobId(attempt.substring(0, dash));
        LiveJob one = live.get(id);
        if (one != null) {
            one.happenings().add(Happening.ENDED);
        } else if (store.find(id).filter(Job::finished).isPresent()) {
            // the last hub ended before it had tidied up
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
