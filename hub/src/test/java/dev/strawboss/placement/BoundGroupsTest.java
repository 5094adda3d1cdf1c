package dev.strawboss.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files are written with which values, in directories that look like control groups. What
/// the kernel makes of them is in SandboxCheckTest, with the version that the machine has.
class BoundGroupsTest {
    private static final Confinement BOUNDS = new Confinement(true, 1 << 20, 0.5, 64);

    @TempDir Path mounted;

    @Test
    void version2HasOneGroupForAllBounds() throws Exception {
        versionTwo(mounted, "cpuset cpu io memory pids");
        BoundGroups groups = BoundGroups.below(mounted);
        assertThat(groups.names()).containsExactlyInAnyOrder("memory", "cpu", "processes");
        Path group = files("memory.max", "memory.swap.max", "cpu.max", "pids.max");
        assertThat(groups.open("a1", BOUNDS)).containsExactly(group);
        assertThat(group.resolve("memory.max")).hasContent("1048576");
        assertThat(group.resolve("memory.swap.max")).hasContent("0");
        assertThat(group.resolve("cpu.max")).hasContent("50000 100000");
        assertThat(group.resolve("pids.max")).hasContent("64");
        assertThat(mounted.resolve("cgroup.subtree_control")).exists();
        assertThat(mounted.resolve("strawboss/cgroup.subtree_control")).exists();
    }

    @Test
    void whatIsNotHandedDownIsNotPromised() throws Exception {
        versionTwo(mounted, "memory pids");
        assertThat(BoundGroups.below(mounted).names())
                .containsExactlyInAnyOrder("memory", "processes");
        assertThat(BoundGroups.below(mounted.resolve("nothing")).names()).isEmpty();
    }

    @Test
    void aHybridsControllersAreThoseOfVersion1() throws Exception {
        versionTwo(mounted.resolve("unified"), "hugetlb");
        for (String controller : List.of("memory", "cpu", "pids")) {
            Path root = Files.createDirectories(mounted.resolve(controller));
            Files.createFile(root.resolve("cgroup.procs"));
        }
        BoundGroups groups = BoundGroups.below(mounted);
        Path memory = Files.createDirectories(mounted.resolve("memory/strawboss/a1"));
        Files.createFile(memory.resolve("memory.memsw.limit_in_bytes"));
        assertThat(groups.open("a1", BOUNDS)).hasSize(3);
        assertThat(memory.resolve("memory.limit_in_bytes")).hasContent("1048576");
        assertThat(memory.resolve("memory.memsw.limit_in_bytes")).hasContent("1048576");
        assertThat(mounted.resolve("cpu/strawboss/a1/cpu.cfs_quota_us")).hasContent("50000");
        assertThat(mounted.resolve("pids/strawboss/a1/pids.max")).hasContent("64");
    }

    @Test
    void aBoundThatTheKernelDoesNotTakeStartsNothing() throws Exception {
        versionTwo(mounted, "memory");
        Files.createDirectories(mounted.resolve("strawboss/a1/memory.max"));
        assertThatThrownBy(() -> BoundGroups.below(mounted).open("a1", BOUNDS))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("does not take 1048576 for")
                .hasMessageContaining("memory.max");
    }

    /// The kernel makes these files with the group.
    private Path files(String... names) throws Exception {
        Path group = Files.createDirectories(mounted.resolve("strawboss/a1"));
        for (String name : names) {
            Files.createFile(group.resolve(name));
        }
        return group;
    }

    private static void versionTwo(Path root, String controllers) throws Exception {
        Files.createDirectories(root);
        Files.createFile(root.resolve("cgroup.procs"));
        Files.writeString(root.resolve("cgroup.controllers"), controllers + "\n");
    }
}
