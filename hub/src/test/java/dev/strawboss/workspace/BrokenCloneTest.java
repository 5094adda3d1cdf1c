package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// What a worker leaves in a clone that is in no order.
class BrokenCloneTest extends BrokenWorktreeTest {
    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }

    @Override
    @Test
    void aMissingDotGitFileOrOwnRepositoryDoesNotMatter() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.sh("rm -rf .git");
        assertThat(String.join("", collect().warnings())).contains("removed or replaced");
        worker.sh("git init -q .; git add -A; git -c user.name=x -c user.email=x commit -qm x");
        Collected collected = collect();
        assertThat(show("c.txt")).isEqualTo("c");
        assertThat(user.git("log", "--format=%s", RESCUE + "head")).isEqualTo("x");
        assertThat(collected.commits()).isEqualTo(1);
    }

    @Override
    @Test
    void aWorktreeTheWorkerDeletedOrReplacedByALinkIsNotFollowed() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        user.sh("rm -r '" + worker.path() + "'; ln -s /etc '" + worker.path() + "'");
        Collected collected = collect();
        assertThat(collected.changes().total()).isZero();
        assertThat(String.join("", collected.warnings())).contains("is gone");
        workspaces.remove(JOB);
        assertThat(Path.of("/etc/passwd")).exists();
    }

    @Override
    @Test
    void changesOutsideTheBranchAreNamedAndRestorable() throws Exception {
        user.git("branch", "precious");
        String before = user.git("for-each-ref", "refs/heads/main", "refs/heads/precious");
        String configuration = user.run("sha256sum", ".git/config");
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        worker.git("branch", "-f", "main", "HEAD");
        worker.git("branch", "precious", "HEAD");
        worker.git("config", "core.hooksPath", "/tmp/evil");
        assertThat(collect().warnings()).isEmpty();
        assertThat(user.git("for-each-ref", "refs/heads/main", "refs/heads/precious"))
                .isEqualTo(before);
        assertThat(user.run("sha256sum", ".git/config")).isEqualTo(configuration);
    }
}
