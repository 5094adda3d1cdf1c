package dev.strawboss.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final String JOB = "0123456789ab";

    @TempDir Path temp;
    private SmallDisk disk;
    private Repo user;
    private Workspaces workspaces;

    @BeforeEach
    void make() throws Exception {
        disk = SmallDisk.mount(temp.resolve("disk"), "4m");
        user = Repo.create(disk.path().resolve("project"));
        user.write("large.txt", "line\n".repeat(50_000));
        user.commit("large");
        workspaces = new Workspaces(disk.path().resolve("state"), Repo::environment);
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void aWorkspaceThatFindsNoRoomIsMadeOnceThereIsSome() throws Exception {
        disk.fill();
        full(() -> workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE));
        disk.free();
        Workspace made = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        assertThat(made.directory().resolve("large.txt")).hasSize(250_000);
        assertThat(user.git("status", "--porcelain")).isEmpty();
        assertThat(user.git("fsck", "--full")).doesNotContain("error");
    }

    @Test
    void workThatFindsNoRoomInTheRepositoryStaysWhereItIsAndIsCollectedLater() throws Exception {
        Workspace made = workspaces.prepare(JOB, user.path(), WorkspaceMode.WORKTREE);
        Files.writeString(made.directory().resolve("new.txt"), "the work");
        disk.fill();
        full(() -> workspaces.collect(JOB, made));
        assertThat(made.directory().resolve("new.txt")).hasContent("the work");
        disk.free();
        workspaces.collect(JOB, made);
        assertThat(user.git("show", "strawboss/" + JOB + ":new.txt")).isEqualTo("the work");
        assertThat(user.git("status", "--porcelain")).isEmpty();
    }

    private void full(ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e ->
                                assertThat(e.hint())
                                        .startsWith("Free disk space (df -h '" + disk.path()))
                .hasMessageContaining(JOB)
                .hasMessageContaining("No space left on device");
    }
}
