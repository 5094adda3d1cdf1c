package dev.strawboss.torture;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobFilter;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Looks at what the last engine of a trial has: whether each wish was done once and rightly, and
/// its client knows.
///
/// @param deaths how many engines died
record EngineInspection(
        Jobs jobs, Ledger ledger, ScriptedPlacement placement, Reader reader, int deaths) {
    void inspect(Database database) {
        int gone = 0;
        for (Wish wish : ledger.wishes()) {
            Optional<JobId> id = ledger.id(wish.key());
            if (id.isEmpty()) {
                ledger.fault(Fault.Sort.LOST, wish + " was never accepted");
                continue;
            }
            Optional<Job> job = found(id.get());
            if (job.isPresent()) {
                inspect(wish, job.get());
            } else if (ledger.mayBeGone(id.get())) {
                gone++;
                inspect(wish, ledger.end(wish.key()).orElseThrow());
            } else {
                ledger.fault(Fault.Sort.LOST, wish + " as job " + id.get() + " is not there");
            }
        }
        int wished = ledger.wishes().size();
        int stored = jobs.history().list(JobFilter.ALL, Optional.empty(), 1_000).jobs().size();
        if (stored != wished - gone) {
            ledger.fault(
                    Fault.Sort.TWICE,
                    "%d requests, of which %d were cleaned away, became %d jobs"
                            .formatted(wished, gone, stored));
        }
        Jobs.audit(database).forEach(sentence -> ledger.fault(Fault.Sort.WRONG, sentence));
    }

    private Optional<Job> found(JobId id) {
        return jobs.history().known(List.of(id)).isEmpty()
                ? Optional.empty()
                : Optional.of(jobs.require(id.value()));
    }

    private void inspect(Wish wish, Job job) {
        String what = wish + " as job " + job.id() + ": ";
        told(wish, job, what);
        Optional<JobState> parent = parent(wish);
        if (job.state() instanceof JobState.Unknown unknown) {
            ledger.fault(Fault.Sort.UNKNOWN, what + unknown);
        } else if (job.finished() && !wish.allows(job.state(), parent)) {
            ledger.fault(Fault.Sort.WRONG, what + "ended as " + job.state() + " after " + parent);
        }
        starts(wish, job, parent, what);
        if (!jobs.questions().of(job.id()).stream().allMatch(one -> !one.open())) {
            ledger.fault(Fault.Sort.WRONG, what + "has ended and still asks");
        }
    }

    private void told(Wish wish, Job job, String what) {
        Optional<Job> told = ledger.end(wish.key());
        if (!job.finished()) {
            ledger.fault(Fault.Sort.LOST, what + "does not end: " + job.state());
        } else if (told.isEmpty() || !told.get().state().equals(job.state())) {
            ledger.fault(Fault.Sort.UNTOLD, what + "its client was told " + told);
        }
        int notices = reader.count(job.id());
        if (notices == 0) {
            ledger.fault(Fault.Sort.UNTOLD, what + "no notice told of its end");
        } else if (notices > 1 + 2 * deaths) { // twice only when an engine dies meanwhile
            ledger.fault(Fault.Sort.WRONG, what + notices + " notices told of its end");
        }
    }

    private void starts(Wish wish, Job job, Optional<JobState> parent, String what) {
        int starts = placement.starts(job.id().value());
        boolean falls = wish.fallsWith(parent);
        boolean ran =
                job.state() instanceof JobState.Succeeded
                        || (job.state() instanceof JobState.Failed
                                && wish.work().status() > 0
                                && !wish.work().asks()
                                && !falls);
        if (starts > 1) {
            ledger.fault(Fault.Sort.TWICE, what + "started " + starts + " times");
        } else if (ran && starts == 0) {
            ledger.fault(Fault.Sort.WRONG, what + "ended without a start");
        } else if (falls && starts > 0) {
            ledger.fault(Fault.Sort.WRONG, what + "started although it follows " + parent);
        }
        if (ran && !Long.valueOf(wish.text().length()).equals(job.report().get("length"))) {
            ledger.fault(Fault.Sort.WRONG, what + "ran with another text: " + job.report());
        }
        Optional<Instant> early = job.started().filter(at -> before(at, parent));
        if (early.isPresent()) {
            ledger.fault(Fault.Sort.WRONG, what + "started before its time: " + parent);
        }
    }

    private static boolean before(Instant start, Optional<JobState> parent) {
        return parent.isPresent()
                && parent.get() instanceof JobState.Finished end
                && start.isBefore(end.at());
    }

    private Optional<JobState> parent(Wish wish) {
        return wish.order()
                .after()
                .flatMap(key -> ledger.end(key).or(() -> ledger.id(key).flatMap(this::found)))
                .map(Job::state);
    }
}
