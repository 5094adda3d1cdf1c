package dev.strawboss.sandbox;

import dev.strawboss.placement.RunPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Namespaces of its own for everything, made by bubblewrap: a root in which only what is granted
/// is, a filter of system calls, no capabilities. Root becomes an unprivileged user first, another
/// one for each job.
///
/// @param bwrap path of the program
/// @param options names that this version knows, as its help says
/// @param calls of this machine
record Bubblewrap(Host host, String bwrap, Set<String> options, SystemCalls calls)
        implements Mechanism {
    static final String NAME = "bubblewrap";

    /// systemd's list of who uses which numbers leaves these to nobody (UIDS-GIDS.md: "HIC SVNT
    /// LEONES", from 1879048192 on).
    private static final int FIRST_UID = 1_879_048_192;

    private static final int UIDS = 65_536;

    private static final int FILTER = 7;
    private static final int ACCOUNTS = 8;
    private static final int GROUPS = 9;

    private static final String WITH_FILES =
            "exec 7<\"$1\" 8<\"$2\" 9<\"$3\" || exit 126; shift 3; exec \"$@\"";

    private static final long RUNTIME_BYTES = 16L << 20;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean fits(Profile profile) {
        return true;
    }

    @Override
    public Set<Promise> holds(Profile profile) {
        Set<Promise> holds = EnumSet.complementOf(EnumSet.of(Promise.MEMORY, Promise.CPU));
        if (profile.network() == Network.OPEN) {
            holds.remove(Promise.NETWORK);
        }
        if (!options.contains("--size")) {
            holds.remove(Promise.TEMPORARY_SPACE);
        }
        return holds;
    }

    @Override
    public RunPlan confine(Profile profile, RunPlan plan, Path attempt) {
        long uid = host.root() ? FIRST_UID + ThreadLocalRandom.current().nextInt(UIDS) : host.uid();
        long gid = host.root() ? uid : host.gid();
        Surroundings surroundings = Surroundings.of(profile, Path.of("/tmp"), plan.environment());
        Accounts accounts = new Accounts(host.root() ? "job" : host.name(), uid, gid);
        List<Path> files =
                List.of(
                        host.file("filter", Seccomp.filter(calls)),
                        host.file("passwd", accounts.users(profile.home())),
                        host.file("group", accounts.groups()));
        List<String> command = new ArrayList<>();
        List<Grant> seen = profile.grants();
        if (host.root()) {
            Entrance entrance = new Entrance(host, calls);
            command.addAll(entrance.begin());
            for (int i = 0; i < files.size(); i++) {
                command.addAll(
                        List.of("fd", Integer.toString(FILTER + i), files.get(i).toString()));
            }
            seen = entrance.stage(profile.grants(), uid, command);
            command.addAll(List.of("become", Long.toString(uid), "--"));
        } else {
            command.addAll(List.of("/bin/sh", "-c", WITH_FILES, "sandbox"));
            files.forEach(file -> command.add(file.toString()));
        }
        command.addAll(arguments(profile, seen, surroundings.set()));
        command.addAll(List.of("--chdir", Grants.inside(profile.grants(), plan.directory())));
        command.add("--");
        command.addAll(new ProcessLimits(host).before(profile.limits()));
        command.addAll(plan.command());
        return plan.confined(
                command,
                plan.directory(),
                surroundings.inherited(),
                Grants.confinement(profile.limits(), true));
    }

    private List<String> arguments(Profile profile, List<Grant> grants, Map<String, String> set) {
        List<String> line = new ArrayList<>();
        line.add(bwrap);
        line.addAll(
                List.of(
                        "--unshare-user",
                        "--unshare-pid",
                        "--unshare-ipc",
                        "--unshare-uts",
                        "--unshare-cgroup-try",
                        "--hostname",
                        "job",
                        "--die-with-parent",
                        "--new-session",
                        "--cap-drop",
                        "ALL"));
        if (profile.network() != Network.OPEN) {
            line.add("--unshare-net");
        }
        if (options.contains("--disable-userns")) {
            line.add("--disable-userns");
        }
        system(line, profile);
        for (Grant grant : grants) {
            line.addAll(
                    List.of(
                            grant.writable() ? "--bind" : "--ro-bind",
                            grant.host().toString(),
                            grant.inside().toString()));
        }
        line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        set.forEach((name, value) -> line.addAll(List.of("--setenv", name, value)));
        line.addAll(List.of("--seccomp", Integer.toString(FILTER)));
        return line;
    }

    private void system(List<String> line, Profile profile) {
        for (String[] link : SystemFiles.links()) {
            line.addAll(List.of("--symlink", link[0], link[1]));
        }
        for (Grant grant : SystemFiles.grants(profile.network())) {
            line.addAll(List.of("--ro-bind", grant.host().toString(), grant.inside().toString()));
        }
        line.addAll(List.of("--ro-bind-data", Integer.toString(ACCOUNTS), "/etc/passwd"));
        line.addAll(List.of("--ro-bind-data", Integer.toString(GROUPS), "/etc/group"));
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        temporary(line, "1777", profile.temporaryBytes(), "/dev/shm");
        temporary(line, "1777", profile.temporaryBytes(), "/tmp");
        line.addAll(List.of("--dir", "/var", "--symlink", "../tmp", "/var/tmp"));
        temporary(line, "0755", RUNTIME_BYTES, "/run");
        temporary(line, "0700", profile.temporaryBytes(), profile.home().toString());
    }

    private void temporary(List<String> line, String mode, long bytes, String place) {
        line.addAll(List.of("--perms", mode));
        if (options.contains("--size")) {
            line.addAll(List.of("--size", Long.toString(bytes)));
        }
        line.addAll(List.of("--tmpfs", place));
    }

    /// The lists of users and groups inside: only the command's own.
    private record Accounts(String name, long uid, long gid) {
        byte[] users(Path home) {
            return utf8(
                    name
                            + ":x:"
                            + uid
                            + ":"
                            + gid
                            + "::"
                            + home
                            + ":/bin/sh\n"
                            + "nobody:x:65534:65534::/:/usr/sbin/nologin\n");
        }

        byte[] groups() {
            return utf8(name + ":x:" + gid + ":\nnogroup:x:65534:\n");
        }

        private static byte[] utf8(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
