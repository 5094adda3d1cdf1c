package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Nothing is ever destroyed, in a clone either.
class CloneRemovalTest extends RemovalTest {
    @Override
    WorkspaceMode mode() {
        return WorkspaceMode.CLONE;
    }

    @Override
    @Test
    void aWorktreeDeletedByHandLosesNoCommit() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "c");
        worker.commit("mine");
        collect();
        user.sh("rm -r '" + worker.path() + "'");
        workspaces.remove(JOB);
        user.git("gc", "-q", "--prune=now");
        assertThat(show("c.txt")).isEqualTo("c");
        workspaces.undelete(JOB);
        assertThat(worker.path().resolve("c.txt")).hasContent("c");
        assertThat(worker.git("status", "--porcelain")).isEmpty();
    }

    @Override
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
        user.git("branch", "-D", BRANCH);
        user.git("gc", "-q", "--prune=now");
        workspaces.undelete(JOB);
        assertThat(worker.git("status", "--porcelain")).isEqualTo(status).startsWith("UU");
        worker.write("a.txt", "both");
        worker.git("commit", "-q", "-a", "--no-edit");
        assertThat(worker.git("rev-list", "--count", "HEAD")).isEqualTo("4");
    }
}
