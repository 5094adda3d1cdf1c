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
import java.util.Optional;

/// A checkout on the job's own branch: a linked worktree or a clone. The files of a worktree in the
/// repository are written here (gitrepository-layout(5), `worktrees/<id>`), not by `git worktree
/// add`, which reads the configuration, takes turns, and needs four processes.
final class Worktree {
    private final JobPlace place;
    private final Map<String, String> environment;
    private final long large;

    /// @param large files of more bytes are no part of a commit
    Worktree(JobPlace place, Map<String, String> environment, long large) {
        this.place = place;
        this.environment = environment;
        this.large = large;
    }

    private Linked linked(JobRecord record) {
        return Linked.of(place, record, environment, large);
    }

    Workspace prepare(Repository repository, Path directory, WorkspaceMode mode)
            throws IOException, InterruptedException {
        clear();
        Path top = place.directory().resolve("worktree").resolve(repository.name());
        Path inside = repository.top().relativize(directory);
        boolean bare = repository.top().equals(repository.gitDirectory());
        Path runs = bare ? top : top.resolve(inside).normalize();
        String head = Repository.head(repository.gitDirectory()).orElse("refs/heads/main");
        JobRecord made = make(repository, top, runs, head, mode);
        Files.createDirectories(runs);
        CrashPoint.CHECKED_OUT.pass();
        made.asReady().write(place);
        return made.workspace();
    }

    /// Makes one at a given place and commit: a submodule.
    void prepareAt(Repository repository, Path top, String commit, WorkspaceMode mode)
            throws IOException, InterruptedException {
        clear();
        make(repository, top, top, commit, mode).asReady().write(place);
    }

    private void clear() throws IOException, InterruptedException {
        remove();
        Files.deleteIfExists(place.removed());
        Trees.delete(place.directory().resolve("submodules"));
        Files.deleteIfExists(place.notes());
        Files.createDirectories(place.directory());
    }

