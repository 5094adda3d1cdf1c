package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The jobs that wait for others to end, and what happens to them then. The store decides; this
/// only knows whom to ask about, so that a death of the hub between an end and what follows from it
/// costs nothing but the time until the next start.
final class Dependents implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dependents.class);
    private static final int BATCH = 256;
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final SqliteJobStore store;
    private final Predicate<JobId> unfinished;
    private final Consumer<Job> changed;
    private final Clock clock;
    private final Map<JobId, Set<JobId>> children = new ConcurrentHashMap<>();
    private final Set<Thread> retries = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// @param unfinished whether a job is still to end here; is false before [#ended] is called
    /// @param changed is told of each job that was queued or failed; for those that failed [#ended]
    ///   need not be called
    Dependents(
            SqliteJobStore store, Predicate<JobId> unfinished, Consumer<Job> changed, Clock clock) {
        this.store = store;
        this.unfinished = unfinished;
        this.changed = changed;
        this.clock = clock;
    }

    /// Waiting jobs. Some of those they wait for may have ended meanwhile.
    void add(Collection<Job> jobs) {
        for (Job job : jobs) {
            for (JobId parent : job.spec().scheduling().after()) {
                children.computeIfAbsent(parent, _ -> ConcurrentHashMap.newKeySet()).add(job.id());
            }
        }
        follow(
                jobs.stream()
                        .filter(job ->
                                job.spec().scheduling().after().stream()
                                        .anyMatch(unfinished.negate()))
                        .map(Job::id)
                        .toList());
    }

    /// A job has ended, and that is durable.
    void ended(JobId parent) {
        follow(of(parent));
    }

    private List<JobId> of(JobId parent) {
        Set<JobId> found = children.remove(parent);
        return found == null ? List.of() : List.copyOf(found);
    }

    private void follow(List<JobId> first) {
        Deque<JobId> asked = new ArrayDeque<>(first);
        while (!asked.isEmpty()) {
            List<JobId> batch = new ArrayList<>();
            while (!asked.isEmpty() && batch.size() < BATCH) {
                batch.add(asked.poll());
            }
            for (Job job : settled(batch)) {
                changed.accept(job);
                if (job.finished()) {
                    asked.addAll(of(job.id()));
                }
            }
        }
    }

    private List<Job> settled(List<JobId> batch) {
        try {
            List<Job> settled = store.settle(batch, clock.instant());
            CrashPoint.CHILDREN_SETTLED.pass();
            return settled;
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("could not look after waiting jobs");
            again(batch);
            return List.of();
        }
    }

    /// Later, on a thread of its own: neither the start of the hub nor another job waits for that.
    private void again(List<JobId> batch) {
        Thread thread =
                Threads.virtual(
                        "waiting jobs",
                        () -> {
                            try {
                                Thread.sleep(AFTER_A_FAILURE);
                                follow(batch);
                            } catch (InterruptedException closing) {
                                LOG.atDebug().log("the next hub looks after waiting jobs");
                            } finally {
                                retries.remove(Thread.currentThread());
                            }
                        });
        retries.add(thread);
        if (closed) {
            thread.interrupt();
        }
        if (!thread.isAlive()) {
            retries.remove(thread);
        }
    }

    /// What has not been looked after by now is the next hub's.
    @Override
    public void close() {
        closed = true;
        retries.forEach(Thread::interrupt);
    }
}
