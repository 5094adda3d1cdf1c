package dev.strawboss.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Why nothing bounds all processes together, and what mends it; in directories that look like a
/// machine's.
class UnboundedTest {
    @TempDir Path ground;
    private Path groups;
    private Path run;
    private Path linger;

    @BeforeEach
    void open() throws Exception {
        groups = Files.createDirectories(ground.resolve("cgroup"));
        run = Files.createDirectories(ground.resolve("run"));
        linger = Files.createDirectories(ground.resolve("linger"));
    }

    @Test
    void rootInAContainer() throws Exception {
        assertSays(0, "No control groups are mounted at", "mount -t cgroup2 none " + groups);
        Files.createDirectories(groups.resolve("memory"));
        assertSays(0, "cannot be written here", "mount -o remount,rw " + groups);
        Files.writeString(groups.resolve("cgroup.controllers"), "cpu pids\n");
        assertSays(0, "come without memory (a container", "cat " + groups + "/cgroup.controllers");
    }

    @Test
    void aUser() throws Exception {
        assertSays(1000, "there is no systemd here", "run the hub as root");
        Files.createDirectories(run.resolve("systemd/system"));
        assertSays(1000, "ends with the last login", "sudo loginctl enable-linger me");
        Files.createFile(linger.resolve("me"));
        Path own = Files.createDirectories(run.resolve("user/1000/systemd"));
        Files.createFile(own.resolve("private"));
        Path service =
                Files.createDirectories(
                        groups.resolve("user.slice/user-1000.slice/user@1000.service"));
        Files.writeString(service.resolve("cgroup.controllers"), "memory pids\n");
        assertSays(1000, "systemd hands me no control groups of cpu.", "Delegate=cpu memory pids");
    }

    @Test
    void aScopeOfTheUsersSystemdHasTheBoundsThatItWasHandedDown() throws Exception {
        Path service = Files.createDirectories(groups.resolve("user@1000.service"));
        Path slice = Files.createDirectories(service.resolve("app.slice"));
        Files.writeString(service.resolve("cgroup.controllers"), "memory pids\n");
        UserScope scope = new UserScope(slice, "/usr/bin/systemd-run", Path.of("/run/user/1000"));
        assertThat(scope.bounds()).containsExactlyInAnyOrder("memory", "processes");
        assertThat(scope.launcher("a1", new Confinement(true, 1 << 20, 0.5, 64)))
                .containsSubsequence(
                        List.of(
                                "--property=Delegate=yes",
                                "--property=MemoryMax=1048576",
                                "--property=MemorySwapMax=0",
                                "--property=TasksMax=96",
                                "--unit=strawboss-a1"))
                .noneMatch(word -> word.contains("CPUQuota"));
        Files.writeString(service.resolve("cgroup.controllers"), "cpu memory pids\n");
        assertThat(scope.launcher("a1", new Confinement(true, 0, 0.5, 0)))
                .contains("--property=CPUQuota=50%")
                .noneMatch(word -> word.contains("Max="));
        assertThat(scope.launcher("a1", Confinement.NONE))
                .noneMatch(word -> word.contains("CPUQuota"));
    }

    private void assertSays(long uid, String why, String mend) {
        Unbounded unbounded = new Unbounded.Ground(groups, run, linger, uid, "me").unbounded();
        assertThat(unbounded.why()).contains(why).endsWith(".");
        assertThat(unbounded.mend()).contains(mend);
    }
}
