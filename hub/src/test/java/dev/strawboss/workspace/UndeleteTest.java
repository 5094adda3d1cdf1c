package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndeleteTest {
    private static final String JOB = "0123456789ab";

    @TempDir Path temp;
    Repo user;
    Workspaces workspaces;

    @BeforeEach
    void makeRepository() throws Exception {
        user = Repo.create(temp.resolve("project"));
        workspaces = new Workspaces(temp.resolve("state"), Repo::environment);
    }

    WorkspaceMode mode() {
        return WorkspaceMode.WORKTREE;
    }

    private Repo prepare() throws Exception {
        return new Repo(workspaces.prepare(JOB, user.path(), mode()).directory());
    }

    @Test
    void aRemovedWorkspaceComesBackAsItWas() throws Exception {
        Repo worker = prepare();
        worker.write("c.txt", "committed");
        worker.commit("mine");
        worker.write("a.txt", "unstaged");
        worker.write("staged", "s");
        worker.git("add", "staged");
        worker.write("staged", "and changed again");
        worker.write("untracked/u", "u");
        worker.write("x.log", "ignored");
        String status = worker.git("status", "--porcelain", "--ignored");
        String head = worker.git("rev-parse", "HEAD");
        String staged = worker.git("diff", "--cached");
        workspaces.remove(JOB);
        assertThat(worker.path()).doesNotExist();
        assertThat(workspaces.find(JOB)).isEmpty();
        user.git("gc", "-q", "--prune=now");
        Restored restored = workspaces.undelete(JOB);
        assertThat(restored.told()).isEmpty();
        assertThat(restored.workspace().directory()).isEqualTo(worker.path());
        assertThat(worker.git("status", "--porcelain", "--ignored")).isEqualTo(status);
        assertThat(worker.git("rev-parse", "HEAD")).isEqualTo(head);
        assertThat(worker.git("diff", "--cached")).isEqualTo(staged);
        assertThat(worker.path().resolve("a.txt")).hasContent("unstaged");
        assertThat(worker.path().resolve("x.log")).hasContent("ignored");
        assertThat(workspaces.collect(JOB, restored.workspace()).changes().total()).isEqualTo(4);
        assertThatThrownBy(() -> workspaces.undelete(JOB))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("is there");
    }
}
