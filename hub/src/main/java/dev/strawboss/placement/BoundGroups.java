package dev.strawboss.placement;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Control groups that bound what all processes of a command use together: a group for each attempt
/// and controller in version 1, one for each attempt in version 2. Needs writable hierarchies, as
/// root has them.
///
/// @param parents by what they bound (`memory`, `cpu`, `processes`): the directory of the attempts'
///   groups
public record BoundGroups(Map<String, Path> parents) {
    private static final Duration LEFT = Duration.ofMinutes(10);

    /// Microseconds in which the bound of processor time is used up, as the kernel's default.
    private static final long PERIOD = 100_000;

    /// What this machine lets us bound.
    public static BoundGroups ofTheSystem() {
        return below(Path.of("/sys/fs/cgroup"));
    }

    /// @param mounted where control groups are: hierarchies of version 1 side by side, or the one
    ///   of version 2, or both
    static BoundGroups below(Path mounted) {
        Map<String, Path> parents = new LinkedHashMap<>();
        Optional<Path> unified = ControlGroup.hierarchy(mounted);
        Map.of("memory", "memory", "cpu", "cpu", "processes", "pids")
                .forEach((bound, controller) ->
                        versionOne(mounted, controller)
                                .or(() -> unified.flatMap(root -> versionTwo(root, controller)))
                                .ifPresent(parent -> parents.put(bound, parent)));
        return new BoundGroups(parents);
    }

    private static Optional<Path> versionOne(Path mounted, String controller) {
        Path root = mounted.resolve(controller);
        return Files.exists(root.resolve("cgroup.procs")) && Files.isWritable(root)
                ? Optional.of(root.resolve("strawboss"))
                : Optional.empty();
    }

    /// The controller must be handed down twice: to our groups' parent, and to them.
    private static Optional<Path> versionTwo(Path root, String controller) {
        GroupTree top = new GroupTree(root);
        if (!List.of(top.read("cgroup.controllers").split(" ", -1)).contains(controller)
                || !Files.isWritable(root)) {
            return Optional.empty();
        }
        GroupTree ours = new GroupTree(root.resolve("strawboss"));
        ours.make();
        return top.write("cgroup.subtree_control", "+" + controller)
                        && ours.write("cgroup.subtree_control", "+" + controller)
                ? Optional.of(ours.directory())
                : Optional.empty();
    }

    /// What is bounded: some of `memory`, `cpu`, `processes`.
    public Set<String> names() {
        return Set.copyOf(parents.keySet());
    }

    /// Makes the groups and sets their bounds.
    ///
    /// @param attempt a name that nothing else has
    /// @return those that the command has to enter
    public List<Path> open(String attempt, Confinement confinement) {
        if (!confinement.bounded()) {
            return List.of();
        }
        List<Path> opened = new ArrayList<>();
        parents.forEach((bound, parent) -> {
            GroupTree group = new GroupTree(parent.resolve(attempt));
            group.make();
            if (!opened.contains(group.directory())) {
                opened.add(group.directory());
            }
            switch (bound) {
                case "memory" -> memory(group, confinement.memory());
                case "cpu" -> cpu(group, confinement.cpus());
                default -> processes(group, confinement.processes());
            }
        });
        return opened;
    }

    /// Swap counts as memory in version 1; in version 2 none is given. A kernel that does not count
    /// swap has no file for it.
    private static void memory(GroupTree group, long bytes) {
        if (bytes <= 0) {
            return;
        }
        String text = Long.toString(bytes);
        if (group.has("memory.max")) {
            set(group, "memory.max", text);
            setIfThere(group, "memory.swap.max", "0");
        } else {
            set(group, "memory.limit_in_bytes", text);
            setIfThere(group, "memory.memsw.limit_in_bytes", text);
        }
    }

    private static void cpu(GroupTree group, double cpus) {
        if (cpus <= 0) {
            return;
        }
        long quota = Math.max(1_000, Math.round(cpus * PERIOD));
        if (group.has("cpu.max")) {
            set(group, "cpu.max", quota + " " + PERIOD);
        } else {
            set(group, "cpu.cfs_period_us", Long.toString(PERIOD));
            set(group, "cpu.cfs_quota_us", Long.toString(quota));
        }
    }

    private static void processes(GroupTree group, int most) {
        if (most > 0) {
            set(group, "pids.max", Integer.toString(most));
        }
    }

    private static void setIfThere(GroupTree group, String file, String text) {
        if (group.has(file)) {
            set(group, file, text);
        }
    }

    /// What was promised by name must hold, or the command does not start.
    private static void set(GroupTree group, String file, String text) {
        if (!group.write(file, text)) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The kernel does not take "
                            + text
                            + " for "
                            + group.directory().resolve(file)
                            + ".",
                    "Look at it: cat " + group.directory().resolve(file));
        }
    }

    /// Takes the groups away again; whoever is in them is ended before.
    public void close(String attempt) throws InterruptedException {
        for (Path parent : Set.copyOf(parents.values())) {
            Path group = parent.resolve(attempt);
            if (Files.exists(group)) {
                new GroupTree(group).remove();
            }
        }
    }

    /// What hubs that died left.
    void removeLeft() throws InterruptedException {
        for (Path parent : Set.copyOf(parents.values())) {
            if (Files.isDirectory(parent)) {
                GroupTree.removeOld(parent, LEFT);
            }
        }
    }
}
