package dev.strawboss.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// The command line of enter.pl, which does with the kernel what no program of util-linux does:
/// show trees under another owner, give up being root, restrict itself by Landlock and seccomp;
/// then it executes what follows.
record Entrance(Host host, SystemCalls calls) {
    /// Where root's trees are mounted, in a mount namespace of the command's own, for the user that
    /// root has become: what lies below /root cannot be reached by anybody else.
    private static final Path STAGE = Path.of("/run/strawboss-stage");

    private static final List<String> USED =
            List.of(
                    "dup3",
                    "unshare",
                    "mount",
                    "open_tree",
                    "mount_setattr",
                    "move_mount",
                    "setgroups",
                    "setresgid",
                    "setresuid",
                    "prctl",
                    "seccomp",
                    "landlock_create_ruleset",
                    "landlock_add_rule",
                    "landlock_restrict_self");

    List<String> begin() {
        String numbers =
                USED.stream()
                        .map(call -> call + "=" + calls.number(call))
                        .collect(Collectors.joining(","));
        return new ArrayList<>(
                List.of(
                        host.program("perl").orElse("/usr/bin/perl"),
                        host.file("enter.pl", script()).toString(),
                        numbers));
    }

    /// Adds to `line` what shows the grants to `uid` as its own.
    ///
    /// @return the grants as they are to be bound then
    List<Grant> stage(List<Grant> grants, long uid, List<String> line) {
        List<Grant> staged = new ArrayList<>();
        if (!grants.isEmpty()) {
            line.addAll(List.of("stage", STAGE.toString()));
        }
        for (Grant grant : grants) {
            Path place = STAGE.resolve(Integer.toString(staged.size()));
            line.addAll(
                    List.of("show", grant.host().toString(), place.toString(), Long.toString(uid)));
            staged.add(new Grant(place, grant.inside(), grant.writable()));
        }
        return staged;
    }

    private static byte[] script() {
        try (InputStream script = Entrance.class.getResourceAsStream("enter.pl")) {
            if (script == null) {
                throw new IllegalStateException("enter.pl is missing from the jar");
            }
            return script.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
