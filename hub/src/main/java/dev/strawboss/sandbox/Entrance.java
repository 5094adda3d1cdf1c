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
final class Entrance {
    /// Where root's trees are mounted, in a mount namespace of the command's own, for the user that
    /// root has become: what lies below /root cannot be reached by anybody else.
    private static final Path STAGE = Path.of("/run/strawboss-stage");

    private static final List<String> USED =
            List.of(
                    "dup3",
                    "unshare",
                    "mount",
                    "openat2",
                    "open_tree",
                    "mount_setattr",
                    "move_mount",
                    "setgroups",
                    "setresgid",
                    "setresuid",
                    "prctl",
                    "prlimit64",
                    "seccomp",
                    "landlock_create_ruleset",
                    "landlock_add_rule",
                    "landlock_restrict_self");

    private final String perl;
    private final KeptFile script;
    private final String numbers;

    Entrance(Host host, SystemCalls calls) {
        this.perl = host.program("perl").orElse("/usr/bin/perl");
        this.script = new KeptFile(host, "enter.pl", script());
        this.numbers =
                USED.stream()
                        .map(call -> call + "=" + calls.number(call))
                        .collect(Collectors.joining(","));
    }

    /// The first words of the line; the steps follow, then `--` and the command.
    List<String> begin(Start start) {
        List<String> line = new ArrayList<>(List.of(perl, script.path(), numbers));
        if (start.channel()) {
            line.add("channel"); // first, while its numbers are free
        }
        start.groups().forEach(group -> line.addAll(List.of("group", group.toString())));
        return line;
    }

    /// Adds to `line` what shows grants of the job to `uid` as its own, and others as they are.
    ///
    /// @param lent what everybody may read, where it is not reachable for everybody
    /// @return the grants as they are to be bound then, `lent` first
    List<Grant> stage(Grant lent, List<Grant> grants, long uid, List<String> line) {
        List<Grant> staged = new ArrayList<>();
        line.addAll(List.of("stage", STAGE.toString()));
        Path etc = STAGE.resolve("lent");
        line.addAll(List.of("lend", lent.host().toString(), etc.toString()));
        staged.add(new Grant(etc, lent.inside(), false));
        for (Grant grant : grants) {
            Path place = STAGE.resolve(Integer.toString(staged.size()));
            line.addAll(
                    List.of(
                            "show",
                            grant.host().toString(),
                            grant.identity(),
                            place.toString(),
                            Long.toString(uid)));
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
