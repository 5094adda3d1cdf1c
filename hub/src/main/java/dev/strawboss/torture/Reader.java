package dev.strawboss.torture;

import dev.strawboss.crash.HubDied;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Audience;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Notice;
import dev.strawboss.jobs.Telling;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// A client that waits for nothing and is told of finished jobs in answers to other calls.
final class Reader {
    static final String SESSION = "reader";
    private static final Audience AUDIENCE = new Audience(SESSION, Optional.empty(), () -> true);

    private final Map<JobId, Integer> told = new ConcurrentHashMap<>();

    /// Calls and calls, until it is interrupted or the engine dies. A dead one answers nothing, so
    /// what it would have told does not count.
    void read(Jobs jobs, Fuse fuse) {
        try {
            while (true) {
                Telling telling =
                        jobs.notices().telling(new Object(), AUDIENCE, Set.of(), Set.of(), false);
                if (fuse.blown()) {
                    return;
                }
                telling.notices().stream()
                        .filter(notice -> notice.asks().isEmpty())
                        .map(Notice::job)
                        .forEach(id -> told.merge(id, 1, Integer::sum));
                telling.arrived();
                Thread.sleep(3);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (HubDied | StrawbossException e) {
            return; // no engine, no answer
        }
    }

    /// Waits until it was told of all these, or the time is up.
    void await(Collection<JobId> jobs, Duration time) throws InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        while (!told.keySet().containsAll(jobs) && System.nanoTime() < deadline) {
            Thread.sleep(1);
        }
    }

    /// How often it was told of one.
    int count(JobId job) {
        return told.getOrDefault(job, 0);
    }
}
