package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A linked worktree on the job's own branch. Its files in the repository are written here
/// (gitrepository-layout(5), `worktrees/<id>`), not by `git worktree add`, which reads the
/// configuration, takes turns, and needs four processes.
final class Worktree {
    private final JobPlace place;
    private final Map<String, String> environment;

    Worktree(JobPlace place, Map<String, String> environment) {
        this.place = place;
        this.environment = environment;
    }

    private Linked linked(JobRecord record) {
        return new Linked(place, record, environment);
    }

    Workspace prepare(Repository repository, Path directory)
            throws IOException, InterruptedException {
        if (JobRecord.read(place).isPresent()) {
            remove();
        }
        Files.deleteIfExists(place.removed());
        Files.createDirectories(place.directory());
        Path top = place.directory().resolve("worktree").resolve(repository.name());
        Path inside = repository.top().relativize(directory);
        boolean bare = repository.top().equals(repository.gitDirectory());
        Path runs = bare ? top : top.resolve(inside).normalize();
        String head = Repository.head(repository.gitDirectory()).orElse("refs/heads/main");
        Git git = Linked.open(place, environment, repository, head, Map.of());
        String settings = Snapshot.settings(git, repository);
        git = Linked.open(place, environment, repository, head, GitDirectory.kept(settings));
        git.gitDirectory().takeInfo(repository);
        Snapshot before = Snapshot.take(git, repository, settings);
        String base = base(repository, head, before);
        JobRecord record =
                new JobRecord(
                        WorkspaceMode.WORKTREE,
                        false,
                        runs,
                        top,
                        Optional.of(repository),
                        Optional.of(base),
                        Optional.empty(),
                        place.branch());
        before.write(place.before());
        record.write(place);
        CrashPoint.WORKTREE_RECORDED.pass();
        make(record, git, before.refs().get(place.branchRef()));
        Files.createDirectories(runs);
        CrashPoint.CHECKED_OUT.pass();
        JobRecord ready = record.asReady();
        ready.write(place);
        return ready.workspace();
    }

    private static String base(Repository repository, String head, Snapshot before) {
        String base = Repository.isObjectId(head) ? head : before.refs().get(head);
        if (base == null) {
            throw new StrawbossException(
                    ErrorCode.EMPTY_REPOSITORY,
                    "HEAD of " + repository.top() + " names " + head + ", which has no commit.",
                    "Make one with git commit, or use --workspace in-place.");
        }
        return base;
    }

    private void make(JobRecord record, Git opened, @Nullable String tip)
            throws IOException, InterruptedException {
        String base = record.base().orElseThrow();
        Linked linked = linked(record);
        linked.dropBranchLock();
        if (tip != null && !tip.equals(base)) {
            opened.run("update-ref", "--no-deref", place.rescueRef("branch/" + tip), tip);
        }
        opened.run("update-ref", "--no-deref", place.branchRef(), base);
        CrashPoint.BRANCH_MADE.pass();
        Trees.delete(Objects.requireNonNull(record.top().getParent()));
        Files.createDirectories(record.top());
        Path admin = linked.admin();
        Trees.delete(admin);
        linked.join();
        Files.writeString(admin.resolve("HEAD"), "ref: " + place.branchRef() + "\n");
        CrashPoint.WORKTREE_ADDED.pass();
        Files.deleteIfExists(place.index());
        Git git = opened.at(record.top(), place.index());
        git.run("read-tree", "-m", "-u", "--no-recurse-submodules", base);
        Files.copy(place.index(), admin.resolve("index"), StandardCopyOption.COPY_ATTRIBUTES);
    }

    Collected collect() throws IOException, InterruptedException {
        JobRecord record =
                JobRecord.read(place)
                        .filter(JobRecord::inUse)
                        .orElseThrow(() -> new IllegalStateException("not prepared: " + place));
        Snapshot before = Snapshot.read(place.before());
        Linked linked = linked(record);
        Git git = linked.reopen(before);
        Map<String, String> refs = Snapshot.refs(git);
        Harvest harvest = new Harvest(linked, git);
        String head = harvest.bringHome(refs);
        String base = record.base().orElseThrow();
        List<String> warnings = new ArrayList<>(harvest.warnings());
        warnings.addAll(
                new Outside(git, place, before)
                        .warnings(record.requireRepository(), refs, place.branchRef()));
        Collected.Changes changes = Comparison.of(git, base, head, place.patch());
        return new Collected(
                WorkspaceMode.WORKTREE,
                Optional.of(place.branch()),
                record.base(),
                Optional.of(head),
                harvest.addedOneToBase() ? 1 : commits(git, base, head),
                changes,
                harvest.ignored().stream().limit(100).map(Git::shown).toList(),
                warnings);
    }

    static long commits(Git git, String base, String head)
            throws IOException, InterruptedException {
        return base.equals(head)
                ? 0
                : Long.parseLong(Git.line(git.run("rev-list", "--count", base + ".." + head)));
    }

    List<String> remove() throws IOException, InterruptedException {
        Optional<JobRecord> known = JobRecord.read(place);
        return known.isEmpty() ? List.of() : new Removal(linked(known.get())).run();
    }

    Restored undelete(JobRecord removed) throws IOException, InterruptedException {
        return new Restoration(linked(removed)).run();
    }
}
