package dev.strawboss.placement;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A control group of version 2 for each attempt: nothing that a command starts can leave it
/// without the rights to. Needs a writable hierarchy (root, or a delegated scope).
///
/// @param parent the directory of the attempts' groups
record ControlGroup(Path parent) implements TreeKill {
    static final String NAME = "cgroup";
    private static final int REMOVE_TRIES = 100;

    /// The pure version 2 hierarchy, else the unified tree of a hybrid one.
    static Optional<ControlGroup> ofTheSystem() {
        return Stream.of("/sys/fs/cgroup", "/sys/fs/cgroup/unified")
                .map(Path::of)
                .filter(root -> Files.exists(root.resolve("cgroup.procs")))
                .filter(root -> Files.exists(root.resolve("cgroup.controllers")))
                .map(root -> new ControlGroup(root.resolve("strawboss")))
                .findFirst();
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
        Path scope = Path.of(scope(attempt));
        try {
            return Files.createDirectories(scope).toString();
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The control group " + scope + " cannot be made.",
                    "Check who may write there: ls -ld " + parent,
                    e);
        }
    }

    /// The runner enters the group with the command's process before it executes the command.
    @Override
    public List<String> wrap(List<String> command, List<String> clear) {
        return command;
    }

    @Override
    public Set<Long> members(RunHandle run) {
        Set<Long> members = new HashSet<>();
        try (Stream<Path> groups = Files.walk(Path.of(run.scope()))) {
            for (Path group : groups.filter(Files::isDirectory).toList()) {
                Files.readAllLines(group.resolve("cgroup.procs"))
                        .forEach(pid -> members.add(Long.parseLong(pid)));
            }
        } catch (IOException | UncheckedIOException _) {
            return members; // the group is gone, and only an empty one can go
        }
        return members;
    }

    @Override
    public void kill(RunHandle run) {
        try {
            Files.writeString(Path.of(run.scope(), "cgroup.kill"), "1");
        } catch (IOException _) {
            TreeKill.signal(members(run), true); // before Linux 5.14
        }
    }

    @Override
    public boolean pause(RunHandle run) throws InterruptedException {
        return frozen(run, "1") || TreeKill.super.pause(run);
    }

    @Override
    public void resume(RunHandle run) throws InterruptedException {
        frozen(run, "0");
        TreeKill.super.resume(run);
    }

    /// @return false where the kernel cannot (before Linux 5.2)
    private static boolean frozen(RunHandle run, String wanted) {
        try {
            Files.writeString(Path.of(run.scope(), "cgroup.freeze"), wanted);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Ended processes leave their group a moment after they are seen to have ended.
    @Override
    public void close(String scope) throws InterruptedException {
        for (int tried = 0; tried < REMOVE_TRIES && !removed(Path.of(scope)); tried++) {
            Thread.sleep(10);
        }
    }

    private static boolean removed(Path scope) {
        try (Stream<Path> groups = Files.walk(scope)) {
            for (Path group : groups.filter(Files::isDirectory).toList().reversed()) {
                Files.delete(group);
            }
            return true;
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
