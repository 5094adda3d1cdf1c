package dev.strawboss.placement;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A control group of either version with all below it, which a command may make.
record GroupTree(Path directory) {
    private static final Logger LOG = LoggerFactory.getLogger(GroupTree.class);
    private static final int REMOVE_TRIES = 100;

    static GroupTree of(RunHandle run) {
        return new GroupTree(Path.of(run.scope()));
    }

    void make() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The control group " + directory + " cannot be made.",
                    "Check who may write there: ls -ld " + directory.getParent(),
                    e);
        }
    }

    Set<Long> members() {
        Set<Long> members = new HashSet<>();
        try (Stream<Path> found = Files.walk(directory)) {
            for (Path group : found.filter(Files::isDirectory).toList()) {
                Files.readAllLines(group.resolve("cgroup.procs"))
                        .forEach(pid -> members.add(Long.parseLong(pid)));
            }
        } catch (IOException | UncheckedIOException _) {
            return members; // the group is gone, and only an empty one can go
        }
        return members;
    }

    boolean has(String file) {
        return Files.exists(directory.resolve(file));
    }

    /// @return false where the kernel has no such file or does not take it
    boolean write(String file, String text) {
        try {
            Files.writeString(directory.resolve(file), text);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// Empty if the group is gone.
    String read(String file) {
        try {
            return Files.readString(directory.resolve(file)).strip();
        } catch (IOException _) {
            return "";
        }
    }

    /// Removes the groups in `parent` that were made more than `age` ago and hold no process.
    /// Nothing enters a group so late: a runner has 30 s to start.
    static void removeOld(Path parent, Duration age) throws InterruptedException {
        GroupTree now = new GroupTree(parent.resolve("probe-" + UUID.randomUUID()));
        if (!Files.isWritable(parent)) {
            return;
        }
        now.make();
        try (DirectoryStream<Path> groups =
                Files.newDirectoryStream(parent, path -> Files.isDirectory(path))) {
            Instant before = now.made().minus(age);
            for (Path each : groups) {
                GroupTree group = new GroupTree(each);
                if (group.made().isBefore(before) && group.members().isEmpty()) {
                    group.removed();
                }
            }
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("control groups of ended attempts are not removed");
        } finally {
            now.remove();
        }
    }

    /// By the same clock for all of them: the kernel's.
    private Instant made() throws IOException {
        return Files.getLastModifiedTime(directory).toInstant();
    }

    /// Ended processes leave their group a moment after they are seen to have ended.
    void remove() throws InterruptedException {
        for (int tried = 0; tried < REMOVE_TRIES && !removed(); tried++) {
            Thread.sleep(10);
        }
    }

    private boolean removed() {
        try (Stream<Path> found = Files.walk(directory)) {
            List<Path> groups = found.filter(Files::isDirectory).toList();
            for (Path group : groups.reversed()) {
                Files.delete(group);
            }
            return true;
        } catch (NoSuchFileException _) {
            return true;
        } catch (IOException | UncheckedIOException _) {
            return false;
        }
    }
}
