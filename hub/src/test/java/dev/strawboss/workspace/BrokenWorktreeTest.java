package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What a worker leaves that is in no order.
class BrokenWorktreeTest extends OneWorktree {
    @Test
    void locksOfAKilledWorkerDoNotMatter() throws Exception {
        Repo worker = prepare();
        Path admin = Path.of(worker.git("rev-parse", "--absolute-git-dir"));
        Files.createFile(admin.resolve("index.lock"));
        Files.createFile(admin.resolve("HEAD.lock"));
        Files.createFile(user.path().resolve(".git/refs/heads/" + BRANCH + ".lock"));
        worker.write("c.txt", "c");
        collect();
        assertThat(show("c.txt")).isEqualTo("c");
    }

    @Test
    void hiddenChangesAreSeen() throws Exception {
        Repo worker = prepare();
        worker.git("update-index", "--assume-unchanged", "a.txt");
        worker.git("update-index", "--skip-worktree", "src/b.txt");
        worker.write("a.txt", "1");
        worker.write("src/b.txt", "2");
        assertThat(collect().changes().total()).isEqualTo(2);
    }

    @Test
    void aMissingDotGitFileOrOwnRepositoryDoesNotMatter() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        Files.delete(worker.path().resolve(".git"));
        assertThat(String.join("", collect().warnings())).contains("changed or removed");
        worker.sh("git init -q .; git add -A; git -c user.name=x -c user.email=x commit -qm x");
        assertThat(String.join("", collect().warnings())).contains("a repository of its own");
        assertThat(show("c.txt")).isEqualTo("c");
        assertThat(String.join("\n", workspaces.remove(JOB))).contains("The history of");
    }

    @Test
    void aWorktreeTheWorkerDeletedOrReplacedByALinkIsNotFollowed() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        user.sh("rm -r '" + worker.path() + "'; ln -s /etc '" + worker.path() + "'");
        Collected collected = collect();
        assertThat(collected.changes().files())
                .extracting(ChangedFile::path)
                .containsExactly("c.txt");
        assertThat(String.join("", collected.warnings())).contains("is gone");
        workspaces.remove(JOB);
        assertThat(Path.of("/etc/passwd")).exists();
    }

    @Test
    void directoriesReplacedByLinksAreNotFollowed() throws Exception {
        Repo worker = prepare();
        worker.sh("mkdir out; echo evil >out/b.txt; rm -r src; ln -s out src");
        assertThat(collect().changes().files())
                .extracting(ChangedFile::path, ChangedFile::status)
                .contains(tuple("src/b.txt", "deleted"));
        assertThat(user.git("ls-tree", BRANCH, "src")).startsWith("120000");
    }

    @Test
    void changesOutsideTheBranchAreNamedAndRestorable() throws Exception {
        user.git("branch", "precious");
        user.git("branch", "moved");
        Repo worker = prepare();
        String old = user.git("rev-parse", "main");
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.git("branch", "-D", "precious");
        worker.git("branch", "-f", "moved", "HEAD");
        worker.git("config", "core.hooksPath", "/tmp/evil");
        worker.git("config", "remote.origin.url", "https://user:token@example.invalid");
        user.write(".git/hooks/post-commit", "#!/bin/sh\n");
        String warnings = String.join("\n", collect().warnings());
        assertThat(warnings)
                .contains("refs/heads/precious was deleted during the run; it was at " + old)
                .contains("refs/heads/moved changed during the run, from " + old)
                .contains("core.hookspath changed during the run, from nothing to \"/tmp/evil\"")
                .contains("remote.origin.url changed")
                .contains("hooks/post-commit was made")
                .doesNotContain("token@");
        user.git("update-ref", "refs/heads/precious", RESCUE + "refs/heads/precious");
        assertThat(user.git("rev-parse", "precious")).isEqualTo(old);
    }

    @Test
    void aBranchTurnedIntoASymbolicRefDoesNotMoveWhatItNames() throws Exception {
        Repo worker = prepare();
        String main = user.git("rev-parse", "main");
        user.git("symbolic-ref", "refs/heads/" + BRANCH, "refs/heads/main");
        worker.write("c.txt", "c");
        collect();
        assertThat(user.git("rev-parse", "main")).isEqualTo(main);
        assertThat(show("c.txt")).isEqualTo("c");
    }

    @Test
    void unfinishedMergesAndRebasesLoseNothing() throws Exception {
        Repo worker = prepare();
        worker.git("checkout", "-q", "-b", "side");
        worker.write("a.txt", "side");
        worker.commit("side");
        worker.git("checkout", "-q", BRANCH);
        worker.write("a.txt", "mine");
        worker.commit("mine");
        worker.sh("git -c user.name=x -c user.email=x merge side || true");
        assertThat(String.join("", collect().warnings())).contains("MERGE_HEAD");
        assertThat(show("a.txt")).contains("<<<<<<<", "mine", "side");
        assertThat(user.git("log", "-1", "--format=%s", RESCUE + "merge_head")).isEqualTo("side");
    }

    @Test
    void anUnfinishedRebaseLosesNothing() throws Exception {
        Repo worker = prepare();
        worker.write("a.txt", "mine");
        worker.commit("mine");
        worker.git("checkout", "-q", "-b", "side", "main");
        worker.write("a.txt", "side");
        worker.commit("side");
        worker.git("checkout", "-q", BRANCH);
        worker.sh("git -c user.name=x -c user.email=x rebase side || true");
        Collected collected = collect();
        assertThat(String.join("", collected.warnings())).contains("unfinished");
        assertThat(show("a.txt")).isEqualTo("mine");
        assertThat(user.git("show", RESCUE + "head:a.txt")).contains("<<<<<<<");
    }

    @Test
    void whatGitRefusesIsNamed() throws Exception {
        Repo worker = prepare();
        worker.sh(
                "printf x >'git~1'; mkdir .GIT; printf x >.GIT/config; mkfifo pipe; printf y >ok");
        Collected collected = collect();
        assertThat(String.join("\n", collected.warnings()))
                .contains("git could not save git~1", "git could not save .GIT/config");
        assertThat(show("ok")).isEqualTo("y");
    }

    @Test
    void modesLinksAndNamesThatDifferOnlyInCaseComeHome() throws Exception {
        Repo worker = prepare();
        worker.sh(
                "printf x >run; chmod +x run; ln -s /nowhere link; printf 1 >Case; printf 2 >case");
        assertThat(collect().changes().total()).isEqualTo(4);
        assertThat(user.git("ls-tree", BRANCH, "run", "link"))
                .contains("100755 blob", "120000 blob");
        assertThat(show("Case") + show("case")).isEqualTo("12");
    }
}
