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
import java.util.Optional;

/// Takes a worktree and its submodules away, once everything in them is saved; may be repeated
/// after a death in the middle.
final class Removal {
    private final Linked linked;
    private final List<String> told = new ArrayList<>();

    Removal(Linked linked) {
        this.linked = linked;
    }

    /// @return sentences for people
    List<String> run() throws IOException, InterruptedException {
        requireUnlocked();
        save();
        CrashPoint.WORKTREE_SAVED.pass();
        takeAway();
        return told;
    }

    private void save() throws IOException, InterruptedException {
        JobPlace place = linked.place();
        JobRecord record = linked.record();
        if (!record.inUse() || !(linked.there() || linked.repositoryThere())) {
            return;
        }
        Look look = Look.of(linked, Snapshot.read(place.before()));
        Rescue rescue = new Rescue(look);
        JobRecord.Saved saved = look.bring(rescue.save(), told);
        told.addAll(rescue.told());
        keepAdmin(look.linked().admin());
        for (Removal each : new Submodules(linked).removals()) {
            each.save();
            told.addAll(each.told);
        }
        record.asSaved(saved).write(place);
    }

    private void takeAway() throws IOException, InterruptedException {
        JobPlace place = linked.place();
        for (Removal each : new Submodules(linked).removals()) {
            each.takeAway();
        }
        boolean saved = JobRecord.read(place).flatMap(JobRecord::saved).isPresent();
        Trees.delete(linked.admin());
        Trees.delete(linked.whole());
        Trees.delete(place.gitDirectory());
        LookAtClone.clear(linked);
        CrashPoint.WORKTREE_DELETED.pass();
        if (saved) {
            Durable.move(place.record(), place.removed());
        } else {
            Files.deleteIfExists(place.record());
        }
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

    /// Without a clone's objects: the person's repository has all of them that matter.
    private void keepAdmin(Path admin) throws IOException {
        Path kept = linked.place().keptAdmin();
        Trees.delete(kept);
        if (Files.isDirectory(admin, LinkOption.NOFOLLOW_LINKS)) {
            Trees.delete(admin.resolve("objects"));
            Trees.copy(admin, kept);
        }
    }
}
