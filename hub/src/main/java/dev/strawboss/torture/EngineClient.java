package dev.strawboss.torture;

import dev.strawboss.jobs.Dispatcher;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Once;
import dev.strawboss.jobs.Scheduling;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Wants one wish done by one engine, and begins anew with the next one if that dies.
record EngineClient(Jobs jobs, Ledger ledger, ScriptedPlacement placement, Wish wish) {
    private static final String NAME = "client";

    /// The job when it has ended, or as it stands when the time is up.
    Job end(Duration patience) throws InterruptedException {
        Scheduling when = scheduling(patience);
        JobId id = accept(when);
        if (wish.twice()) {
            accept(when);
        }
        if (wish.work().pauseAfter() >= 0) {
            Thread.sleep(wish.work().pauseAfter());
            jobs.queues().pause(id, NAME);
            Thread.sleep(wish.work().pauseAfter());
            jobs.queues().resume(id);
        }
        if (wish.work().stopAfter() >= 0) {
            Thread.sleep(wish.work().stopAfter());
            jobs.stop(id, NAME);
        }
        if (wish.work().asks()) {
            new EngineAsker(jobs, ledger, placement, wish).ask(id);
        }
        return jobs.await(List.of(id), true, patience).getFirst();
    }

    private Scheduling scheduling(Duration patience) throws InterruptedException {
        Wish.Order order = wish.order();
        List<JobId> after =
                order.after().isPresent() ? List.of(parent(order, patience)) : List.of();
        return new Scheduling(
                order.narrow() ? Overseer.NARROW : Scheduling.DEFAULT_QUEUE,
                order.priority(),
                after,
                order.anyEnd());
    }

    /// Another client has it accepted.
    private JobId parent(Wish.Order order, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<JobId> parent = ledger.id(order.after().orElseThrow());
            if (parent.isPresent()) {
                return parent.get();
            }
            Thread.sleep(1);
        }
        throw new InterruptedException("what it follows is never accepted");
    }

    private JobId accept(Scheduling when) {
        Job job =
                jobs.accept(
                        ScriptedJobs.spec(wish.text(), wish.work().timeout()).with(when, List.of()),
                        new Dispatcher(NAME, Reader.SESSION),
                        wish.ownKey() ? Optional.empty() : Optional.of(wish.key()),
                        wish.ownKey()
                                ? Optional.of(Once.of(NAME, wish.key(), request(when)))
                                : Optional.empty());
        ledger.accepted(wish, job.id());
        return job.id();
    }

    private Map<String, Object> request(Scheduling when) {
        return Map.of(
                "text", wish.text(), "after", when.after().stream().map(JobId::value).toList());
    }
}
