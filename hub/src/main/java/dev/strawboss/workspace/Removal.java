package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Takes a worktree away, once everything in it is saved; may be repeated after a death in the
/// middle.
final class Removal {
    private final Linked linked;
    private final List<String> told = new ArrayList<>();

    Removal(Linked linked) {
        this.linked = linked;
    }

    /// @return sentences for people
    List<String> run() throws IOException, InterruptedException {
        JobPlace place = linked.place();
        JobRecord record = linked.record();
        requireUnlocked();
        if (record.inUse() && (linked.there() || linked.repositoryThere())) {
            Git git = linked.reopen(Snapshot.read(place.before()));
            Rescue rescue = new Rescue(linked, git);
            record = record.asSaved(rescue.save(Snapshot.refs(git)));
            told.addAll(rescue.told());
            keepAdmin();
            record.write(place);
        }
        CrashPoint.WORKTREE_SAVED.pass();
        Trees.delete(linked.admin());
        Trees.delete(Objects.requireNonNull(record.top().getParent()));
        Trees.delete(place.gitDirectory());
        CrashPoint.WORKTREE_DELETED.pass();
        if (record.saved().isPresent()) {
            Durable.move(place.record(), place.removed());
        } else {
            Files.delete(place.record());
        }
        return told;
    }

    private void requireUnlocked() throws IOException {
        Optional<String> reason = linked.locked();
        if (reason.isPresent()) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The worktree of job "
                            + linked.place().job()
                            + " is locked"
                            + (reason.get().isEmpty() ? "" : " (" + reason.get() + ")")
                            + ", so it stays.",
                    "git -C '"
                            + linked.record().requireRepository().top()
                            + "' worktree unlock '"
                            + linked.record().top()
                            + "'");
        }
    }

    private void keepAdmin() throws IOException {
        Path kept = linked.place().keptAdmin();
        Trees.delete(kept);
        if (Files.isDirectory(linked.admin(), LinkOption.NOFOLLOW_LINKS)) {
            Trees.copy(linked.admin(), kept);
        }
    }
}
