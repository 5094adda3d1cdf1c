package dev.strawboss.workspace;

import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.LeftOvers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Makes the places where jobs work, and brings home what they did there. Every operation may be
/// repeated after the hub died in the middle of it.
public final class Workspaces {
    /// Bytes; what GitHub warns of.
    public static final long LARGE_FILE = 50L << 20;

    private static final String MARK = "STRAWBOSS_WORKSPACES";

    private final Path root;
    private final Supplier<Map<String, String>> environment;
    private final LongSupplier large;

    /// @param root the directory that keeps one directory for each job
    /// @param environment what git sees: `PATH` and `HOME` above all; its `GIT_*` are dropped
    public Workspaces(Path root, Supplier<Map<String, String>> environment) {
        this(root, environment, () -> LARGE_FILE);
    }

    /// @param large files of more bytes become artifacts, beside the job and not in a commit
    public Workspaces(Path root, Supplier<Map<String, String>> environment, LongSupplier large) {
        this.root = root.toAbsolutePath().normalize();
        this.environment = () -> marked(environment.get());
        this.large = large;
    }

    /// Ends the git processes of an earlier hub, which go on when that is killed and would work on
    /// the same trees as ours. To be called before anything else.
    public void takeOver() throws InterruptedException {
        LeftOvers.end(MARK + "=" + root);
    }

    private Map<String, String> marked(Map<String, String> plain) {
        Map<String, String> marked = new HashMap<>(plain);
        marked.put(MARK, root.toString());
        return marked;
    }

    /// Refuses what can never work, by looking at files only; starts no process.
    public void check(Path directory, WorkspaceMode mode) {
        if (!Files.isDirectory(directory)) {
            throw Directories.unknown(directory);
        }
        if (mode.apart()) {
            Directories.requireRepository(directory);
        }
    }

    /// Makes the job's workspace. One that the same job had before is saved under a rescue ref
    /// where it holds work, and made again from the present HEAD.
    public Workspace prepare(String job, Path directory, WorkspaceMode mode)
            throws InterruptedException {
        check(directory, mode);
        try {
            place(job).dropLocks();
            Path real = directory.toRealPath();
            return switch (mode) {
                case WORKTREE, CLONE ->
                        worktree(job).prepare(Directories.requireRepository(real), real, mode);
                case IN_PLACE -> inPlace(job).prepare(Repository.find(real), real);
                case NONE ->
                        new Workspace(
                                mode,
                                directory,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty());
            };
        } catch (IOException e) {
            throw failed("prepare", job, e);
        }
    }

    /// Brings home what the job did. Destroys nothing and may be repeated; to be called when
    /// nothing of the job runs any more.
    public Collected collect(String job, Workspace workspace) throws InterruptedException {
        try {
            place(job).dropLocks();
            return switch (workspace.mode()) {
                case WORKTREE, CLONE -> worktree(job).collect();
                case IN_PLACE -> inPlace(job).collect();
                case NONE ->
                        new Collected(
                                WorkspaceMode.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                0,
                                Collected.Changes.NONE,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of());
            };
        } catch (IOException e) {
            throw failed("collect", job, e);
        }
    }

    /// The job's workspace as it was prepared, so that a later hub can collect it.
    public Optional<Workspace> find(String job) {
        try {
            return JobRecord.read(place(job)).filter(JobRecord::inUse).map(JobRecord::workspace);
        } catch (IOException e) {
            throw failed("find", job, e);
        }
    }

    /// What a job left that came to no end of its own, such as one whose machine died. As
    /// [#collect], and to be called only when nothing of the job runs any more; may be repeated.
    ///
    /// @return empty if the job has no workspace, or none where its command could have been
    public Optional<Collected> rescue(String job) throws InterruptedException {
        Optional<Workspace> workspace = find(job);
        return workspace.isPresent()
                ? Optional.of(collect(job, workspace.get()))
                : Optional.empty();
    }

    /// Takes the job's worktree away, after everything in it was saved under
    /// `refs/strawboss/rescue/<job>/removed`: untracked files too, and ignored ones that are small.
    /// The branch and the patch stay, and [#undelete] brings it back. A directory that the job used
    /// in place is left alone. To be called when nothing of the job runs any more.
    ///
    /// @return sentences a person should read, such as what was too large to be saved
    /// @throws StrawbossException if its repository is gone or a person locked it; then nothing was
    ///   taken away
    public List<String> remove(String job) throws InterruptedException {
        try {
            place(job).dropLocks();
            Optional<JobRecord> known = JobRecord.read(place(job));
            if (known.isEmpty()) {
                return List.of();
            }
            return known.get().mode().apart() ? worktree(job).remove() : inPlace(job).remove();
        } catch (IOException e) {
            throw failed("remove", job, e);
        }
    }

