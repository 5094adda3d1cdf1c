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

/// Rules of Landlock and a stricter filter of system calls, for where namespaces cannot be had: the
/// command stays among the machine's processes, but reaches only the files it is granted. Without a
/// network it can make no sockets at all. It cannot show anything elsewhere than it is, and has no
/// room for a forwarder.
final class Landlock implements Mechanism {
    static final String NAME = "landlock";

    private static final long EXECUTE = 1;
    private static final long WRITE_FILE = 1 << 1;
    private static final long READ_FILE = 1 << 2;
    private static final long READ_DIRECTORY = 1 << 3;
    private static final long MAKE_DEVICES = 1 << 6 | 1 << 11;
    private static final long TRUNCATE = 1 << 14;

    /// Binding and connecting of TCP; abstract sockets and signals.
    private static final long BOTH = 3;

    private static final int WITH_NETWORK = 4;
    private static final int WITH_SIGNALS = 6;

    private static final List<String> DEVICES =
            List.of("/dev/null", "/dev/zero", "/dev/full", "/dev/random", "/dev/urandom");

    private final Host host;
    private final int abi;
    private final Entrance entrance;
    private final KeptFile closed;
    private final KeptFile open;

    /// @param abi the version of Landlock that the kernel speaks (landlock(7))
    Landlock(Host host, SystemCalls calls, int abi) {
        this.host = host;
        this.abi = abi;
        this.entrance = new Entrance(host, calls);
        this.closed = new KeptFile(host, "filter", Seccomp.filterWithoutNamespaces(calls, false));
        this.open = new KeptFile(host, "filter", Seccomp.filterWithoutNamespaces(calls, true));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean fits(Profile profile) {
        return profile.network() != Network.LISTED
                && profile.grants().stream().allMatch(grant -> grant.host().equals(grant.inside()));
    }

    @Override
    public Set<Promise> holds(Profile profile) {
        Set<Promise> holds =
                EnumSet.of(
                        Promise.READS,
                        Promise.WRITES,
                        Promise.SHARED_MEMORY,
                        Promise.SYSTEM_CALLS,
                        Promise.TERMINAL,
                        Promise.EACH_PROCESS);
        if (profile.network() == Network.NONE) {
            holds.add(Promise.NETWORK);
            holds.add(Promise.SOCKETS);
        }
        if (abi >= WITH_SIGNALS) {
            holds.add(Promise.TOUCHES_NO_PROCESSES);
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
        Profile own =
                profile.home(home)
                        .with(Grants.real(Grant.writable(home)))
                        .with(Grants.real(Grant.writable(temporary)));
        Surroundings surroundings = Surroundings.of(own, temporary, plan.environment());
        List<String> command = new ArrayList<>();
        if (host.root()) {
            command.addAll(
                    List.of(
                            host.program("setpriv").orElse("/usr/bin/setpriv"),
                            "--bounding-set=-all",
                            "--inh-caps=-all"));
        }
        command.addAll(entrance.begin(start));
        command.addAll(new ProcessLimits(profile.limits().processes(0)).steps());
        // before the rules, which hide the file
        KeptFile filter = profile.network() == Network.OPEN ? open : closed;
        command.addAll(List.of("filter", filter.path()));
        rules(own, command);
        command.add("restrict");
        surroundings.set().forEach((name, value) -> command.addAll(List.of("set", name, value)));
        command.add("--");
        command.addAll(plan.command());
        return plan.confined(
                command,
                plan.directory(),
                surroundings.inherited(),
                Grants.confinement(profile.limits(), false));
    }

    private void rules(Profile profile, List<String> line) {
        boolean closed = profile.network() != Network.OPEN;
        line.addAll(
                List.of(
                        "rules",
                        Long.toString(all()),
                        Long.toString(closed && abi >= WITH_NETWORK ? BOTH : 0),
                        Long.toString(abi >= WITH_SIGNALS ? BOTH : 0)));
        for (Grant grant : SystemFiles.grants(profile.network())) {
            allow(line, grant.host());
        }
        allow(line, Path.of("/proc"));
        for (String device : DEVICES) {
            line.addAll(List.of("allow", rights(Path.of(device), true), device));
        }
        for (Grant grant : profile.grants()) {
            String path = grant.host().toString();
            String rights = rights(grant.host(), grant.writable());
            line.addAll(List.of("grant", rights, path, grant.identity()));
        }
    }

    private void allow(List<String> line, Path path) {
        line.addAll(List.of("allow", rights(path, false), path.toString()));
    }

    private String rights(Path path, boolean writable) {
        boolean directory = Files.isDirectory(path);
        long rights = EXECUTE | READ_FILE | (directory ? READ_DIRECTORY : 0);
        if (writable) {
            rights =
                    directory
                            ? all() & ~MAKE_DEVICES
                            : (EXECUTE | READ_FILE | WRITE_FILE | TRUNCATE) & all();
        }
        return Long.toString(rights);
    }

    /// Every right to files that this version knows: what is not handled is allowed.
    private long all() {
        int rights = abi >= 5 ? 16 : abi >= 3 ? 15 : abi == 2 ? 14 : 13;
        return (1L << rights) - 1;
    }

    private static Path made(Path directory) {
        try {
            return Files.createDirectories(directory).toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
