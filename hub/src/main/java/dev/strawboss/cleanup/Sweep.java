package dev.strawboss.cleanup;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.History;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.workspace.Orphan;
import dev.strawboss.workspace.WorkspaceSize;
import dev.strawboss.workspace.Workspaces;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One clean-up, or a look at what it would take. What is old is found by the directories that are
/// there and by the times in the store, in small pieces; the whole store is never gone through.
final class Sweep {
    private static final int PIECE = 20;

    /// Not yet known may be a job whose long prompt is written before it is accepted.
    private static final Duration SETTLED = Duration.ofHours(1);

    private final History history;
    private final Workspaces workspaces;
    private final Wish wish;
    private final Instant now;
    private final boolean really;
    private final Duration pause;

    private Account.Count worktrees = Account.Count.NONE;
    private Account.Count logs = Account.Count.NONE;
    private Account.Count jobs = Account.Count.NONE;
    private Account.Count orphans = Account.Count.NONE;
    private final Set<JobId> going = new HashSet<>();
    private final List<String> told = new ArrayList<>();

    Sweep(
            History history,
            Workspaces workspaces,
            Wish wish,
            Instant now,
            boolean really,
            Duration pause) {
        this.history = history;
        this.workspaces = workspaces;
        this.wish = wish;
        this.now = now;
        this.really = really;
        this.pause = pause;
    }

    Account run() throws InterruptedException {
        if (wish.jobs().isPresent()) {
            letJobsGo(wish.jobs().get());
        }
        if (wish.workspaces().isPresent()) {
            List<JobId> with =
                    workspaces.jobs().stream().filter(JobId::isWellFormed).map(JobId::new).toList();
            for (Job job : ended(with, wish.workspaces().get())) {
                removeWorkspace(job);
            }
        }
        if (wish.logs().isPresent()) {
            for (Job job : ended(history.directories(), wish.logs().get())) {
                removeLogs(job);
            }
        }
        if (wish.project().isEmpty()) {
            removeOrphans();
        }
        if (really) {
            while (history.forgetKeys(now, 500) > 0) {
                Thread.sleep(pause);
            }
        }
        return new Account(worktrees, logs, jobs, orphans, told);
    }

    private void letJobsGo(Instant before) throws InterruptedException {
        for (boolean archived : List.of(false, true)) {
            Optional<Job> last = Optional.empty();
            while (true) {
                List<Job> piece = history.old(before, archived, last, PIECE);
                if (piece.isEmpty()) {
                    break;
                }
                letGo(piece.stream().filter(this::wished).toList());
                last = Optional.of(piece.getLast());
                Thread.sleep(pause);
            }
        }
    }

    private void letGo(List<Job> piece) throws InterruptedException {
        List<JobId> free = new ArrayList<>();
        for (Job job : piece) {
            long bytes =
                    history.logBytes(job.id())
                            + workspaces
                                    .size(job.id().value())
                                    .map(WorkspaceSize::bytes)
                                    .orElse(0L);
            if (!really || forgotWorkspace(job.id())) {
                free.add(job.id());
                jobs = jobs.and(bytes);
            }
        }
        going.addAll(free);
        if (really && !free.isEmpty()) {
            history.forget(free);
        }
    }

    /// A job whose workspace cannot be saved stays with it.
    private boolean forgotWorkspace(JobId id) throws InterruptedException {
        try {
            told.addAll(workspaces.forget(id.value()));
            return true;
        } catch (StrawbossException stays) {
            told.add(String.valueOf(stays.getMessage()));
            return false;
        }
    }

    private void removeWorkspace(Job job) throws InterruptedException {
        Optional<WorkspaceSize> size =
                workspaces.size(job.id().value()).filter(there -> !there.removed());
        if (size.isEmpty() || going.contains(job.id())) {
            return;
        }
        try {
            if (really) {
                told.addAll(workspaces.remove(job.id().value()));
                Thread.sleep(pause);
            }
            worktrees = worktrees.and(size.get().bytes());
        } catch (StrawbossException stays) {
            told.add(String.valueOf(stays.getMessage()));
        }
    }

    private void removeLogs(Job job) throws InterruptedException {
        if (going.contains(job.id()) || !history.hasLogs(job.id())) {
            return;
        }
        long bytes = history.logBytes(job.id());
        try {
            if (really) {
                history.deleteLogs(job.id());
                Thread.sleep(pause);
            }
            logs = logs.and(bytes);
        } catch (UncheckedIOException stays) {
            told.add(
                    "The output of job "
                            + job.id()
                            + " cannot be taken away: "
                            + stays.getMessage());
        }
    }

    private void removeOrphans() throws InterruptedException {
        for (Orphan orphan : workspaces.orphans(this::known)) {
            if (!busy(orphan.job())) {
                orphans = orphans.and(orphan.bytes());
                told.add(orphan.sentence());
            }
        }
        if (really) {
            told.addAll(workspaces.sweep(this::known, this::busy));
        }
        List<JobId> directories = history.directories();
        for (int from = 0; from < directories.size(); from += PIECE) {
            List<JobId> piece =
                    directories.subList(from, Math.min(directories.size(), from + PIECE));
            Set<JobId> unknown = new HashSet<>(piece);
            history.known(piece).forEach(job -> unknown.remove(job.id()));
            unknown.removeIf(id -> history.touched(id).isAfter(now.minus(SETTLED)));
            for (JobId id : unknown) {
                orphans = orphans.and(history.logBytes(id));
                told.add("A directory belonged to " + id + ", which is no known job.");
                if (really) {
                    history.deleteDirectory(id);
                }
            }
        }
    }

    /// Those of the jobs that ended before a time and are wished for.
    private List<Job> ended(List<JobId> ids, Instant before) {
        List<Job> ended = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += PIECE) {
            history.known(ids.subList(from, Math.min(ids.size(), from + PIECE))).stream()
                    .filter(this::wished)
                    .filter(job ->
                            job.state() instanceof JobState.Finished over
                                    && over.at().isBefore(before))
                    .forEach(ended::add);
        }
        return ended;
    }

    private boolean wished(Job job) {
        return wish.project().isEmpty() || wish.project().equals(job.spec().project());
    }

    private boolean known(String job) {
        return !JobId.isWellFormed(job) || !history.known(List.of(new JobId(job))).isEmpty();
    }

    private boolean busy(String job) {
        return JobId.isWellFormed(job)
                && history.known(List.of(new JobId(job))).stream()
                        .anyMatch(found -> !found.finished());
    }
}
