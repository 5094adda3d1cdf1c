package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Nothing is ever destroyed.
class RemovalTest extends OneWorktree {
    @Test
    void removingSavesEverythingFirst() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "committed");
        worker.commit("mine");
        worker.git("commit", "-q", "--amend", "-m", "amended");
        worker.write("u.txt", "untracked");
        worker.write("ignored/deep/i.txt", "ignored");
        worker.write("x.log", "log");
        Files.write(worker.path().resolve("huge.log"), new byte[21 << 20]);
        worker.sh("mkdir -p ignored/closed; chmod 0 ignored/closed");
        List<String> told = workspaces.remove(JOB);
        assertThat(told).containsExactly("Ignored and too large to be saved: huge.log");
        assertThat(worker.path()).doesNotExist();
        assertThat(user.git("worktree", "list")).doesNotContain(JOB);
        assertThat(user.git("ls-tree", "-r", "--name-only", RESCUE + "removed"))
                .contains("c.txt", "u.txt", "ignored/deep/i.txt", "x.log");
        assertThat(user.git("log", "--format=%s", RESCUE + "removed")).contains("\nmine");
        assertThat(workspaces.remove(JOB)).isEmpty();
        assertThat(user.git("rev-parse", BRANCH)).isNotEmpty();
    }

    @Test
    void preparingAgainSavesWhatAWorkerWroteAndStartsFresh() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "committed");
        worker.commit("mine");
        worker.write("d.txt", "left");
        Repo again = prepare();
        assertThat(again.path().resolve("c.txt")).doesNotExist();
        assertThat(user.git("show", RESCUE + "removed:d.txt")).isEqualTo("left");
        again.write("second", "2");
        prepare();
        assertThat(user.git("show", RESCUE + "removed:second")).isEqualTo("2");
        assertThat(user.git("show", RESCUE + "removed^2:d.txt")).isEqualTo("left");
        assertThat(collect().commits()).isZero();
    }

    @Test
    void whatAnInterruptedPrepareLeftIsMadeAgain() throws Exception {
        Repo worker = prepare();
        Path record = temp.resolve("state").resolve(JOB).resolve("workspace.properties");
        String text = Files.readString(record);
        for (String half : List.of(text.replace("ready=true", "ready=false"), "")) {
            if (half.isEmpty()) {
                Files.delete(record);
            } else {
                Files.writeString(record, half);
            }
            Files.delete(worker.path().resolve("a.txt"));
            assertThat(prepare().git("status", "--porcelain")).isEmpty();
        }
    }

    @Test
    void aWorktreeDeletedByHandLosesNoCommit() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "--detach");
        worker.write("c.txt", "c");
        worker.commit("only here");
        user.sh("rm -r '" + worker.path() + "'");
        workspaces.remove(JOB);
        user.git("gc", "-q", "--prune=now");
        assertThat(user.git("show", RESCUE + "removed:c.txt")).isEqualTo("c");
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
        assertThat(worker.git("status", "--porcelain")).isEmpty();
    }

    @Test
    void aRepositoryThatIsGoneIsNamedAndTheWorkStays() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        Path away = temp.resolve("away");
        Files.move(user.path(), away);
        assertThatThrownBy(() -> workspaces.remove(JOB))
                .hasMessageContaining("is gone; the work of job " + JOB + " is still in");
        assertThatThrownBy(this::collect).hasMessageContaining("is gone");
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
        Files.move(away, user.path());
        workspaces.remove(JOB);
        Files.move(user.path(), away);
        assertThatThrownBy(() -> workspaces.undelete(JOB)).hasMessageContaining("is gone");
        Files.move(away, user.path());
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
    }

    @Test
    void whatGitCannotStoreComesBackToo() throws Exception {
        Repo worker = prepare();
        worker.sh(
                "mkdir -p empty/deep nested; git init -q nested; echo n >nested/n;"
                        + " git -C nested add n; git -C nested -c user.name=x -c user.email=x commit"
                        + " -qm inner; printf x >'git~1'; printf s >secret; chmod 0 secret;"
                        + " mkdir closed; printf c >closed/c; chmod 0 closed; mkfifo pipe");
        workspaces.remove(JOB);
        user.git("gc", "-q", "--prune=now");
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("empty/deep")).isEmptyDirectory();
        assertThat(worker.path().resolve("git~1")).hasContent("x");
        assertThat(worker.path().resolve("secret")).hasContent("s");
        assertThat(worker.path().resolve("closed/c")).hasContent("c");
        assertThat(new Repo(worker.path().resolve("nested")).git("log", "--format=%s"))
                .isEqualTo("inner");
    }

    @Test
    void anUnfinishedMergeComesBackUnfinished() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "-b", "side");
        worker.write("a.txt", "side");
        worker.commit("side");
        worker.git("checkout", "-q", BRANCH);
        worker.write("a.txt", "mine");
        worker.commit("mine");
        worker.sh("git -c user.name=x -c user.email=x merge side || true");
        String status = worker.git("status", "--porcelain");
        workspaces.remove(JOB);
        user.git("branch", "-D", "side", BRANCH);
        user.git("gc", "-q", "--prune=now");
        workspaces.undelete(JOB);
        assertThat(worker.git("status", "--porcelain")).isEqualTo(status).startsWith("UU");
        worker.write("a.txt", "both");
        worker.git("commit", "-q", "-a", "--no-edit");
        assertThat(worker.git("rev-list", "--count", "HEAD")).isEqualTo("4");
    }

    @Test
    void aRemovalOrReturnThatWasInterruptedIsBroughtToItsEnd() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        Path place = temp.resolve("state").resolve(JOB);
        workspaces.remove(JOB);
        Files.move(place.resolve("removed.properties"), place.resolve("workspace.properties"));
        user.sh("mkdir -p '" + worker.path() + "'; echo half >'" + worker.path() + "/a.txt'");
        assertThat(workspaces.find(JOB)).isEmpty();
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
        workspaces.remove(JOB);
        user.sh("mkdir -p '" + worker.path() + "'; touch '" + place + "/restoring'");
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
        assertThat(collect().changes().total()).isEqualTo(1);
    }

    @Test
    void aJobWithoutAnEndIsCollectedAllTheSame() throws Exception {
        assertThat(workspaces.rescue(JOB)).isEmpty();
        prepare().write("c.txt", "c");
        assertThat(workspaces.rescue(JOB).orElseThrow().changes().total()).isEqualTo(1);
        assertThat(show("c.txt")).isEqualTo("c");
    }

    @Test
    void whatBelongsToNothingIsFoundSavedAndTakenAway() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        Path root = temp.resolve("state");
        Path half = Files.createDirectories(root.resolve("half000000aa"));
        Files.createDirectories(half.resolve("git"));
        Path lost = Files.createDirectories(root.resolve("lost000000aa/worktree/x"));
        Repo stray =
                new Repo(
                        workspaces
                                .prepare("stray00000aa", user.path(), WorkspaceMode.WORKTREE)
                                .directory());
        stray.git("checkout", "-q", "--detach");
        stray.write("d.txt", "d");
        stray.commit("stray");
        user.sh("rm -r '" + root.resolve("stray00000aa") + "'");
        assertThat(workspaces.orphans(job -> true))
                .extracting(Orphan::kind)
                .containsExactlyInAnyOrder(
                        Orphan.Kind.HALF_MADE, Orphan.Kind.UNREADABLE, Orphan.Kind.REGISTRATION);
        assertThat(workspaces.orphans(job -> false)).hasSize(4);
        assertThat(workspaces.sizes()).extracting(WorkspaceSize::job).containsExactly(JOB);
        assertThat(workspaces.sweep(job -> false, job -> false))
                .singleElement()
                .asString()
                .contains("by hand");
        assertThat(worker.path()).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(lost).exists();
        assertThat(user.git("worktree", "list")).doesNotContain("strawboss");
        user.git("gc", "-q", "--prune=now");
        assertThat(user.git("show", "refs/strawboss/rescue/stray00000aa/registration:d.txt"))
                .isEqualTo("d");
        assertThat(workspaces.sizes().getFirst().removed()).isTrue();
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
    }
}