    /// Brings back what [#remove] took away last: the worktree at its old place, on its branch,
    /// with what was uncommitted, untracked, and ignored and small.
    ///
    /// @throws StrawbossException if it is there still, or if there is nothing to bring back
    public Restored undelete(String job) throws InterruptedException {
        try {
            place(job).dropLocks();
            if (find(job).isPresent()) {
                throw Removed.there(job, find(job).orElseThrow());
            }
            worktree(job).remove(); // one that was interrupted
            return worktree(job).restoration().orElseThrow(() -> Removed.nothing(job)).run();
        } catch (IOException e) {
            throw failed("bring back", job, e);
        }
    }

    /// How much disk the job's workspace takes; empty if it has none and nothing to bring back.
    public Optional<WorkspaceSize> size(String job) {
        try {
            return Removed.size(place(job));
        } catch (IOException e) {
            throw failed("measure", job, e);
        }
    }

    /// The same of every job that has one, in no order.
    public List<WorkspaceSize> sizes() {
        return Orphans.jobs(root).stream().flatMap(job -> size(job).stream()).toList();
    }

    /// What belongs to nothing; [#sweep] takes it away. To be called when no workspace is being
    /// made: one that is would look half made.
    ///
    /// @param known whether there is such a job
    public List<Orphan> orphans(Predicate<String> known) {
        return new Orphans(root).find(known);
    }

    /// The jobs that have a directory here, in no order, whether their workspace is there or not.
    public List<String> jobs() {
        return Orphans.jobs(root);
    }

    /// As [#remove], and nothing stays but the rescue refs and the branch in the repository: there
    /// is no bringing back.
    public List<String> forget(String job) throws InterruptedException {
        List<String> told = remove(job);
        try {
            Trees.delete(place(job).directory());
        } catch (IOException e) {
            throw failed("forget", job, e);
        }
        return told;
    }

    /// Saves and takes away what [#orphans] names. What cannot be saved stays.
    ///
    /// @param busy whether a job may be at work on its workspace right now
    /// @return sentences a person should read
    public List<String> sweep(Predicate<String> known, Predicate<String> busy)
            throws InterruptedException {
        List<String> told = new ArrayList<>();
        for (Orphan orphan : orphans(known)) {
            if (busy.test(orphan.job())) {
                continue;
            }
            try {
                told.addAll(sweep(orphan));
            } catch (StrawbossException stays) {
                told.add(stays.getMessage());
            } catch (IOException stays) {
                told.add(orphan.path() + " cannot be taken away: " + stays + ".");
            }
        }
        return told;
    }

    private List<String> sweep(Orphan orphan) throws IOException, InterruptedException {
        JobPlace place = place(orphan.job());
        switch (orphan.kind()) {
            case REGISTRATION -> Rescue.registration(place, environment.get(), orphan.path());
            case UNREADABLE -> {
                return List.of(orphan.sentence());
            }
            default -> {
                List<String> told = remove(orphan.job());
                if (JobRecord.readRemoved(place).isEmpty() && Removed.nothingIn(place)) {
                    Trees.delete(place.directory());
                }
                return told;
            }
        }
        return List.of();
    }

    /// The files that were too large for a commit, as [#collect] found them.
    public List<Artifact> artifacts(String job) {
        try {
            return new Artifacts(place(job)).read().stream().map(Artifacts.Kept::shown).toList();
        } catch (IOException e) {
            throw failed("list the artifacts of", job, e);
        }
    }

    /// A piece of the patch as [#collect] stored it, to the end of a line where that is possible;
    /// empty if there is none.
    ///
    /// @param cursor where the last piece ended, 0 at first
    public PatchPiece patch(String job, long cursor, int byteLimit) {
        try {
            return PatchPiece.read(place(job).patch(), cursor, byteLimit);
        } catch (IOException e) {
            throw failed("read the patch of", job, e);
        }
    }

    private JobPlace place(String job) {
        return JobPlace.of(root, job);
    }

    private Worktree worktree(String job) {
        return new Worktree(place(job), environment.get(), large.getAsLong());
    }

    private InPlace inPlace(String job) {
        return new InPlace(place(job), environment.get(), large.getAsLong());
    }

    private StrawbossException failed(String what, String job, IOException e) {
        return new StrawbossException(
                ErrorCode.WORKSPACE_FAILED,
                "Could not " + what + " the workspace of job " + job + ": " + e,
                DiskHint.of(
                        e.toString(),
                        root,
                        "Look at the disk and the permissions (df -h, ls -ld '"
                                + root
                                + "'), then try again."),
                e);
    }
}
