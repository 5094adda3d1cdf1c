package dev.strawboss.placement;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A control group of version 2 for each attempt: nothing that a command starts can leave it
/// without the rights to. Needs a writable hierarchy, as root has it.
///
/// @param parent the directory of the attempts' groups
record ControlGroup(Path parent) implements TreeKill {
    static final String NAME = "cgroup";

    /// The pure version 2 hierarchy, else the unified tree of a hybrid one.
    static Optional<Path> hierarchy() {
        return hierarchy(Path.of("/sys/fs/cgroup"));
    }

    static Optional<Path> hierarchy(Path mounted) {
        return Stream.of(mounted, mounted.resolve("unified"))
                .filter(root -> Files.exists(root.resolve("cgroup.procs")))
                .filter(root -> Files.exists(root.resolve("cgroup.controllers")))
                .findFirst();
    }

    static Optional<ControlGroup> ofTheSystem() {
        return hierarchy().map(root -> new ControlGroup(root.resolve("strawboss")));
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
    public void kill(RunHandle run) {
        if (!GroupTree.of(run).write("cgroup.kill", "1")) {
            TreeKill.signal(members(run), true); // before Linux 5.14
        }
    }

    @Override
    public boolean pause(RunHandle run) {
        GroupTree group = GroupTree.of(run);
        return group.write("cgroup.freeze", "1") || group.members().isEmpty();
    }

    @Override
    public void resume(RunHandle run) throws InterruptedException {
        GroupTree.of(run).write("cgroup.freeze", "0");
        Signals.CONT.send(members(run));
    }

    @Override
    public void close(String scope) throws InterruptedException {
        new GroupTree(Path.of(scope)).remove();
    }
}
