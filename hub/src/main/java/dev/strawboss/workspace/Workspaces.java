package dev.strawboss.workspace;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Makes the places where jobs work, and brings home what they did there. Every operation may be
/// repeated after the hub died in the middle of it.
public final class Workspaces {
    private final Path root;
    private final Supplier<Map<String, String>> environment;

    /// @param root the directory that keeps one directory for each job
    /// @param environment what git sees: `PATH` and `HOME` above all; its `GIT_*` are dropped
    public Workspaces(Path root, Supplier<Map<String, String>> environment) {
        this.root = root;
        this.environment = environment;
    }

    /// Refuses what can never work, by looking at files only; starts no process.
    public void check(Path directory, WorkspaceMode mode) {
        if (!Files.isDirectory(directory)) {
            throw unknown(directory);
        }
        if (mode == WorkspaceMode.WORKTREE) {
            requireRepository(directory);
        }
    }

    /// Makes the job's workspace. One that the same job had before is saved under a rescue ref
    /// where it holds work, and made again from the present HEAD.
    public Workspace prepare(String job, Path directory, WorkspaceMode mode)
            throws InterruptedException {
        check(directory, mode);
        try {
            Path real = directory.toRealPath();
            return switch (mode) {
                case WORKTREE -> worktree(job).prepare(requireRepository(real), real);
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
            return switch (workspace.mode()) {
                case WORKTREE -> worktree(job).collect();
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
                                List.of());
            };
        } catch (IOException e) {
            throw failed("collect", job, e);
        }
    }

    /// The job's workspace as it was prepared, so that a later hub can collect it.
    public Optional<Workspace> find(String job) {
        try {
            return JobRecord.read(place(job)).filter(JobRecord::ready).map(JobRecord::workspace);
        } catch (IOException e) {
            throw failed("find", job, e);
        }
    }

    /// Takes the job's worktree away, after everything in it was saved under
    /// `refs/strawboss/rescue/<job>/removed`: untracked files too, and ignored ones that are small.
    /// The branch and the patch stay. A directory that the job used in place is left alone.
    ///
    /// @return sentences a person should read, such as what was too large to be saved
    public List<String> remove(String job) throws InterruptedException {
        try {
            Optional<JobRecord> known = JobRecord.read(place(job));
            if (known.isEmpty()) {
                return List.of();
            }
            return known.get().mode() == WorkspaceMode.WORKTREE
                    ? worktree(job).remove()
                    : inPlace(job).remove();
        } catch (IOException e) {
            throw failed("remove", job, e);
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
        return new Worktree(place(job), environment.get());
    }

    private InPlace inPlace(String job) {
        return new InPlace(place(job), environment.get());
    }

    private static Repository requireRepository(Path directory) {
        try {
            Repository repository =
                    Repository.find(directory.toRealPath()).orElseThrow(() -> notGit(directory));
            repository.requireSupported();
            repository.requireCommit(directory);
            return repository;
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The git repository of " + directory + " cannot be read: " + e.getMessage(),
                    "Look at it with: git -C '" + directory + "' status",
                    e);
        }
    }

    private static StrawbossException notGit(Path directory) {
        return new StrawbossException(
                ErrorCode.NOT_A_GIT_REPOSITORY,
                directory + " is not in a git repository, so a job there cannot have a worktree.",
                "Use --workspace in-place to work in the directory itself, or make it a repository:"
                        + " git init && git add -A && git commit -m start");
    }

    private static StrawbossException unknown(Path directory) {
        Path parent = directory.getParent();
        while (parent != null && !Files.isDirectory(parent)) {
            directory = parent;
            parent = parent.getParent();
        }
        if (Files.exists(directory)) {
            return unknown(directory + " is not a directory.");
        }
        String meant = parent == null ? "" : nearest(parent, directory);
        return unknown("There is no directory " + directory + "." + meant);
    }

    private static StrawbossException unknown(String sentence) {
        return new StrawbossException(
                ErrorCode.UNKNOWN_DIRECTORY, sentence, "Name a directory that exists.");
    }

    private static String nearest(Path parent, Path missing) {
        String name = Objects.requireNonNull(missing.getFileName()).toString();
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names =
                    siblings.limit(2_000)
                            .filter(Files::isDirectory)
                            .map(path -> Objects.requireNonNull(path.getFileName()).toString())
                            .toList();
            return Suggestion.nearest(name, names)
                    .map(found -> " Did you mean " + parent.resolve(found) + "?")
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return " " + parent + " cannot be read either: " + e.getMessage();
        }
    }

    private static StrawbossException failed(String what, String job, IOException e) {
        return new StrawbossException(
                ErrorCode.WORKSPACE_FAILED,
                "Could not " + what + " the workspace of job " + job + ": " + e,
                "Look at the disk and the permissions, then try again.",
                e);
    }
}
