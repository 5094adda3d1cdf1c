package dev.strawboss.sandbox;

import dev.strawboss.placement.RunPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// macOS's own sandbox, begun by sandbox-exec: rules for files, sockets and signals. The command
/// stays among the machine's processes and under its own user; nothing is shown elsewhere than it
/// is, and nothing bounds memory or the number of processes.
final class Seatbelt implements Mechanism {
    static final String NAME = "seatbelt";

    /// As `ulimit -f` counts (POSIX).
    private static final int BLOCK = 512;

    private static final int PORT = 3128;

    private final Host host;

    Seatbelt(Host host) {
        this.host = host;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean fits(Profile profile) {
        return profile.grants().stream().allMatch(grant -> grant.host().equals(grant.inside()));
    }

    @Override
    public Set<Promise> holds(Profile profile) {
        Set<Promise> holds =
                EnumSet.of(
                        Promise.READS,
                        Promise.SEES_NO_FILES,
                        Promise.WRITES,
                        Promise.TOUCHES_NO_PROCESSES,
                        Promise.SHARED_MEMORY,
                        Promise.EACH_PROCESS);
        if (profile.network() != Network.OPEN) {
            holds.add(Promise.NETWORK);
            holds.add(Promise.SOCKETS);
        }
        if (!host.root()) {
            holds.add(Promise.PRIVILEGES);
        }
        return holds;
    }

    @Override
    public RunPlan confine(Profile profile, RunPlan plan, Path attempt, Start start) {
        Path home = made(attempt.resolve("home"));
        Path temporary = made(attempt.resolve("tmp"));
        Profile own = profile.home(home).with(Grant.writable(home)).with(Grant.writable(temporary));
        Surroundings surroundings = Surroundings.of(own, temporary, plan.environment());
        List<String> command = new ArrayList<>();
        command.addAll(List.of("/bin/sh", "-c", begin(profile.limits(), start), "sandbox"));
        command.addAll(
                List.of(
                        host.program("sandbox-exec").orElse("/usr/bin/sandbox-exec"),
                        "-p",
                        new SeatbeltProfile(own, PORT).text()));
        if (!surroundings.set().isEmpty()) {
            command.add("/usr/bin/env");
            surroundings.set().forEach((name, value) -> command.add(name + "=" + value));
        }
        command.addAll(plan.command());
        return plan.confined(
                command,
                plan.directory(),
                surroundings.inherited(),
                Grants.confinement(profile.limits(), false));
    }

    /// The number of processes is not bounded: it would be that of all the user's.
    private static String begin(Limits limits, Start start) {
        List<String> steps = new ArrayList<>();
        if (start.channel()) {
            steps.add("exec 3<&0 4>&1 </dev/null >&2");
        }
        steps.add("ulimit -c 0");
        if (limits.openFiles() > 0) {
            steps.add("ulimit -n " + limits.openFiles());
        }
        if (limits.fileSize() > 0) {
            steps.add("ulimit -f " + limits.fileSize() / BLOCK);
        }
        if (limits.cpuTime().toSeconds() > 0) {
            steps.add("ulimit -t " + limits.cpuTime().toSeconds());
        }
        steps.add("exec \"$@\"");
        return String.join(" && ", steps);
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
