package dev.strawboss.workspace;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A checkout of a job by its files: a linked worktree (gitrepository-layout(5), `worktrees/<id>`)
/// or a clone.
///
/// @param admin where the checkout's `HEAD`, index and reflog are
/// @param large files of more bytes are no part of a commit
record Linked(
        JobPlace place, JobRecord record, Path admin, Map<String, String> environment, long large) {
    static Linked of(
            JobPlace place, JobRecord record, Map<String, String> environment, long large) {
        Path admin =
                record.mode() == WorkspaceMode.CLONE
                        ? record.top().resolve(".git")
                        : record.requireRepository()
                                .common()
                                .resolve("worktrees")
                                .resolve("strawboss-" + place.job());
        return new Linked(place, record, admin, environment, large);
    }

    boolean cloned() {
        return record.mode() == WorkspaceMode.CLONE;
    }

    /// What the worktree's `.git` file holds.
    String pointer() {
        return "gitdir: " + admin() + "\n";
    }

    /// What is made for this worktree only.
    Path whole() {
        Path own = place.directory().resolve("worktree");
        return record.top().startsWith(own) ? own : record.top();
    }

    boolean there() {
        return Files.isDirectory(record.top(), LinkOption.NOFOLLOW_LINKS);
    }

    /// Makes the two ends that name each other.
    void join() throws IOException {
        Files.createDirectories(admin());
        Files.writeString(admin().resolve("commondir"), "../..\n");
        Files.writeString(admin().resolve("gitdir"), record.top().resolve(".git") + "\n");
        Files.writeString(record.top().resolve(".git"), pointer());
    }

    static Git open(
            JobPlace place,
            Map<String, String> environment,
            Repository repository,
            String head,
            Map<String, String> kept)
            throws IOException {
        GitDirectory directory =
                GitDirectory.make(place.gitDirectory(), repository, head, false, kept);
        return Git.of(environment, directory, place.directory(), place.index());
    }

    /// The same git as when the worktree was made; in its files if they are there.
    Git reopen(Snapshot before) throws IOException {
        Repository repository = record.requireRepository();
        if (!repositoryThere()) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The repository "
                            + repository.common()
                            + " is gone; the work of job "
                            + place.job()
                            + " is still in "
                            + (there() ? record.top() : place.directory())
                            + ".",
                    "Put the repository back, then try again.");
        }
        Git git =
                open(
                        place,
                        environment,
                        repository,
                        record.base().orElseThrow(),
                        GitDirectory.kept(before.settings(), environment));
        dropBranchLock();
        if (there()) {
            git.gitDirectory().takeLfs(repository, record.top());
            return git.at(record.top(), place.index());
        }
        return git;
    }

    boolean repositoryThere() {
        return Files.isDirectory(record.requireRepository().common().resolve("objects"));
    }

    /// Nothing of the job runs when this is called, so a lock on its branch has no owner.
    void dropBranchLock() throws IOException {
        Files.deleteIfExists(
                record.requireRepository().common().resolve(place.branchRef() + ".lock"));
    }

    /// Why a person locked it (`git worktree lock`), if one did.
    Optional<String> locked() throws IOException {
        Path lock = admin().resolve("locked");
        return Files.isRegularFile(lock, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(
                        Git.shown(Files.readString(lock, StandardCharsets.ISO_8859_1)).strip())
                : Optional.empty();
    }
}
