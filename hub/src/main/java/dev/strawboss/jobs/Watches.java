package dev.strawboss.jobs;

import dev.strawboss.concurrent.Threads;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/// Who wants to know when a job has changed, or that there are other jobs. What is told is that
/// something happened and is durable; whoever is told looks for himself. Nobody who is told may
/// block.
public final class Watches {
    private static final Duration GATHER = Duration.ofSeconds(3);

    private final Map<JobId, Set<Runnable>> ofJobs = new ConcurrentHashMap<>();
    private final Set<Runnable> ofAccepts = ConcurrentHashMap.newKeySet();
    private final Set<Runnable> ofQuestions = ConcurrentHashMap.newKeySet();

    Watches() {}

    /// Something that is watched until closed.
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /// Runs `changed` after every event of the job. The same runnable counts once.
    public Watch job(JobId id, Runnable changed) {
        ofJobs.compute(
                id,
                (_, others) -> {
                    Set<Runnable> all = others == null ? ConcurrentHashMap.newKeySet() : others;
                    all.add(changed);
                    return all;
                });
        return () ->
                ofJobs.computeIfPresent(
                        id,
                        (_, all) -> {
                            all.remove(changed);
                            return all.isEmpty() ? null : all;
                        });
    }

    /// Runs `changed` soon after a job was accepted, once for all that come within some seconds.
    public Watch accepts(Runnable changed) {
        Gathered gathered = new Gathered(changed);
        ofAccepts.add(gathered);
        return () -> ofAccepts.remove(gathered);
    }

    /// Dispatches come by the hundred; whoever reads a list again for each would do nothing else.
    private final class Gathered implements Runnable {
        private final Runnable changed;
        private final AtomicBoolean pending = new AtomicBoolean();

        Gathered(Runnable changed) {
            this.changed = changed;
        }

        @Override
        public void run() {
            if (pending.compareAndSet(false, true)) {
                Threads.virtual("accepted jobs", this::tellLater);
            }
        }

        private void tellLater() {
            try {
                Thread.sleep(GATHER);
                pending.set(false);
                if (ofAccepts.contains(this)) {
                    changed.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// Runs `changed` when some job has asked something, or was answered.
    Watch questions(Runnable changed) {
        ofQuestions.add(changed);
        return () -> ofQuestions.remove(changed);
    }

    void asked(JobId id) {
        ofQuestions.forEach(Runnable::run);
        changed(id);
    }

    void changed(JobId id) {
        ofJobs.getOrDefault(id, Set.of()).forEach(Runnable::run);
    }

    void accepted() {
        ofAccepts.forEach(Runnable::run);
    }
}
