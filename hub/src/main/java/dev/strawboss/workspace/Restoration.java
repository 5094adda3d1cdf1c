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

/// Brings a worktree back that was taken away: its branch, HEAD, index, and all files.
final class Restoration {
    private final Linked linked;
    private final List<String> told = new ArrayList<>();

    /// @param linked of the record that was kept
    Restoration(Linked linked) {
        this.linked = linked;
    }

    Restored run() throws IOException, InterruptedException {
        JobPlace place = linked.place();
        JobRecord record = linked.record();
        JobRecord.Saved saved = record.saved().orElseThrow();
        if (Files.exists(record.top(), LinkOption.NOFOLLOW_LINKS)) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The workspace of job "
                            + place.job()
                            + " cannot come back: "
                            + record.top()
                            + " is in its place.",
                    "Move it away, then try again.");
        }
        Git opened = linked.reopen(Snapshot.read(place.before()));
        branch(opened, saved);
        Files.createDirectories(record.top());
        Path scratch = place.directory().resolve("index.now");
        Files.deleteIfExists(scratch);
        Git git = opened.at(record.top(), scratch);
        git.run("read-tree", "-m", "-u", "--no-recurse-submodules", saved.commit());
        admin(git, saved);
        linked.join();
        JobRecord again = record.asReady();
        again.write(place);
        Files.delete(place.removed());
        Trees.delete(place.keptAdmin());
        return new Restored(again.workspace(), told);
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

    private void admin(Git git, JobRecord.Saved saved) throws IOException, InterruptedException {
        Path admin = linked.admin();
        Trees.delete(admin);
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
        if (!Files.isRegularFile(index) || theirs.attempt("", "write-tree").isEmpty()) {
            Files.deleteIfExists(index);
            theirs.run("read-tree", saved.tip());
        }
        // git would find every file newer than the index says
        theirs.attempt("", "update-index", "-q", "--refresh");
    }
}