    private JobRecord make(
            Repository repository, Path top, Path runs, String head, WorkspaceMode mode)
            throws IOException, InterruptedException {
        Git git = Linked.open(place, environment, repository, head, Map.of());
        String settings = Snapshot.settings(git, repository);
        Map<String, String> kept = GitDirectory.kept(settings, environment);
        git = Linked.open(place, environment, repository, head, kept);
        git.gitDirectory().takeInfo(repository);
        git.gitDirectory().takeLfs(repository, repository.top());
        Snapshot before = Snapshot.take(git, repository, settings);
        String base = base(git, repository, head, before);
        JobRecord record =
                new JobRecord(
                        mode,
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
        make(linked(record), git, head, Optional.ofNullable(before.refs().get(place.branchRef())));
        return record;
    }

    private static String base(Git git, Repository repository, String head, Snapshot before)
            throws IOException, InterruptedException {
        String base = Repository.isObjectId(head) ? head : before.refs().get(head);
        if (base == null) {
            throw new StrawbossException(
                    ErrorCode.EMPTY_REPOSITORY,
                    "HEAD of " + repository.top() + " names " + head + ", which has no commit.",
                    "Make one with git commit, or use --workspace in-place.");
        }
        if (Repository.isObjectId(head) && !new Commits(git).isCommit(head)) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    repository.top() + " does not have its commit " + head + " on this machine.",
                    "Get it with: git fetch, or git submodule update for a submodule.");
        }
        return base;
    }

    private void make(Linked linked, Git opened, String head, Optional<String> earlier)
            throws IOException, InterruptedException {
        JobRecord record = linked.record();
        String base = record.base().orElseThrow();
        linked.dropBranchLock();
        Optional<String> tip = earlier.filter(commit -> !commit.equals(base));
        if (tip.isPresent()) {
            new Commits(opened).keep(place.rescueRef("branch/" + tip.get()), tip.get());
        }
        opened.run("update-ref", "--no-deref", place.branchRef(), base);
        if (linked.cloned()) {
            new Commits(opened).keep(place.baseRef(), base);
        }
        CrashPoint.BRANCH_MADE.pass();
        Trees.delete(linked.whole());
        Files.createDirectories(record.top());
        Path admin = linked.admin();
        Trees.delete(admin);
        if (linked.cloned()) {
            CloneDirectory clone = new CloneDirectory(linked, opened);
            clone.make(clone.refs(head), List.of());
        } else {
            linked.join();
            Files.writeString(admin.resolve("HEAD"), "ref: " + place.branchRef() + "\n");
        }
        CrashPoint.WORKTREE_ADDED.pass();
        Files.deleteIfExists(place.index());
        Git git = opened.at(record.top(), place.index());
        git.run("read-tree", "-m", "-u", "--no-recurse-submodules", base);
        Files.copy(place.index(), admin.resolve("index"), StandardCopyOption.COPY_ATTRIBUTES);
        note(linked, IndexFile.read(place.index(), base));
    }

    /// Fills the submodules, and keeps for [#collect] what a person should know.
    private void note(Linked linked, List<IndexFile.Entry> entries)
            throws IOException, InterruptedException {
        List<String> notes = new ArrayList<>(new Submodules(linked).prepare(entries));
        Path top = linked.record().top();
        if (Lfs.used(top, linked.record().requireRepository().common())) {
            List<String> pointers = Lfs.pointers(top, entries);
            if (!pointers.isEmpty()) {
                notes.add(Lfs.sentence(pointers, environment));
            }
        }
        if (!notes.isEmpty()) {
            Files.writeString(place.notes(), String.join("\n", notes));
        }
    }

    private List<String> notes() throws IOException {
        return Files.exists(place.notes()) ? Files.readAllLines(place.notes()) : List.of();
    }

    /// @param work the commit of the files as the worker left them
    /// @param repository where it is
    record Gathered(Collected collected, String work, Path repository) {}

    Collected collect() throws IOException, InterruptedException {
        return gather().collected();
    }

    Gathered gather() throws IOException, InterruptedException {
        JobRecord record =
                JobRecord.read(place)
                        .filter(JobRecord::inUse)
                        .orElseThrow(() -> new IllegalStateException("not prepared: " + place));
        Snapshot before = Snapshot.read(place.before());
        Linked linked = linked(record);
        Look look = Look.of(linked, before);
        Harvest harvest = new Harvest(look);
        String left = harvest.bringHome(look.refs());
        String base = record.base().orElseThrow();
        List<String> warnings = new ArrayList<>(notes());
        warnings.addAll(harvest.warnings());
        String head = look.bring(left, warnings);
        Git git = look.home();
        if (!linked.cloned()) { // a clone's worker cannot reach it
            warnings.addAll(
                    new Outside(git, place, before)
                            .warnings(record.requireRepository(), look.refs(), place.branchRef()));
        }
        Collected.Changes changes = Comparison.of(git, base, head, place.patch());
        Collected collected =
                new Collected(
                        record.mode(),
                        Optional.of(place.branch()),
                        record.base(),
                        Optional.of(head),
                        harvest.addedOneToBase() ? 1 : commits(git, base, head),
                        changes,
                        harvest.contents().ignored().stream().limit(100).map(Git::shown).toList(),
                        harvest.contents().artifacts(),
                        harvest.contents().submodules(),
                        warnings);
        String work = head.equals(left) ? harvest.work() : head;
        return new Gathered(collected, work, record.requireRepository().common());
    }

    static long commits(Git git, String base, String head)
            throws IOException, InterruptedException {
        return base.equals(head)
                ? 0
                : Long.parseLong(Git.line(git.run("rev-list", "--count", base + ".." + head)));
    }

    List<String> remove() throws IOException, InterruptedException {
        Optional<Removal> removal = removal();
        return removal.isEmpty() ? List.of() : removal.get().run();
    }

    Optional<Removal> removal() throws IOException {
        return JobRecord.read(place).map(record -> new Removal(linked(record)));
    }

    /// Empty if nothing was taken away.
    Optional<Restoration> restoration() throws IOException {
        return JobRecord.readRemoved(place).map(record -> new Restoration(linked(record)));
    }
}
