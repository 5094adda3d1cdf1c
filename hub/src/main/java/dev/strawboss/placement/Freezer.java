package dev.strawboss.placement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A group of version 1's freezer for each attempt, where there is no `cgroup.kill`: what is frozen
/// cannot fork while it is killed, and dies as it thaws. Needs root.
///
/// @param parent the directory of the attempts' groups
record Freezer(Path parent) implements TreeKill {
    static final String NAME = "freezer";
    private static final int FREEZE_TRIES = 200;

    static Optional<Freezer> ofTheSystem() {
        Path root = Path.of("/sys/fs/cgroup/freezer");
        return Files.exists(root.resolve("cgroup.procs"))
                ? Optional.of(new Freezer(root.resolve("strawboss")))
                : Optional.empty();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String scope(String attempt) {
        return parent.resolve(attempt).toString();
    }

    @Override
    public String open(String attempt) {
        String scope = scope(attempt);
        new GroupTree(Path.of(scope)).make();
        return scope;
    }

    /// The runner enters the group with the command's process before it executes the command.
    @Override
    public List<String> wrap(List<String> command, List<String> clear) {
        return command;
    }

    @Override
    public Set<Long> members(RunHandle run) {
        return GroupTree.of(run).members();
    }

    @Override
    public void kill(RunHandle run) throws InterruptedException {
        pause(run);
        TreeKill.signal(members(run), true);
        thaw(run);
    }

    /// Freezing takes its time, and a process that is just being made is held up by it.
    @Override
    public boolean pause(RunHandle run) throws InterruptedException {
        GroupTree group = GroupTree.of(run);
        for (int tried = 0; tried < FREEZE_TRIES; tried++) {
            if (!group.write("freezer.state", "FROZEN")) {
                return true; // the group is gone
            }
            if (group.read("freezer.state").equals("FROZEN")) {
                return true;
            }
            Thread.sleep(1);
        }
        return false;
    }

    @Override
    public void resume(RunHandle run) throws InterruptedException {
        thaw(run);
        Signals.CONT.send(members(run));
    }

    private static void thaw(RunHandle run) {
        GroupTree.of(run).write("freezer.state", "THAWED");
    }

    @Override
    public void close(String scope) throws InterruptedException {
        new GroupTree(Path.of(scope)).remove();
    }
}
