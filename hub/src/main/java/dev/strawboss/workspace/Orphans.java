package dev.strawboss.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Finds what belongs to nothing: below the directory of workspaces, and in the repositories that
/// jobs used.
final class Orphans {
    private final Path root;
    private final List<Orphan> found = new ArrayList<>();
    private final TreeSet<Path> repositories = new TreeSet<>();

    Orphans(Path root) {
        this.root = root;
    }

    /// The names of all directories that can be a job's.
    static List<String> jobs(Path root) {
        List<String> jobs = new ArrayList<>();
        if (!Files.isDirectory(root)) {
            return jobs;
        }
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root)) {
            for (Path directory : directories) {
                String name = String.valueOf(directory.getFileName());
                if (JobPlace.wellFormed(name)
                        && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                    jobs.add(name);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jobs;
    }

    List<Orphan> find(Predicate<String> known) {
        try {
            for (String job : jobs(root)) {
                look(JobPlace.of(root, job), known.test(job));
            }
            for (Path repository : repositories) {
                registrations(repository);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private void look(JobPlace place, boolean known) throws IOException {
        Optional<JobRecord> record;
        try {
            record = JobRecord.read(place);
        } catch (IOException damaged) {
            found.add(orphan(place, Orphan.Kind.UNREADABLE));
            return;
        }
        record.or(() -> readRemoved(place))
                .flatMap(JobRecord::repository)
                .ifPresent(repository -> repositories.add(repository.common()));
        boolean over = record.isEmpty() && Files.exists(place.removed());
        if (over || (known && record.filter(JobRecord::ready).isPresent())) {
            return;
        }
        boolean lost = record.isEmpty() && !Removed.nothingIn(place);
        if (!lost) {
            Orphan.Kind kind = known ? Orphan.Kind.HALF_MADE : Orphan.Kind.UNKNOWN_JOB;
            found.add(orphan(place, kind));
        } else if (!known || Files.exists(place.directory().resolve("worktree"))) {
            found.add(orphan(place, Orphan.Kind.UNREADABLE));
        }
    }

    private static Orphan orphan(JobPlace place, Orphan.Kind kind) throws IOException {
        long bytes = Trees.size(place.directory(), Long.MAX_VALUE);
        return new Orphan(place.job(), kind, place.directory(), bytes);
    }

    private static Optional<JobRecord> readRemoved(JobPlace place) {
        try {
            return JobRecord.readRemoved(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void registrations(Path common) throws IOException {
        Path worktrees = common.resolve("worktrees");
        if (!Files.isDirectory(worktrees)) {
            return;
        }
        try (DirectoryStream<Path> ours = Files.newDirectoryStream(worktrees, "strawboss-*")) {
            for (Path admin : ours) {
                String job = admin.getFileName().toString().substring("strawboss-".length());
                Path gitdir = admin.resolve("gitdir");
                if (JobPlace.wellFormed(job)
                        && Files.isRegularFile(gitdir)
                        && Path.of(Repository.text(gitdir)).startsWith(root)
                        && !Files.exists(JobPlace.of(root, job).record())) {
                    long bytes = Trees.size(admin, Long.MAX_VALUE);
                    found.add(new Orphan(job, Orphan.Kind.REGISTRATION, admin, bytes));
                }
            }
        }
    }
}
