package dev.strawboss.workspace;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Brings a worktree back that was taken away: its branch, HEAD, index, and all files.
final class Restoration {
    private final Linked linked;
    private final List<String> told = new ArrayList<>();

    /// @param linked of the record that was kept
    Restoration(Linked linked) {
        this.linked = linked;
    }

    Restored run() throws IOException, InterruptedException {
        Path begun = linked.place().directory().resolve("restoring");
        if (Files.exists(begun)) { // a hub died here: what is there is ours
            Trees.delete(linked.whole());
        }
        requireRoom();
        Files.writeString(begun, "");
        List<Restoration> all = new ArrayList<>();
        lay(all);
        for (Restoration each : all.reversed()) {
            each.finish();
        }
        Files.delete(begun);
        return new Restored(linked.record().workspace(), told);
    }

    private void requireRoom() {
        if (Files.exists(linked.record().top(), LinkOption.NOFOLLOW_LINKS)) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The workspace of job "
                            + linked.place().job()
                            + " cannot come back: "
                            + linked.record().top()
                            + " is in its place.",
                    "Move it away, then try again.");
        }
    }

    /// Brings the files back; may be repeated.
    private void lay(List<Restoration> all) throws IOException, InterruptedException {
        JobPlace place = linked.place();
        JobRecord record = linked.record();
        JobRecord.Saved saved = record.saved().orElseThrow();
        all.add(this);
        Git opened = linked.reopen(Snapshot.read(place.before()));
        branch(opened, saved);
        Files.createDirectories(record.top());
        opened.gitDirectory().takeLfs(record.requireRepository(), record.top());
        Path scratch = place.directory().resolve("index.now");
        Files.deleteIfExists(scratch);
        Git git = opened.at(record.top(), scratch);
        git.run("read-tree", "-m", "-u", "--no-recurse-submodules", saved.commit());
        new Artifacts(place).restore(record.top());
        new Aside(place).restore(record.top());
        if (linked.cloned()) {
            CloneDirectory.restore(linked, opened, saved);
        }
        admin(git, saved);
        if (!linked.cloned()) {
            linked.join();
        }
        for (Restoration inner : new Submodules(linked).restorations()) {
            inner.lay(all);
            told.addAll(inner.told);
        }
    }

    private void finish() throws IOException {
        JobPlace place = linked.place();
        linked.record().asReady().write(place);
        Files.delete(place.removed());
        Trees.delete(place.keptAdmin());
        new Aside(place).forget();
    }

    private void branch(Git git, JobRecord.Saved saved) throws IOException, InterruptedException {
        Map<String, String> refs = Snapshot.refs(git);
        String tip = refs.get(linked.place().branchRef());
        if (tip == null) {
            git.run("update-ref", "--no-deref", linked.place().branchRef(), saved.tip());
            told.add("The branch " + linked.place().branch() + " was deleted; it was made again.");
        } else if (!tip.equals(saved.tip())) {
            told.add(
                    "The branch "
                            + linked.place().branch()
                            + " moved meanwhile, from "
                            + saved.tip()
                            + " to "
                            + tip
                            + "; the files are as they were.");
        }
    }

    /// Whether every object that an index names is still there; an unfinished merge is whole too.
    private static boolean whole(Git theirs) throws IOException, InterruptedException {
        Optional<String> listed = theirs.attempt("", "ls-files", "--stage");
        if (listed.isEmpty()) {
            return false;
        }
        String ids =
                listed.get()
                        .lines()
                        .filter(line -> !line.startsWith("160000 "))
                        .map(line -> line.split(" ", 3)[1])
                        .collect(Collectors.joining("\n", "", "\n"));
        return ids.isBlank()
                || !theirs.feed(ids, "cat-file", "--batch-check").contains(" missing\n");
    }

    private void admin(Git git, JobRecord.Saved saved) throws IOException, InterruptedException {
        Path admin = linked.admin();
        if (!linked.cloned()) {
            Trees.delete(admin);
        }
        Path kept = linked.place().keptAdmin();
        if (Files.isDirectory(kept)) {
            Trees.copy(kept, admin);
        }
        Files.createDirectories(admin);
        if (!Files.isRegularFile(admin.resolve("HEAD"))) {
            Files.writeString(admin.resolve("HEAD"), "ref: " + linked.place().branchRef() + "\n");
        }
        Path index = admin.resolve("index");
        Git theirs = git.at(git.workTree(), index);
        if (!Files.isRegularFile(index) || !whole(theirs)) {
            Files.deleteIfExists(index);
            theirs.run("read-tree", saved.tip());
        }
        // git would find every file newer than the index says
        theirs.attempt("", "update-index", "-q", "--refresh");
    }
}
