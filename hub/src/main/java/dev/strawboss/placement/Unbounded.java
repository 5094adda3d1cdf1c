package dev.strawboss.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Why nothing can bound what all processes of a command use together.
///
/// @param why in a sentence
/// @param mend the command that changes that
public record Unbounded(String why, String mend) {
    private static final List<String> CONTROLLERS = List.of("memory", "cpu", "pids");

    /// Told for this machine and this user.
    public static Unbounded here() {
        try {
            long uid = ((Number) Files.getAttribute(Path.of("/proc/self"), "unix:uid")).longValue();
            return new Ground(
                            Path.of("/sys/fs/cgroup"),
                            Path.of("/run"),
                            Path.of("/var/lib/systemd/linger"),
                            uid,
                            System.getProperty("user.name", ""))
                    .unbounded();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What it depends on.
    ///
    /// @param groups where control groups are mounted
    /// @param run where systemd listens
    /// @param linger whose processes systemd keeps after the last logout
    record Ground(Path groups, Path run, Path linger, long uid, String name) {
        Unbounded unbounded() {
            return uid == 0 ? ofRoot() : ofAUser();
        }

        private Unbounded ofRoot() {
            boolean two = Files.exists(groups.resolve("cgroup.controllers"));
            if (!two && !Files.exists(groups.resolve("memory"))) {
                return new Unbounded(
                        "No control groups are mounted at " + groups + ".",
                        "mount -t cgroup2 none " + groups);
            }
            List<String> absent = absent(groups);
            if (two && Files.isWritable(groups) && !absent.isEmpty()) {
                return new Unbounded(
                        "The control groups here come without "
                                + String.join(", ", absent)
                                + " (a container has only what its host hands down).",
                        "cat " + groups.resolve("cgroup.controllers"));
            }
            return new Unbounded(
                    "The control groups of this machine cannot be written here, as in most"
                            + " containers.",
                    "mount -o remount,rw " + groups);
        }

        private Unbounded ofAUser() {
            if (!Files.isDirectory(run.resolve("systemd/system"))) {
                return new Unbounded(
                        "Only root or a systemd of the user's own can bound all processes of a job"
                                + " together, and there is no systemd here.",
                        "run the hub as root, which gives each job a user of its own");
            }
            Path own = run.resolve("user").resolve(Long.toString(uid));
            if (!Files.exists(linger.resolve(name))
                    || !Files.exists(own.resolve("systemd/private"))) {
                return new Unbounded(
                        "The systemd of "
                                + name
                                + ", which could bound all processes of a job together, ends with the"
                                + " last login.",
                        "sudo loginctl enable-linger " + name);
            }
            Path service =
                    groups.resolve("user.slice/user-" + uid + ".slice/user@" + uid + ".service");
            return new Unbounded(
                    "systemd hands "
                            + name
                            + " no control groups of "
                            + String.join(", ", absent(service))
                            + ".",
                    "printf '[Service]\\nDelegate=cpu memory pids\\n' | sudo install -D /dev/stdin"
                            + " /etc/systemd/system/user@.service.d/delegate.conf && sudo systemctl"
                            + " daemon-reload");
        }

        private static List<String> absent(Path group) {
            Set<String> there =
                    Set.of(new GroupTree(group).read("cgroup.controllers").split(" ", -1));
            List<String> absent = new ArrayList<>(CONTROLLERS);
            absent.removeAll(there);
            return absent;
        }
    }
}
