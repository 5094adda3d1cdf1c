package dev.strawboss.sandbox;

import dev.strawboss.placement.RunPlan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/// Namespaces of its own for everything, made by bubblewrap: a root in which only what is granted
/// is, a filter of system calls, no capabilities. Root becomes an unprivileged user first, another
/// one for each job.
final class Bubblewrap implements Mechanism {
    static final String NAME = "bubblewrap";

    /// systemd's list of who uses which numbers leaves these to nobody (UIDS-GIDS.md: "HIC SVNT
    /// LEONES", from 1879048192 on).
    private static final long FIRST_UID = 1_879_048_192;

    private static final long UIDS = 65_536;

    private static final int FILTER = 7;
    private static final int ACCOUNTS = 8;
    private static final int GROUPS = 9;

    private static final String WITH_FILES =
            "exec 7<\"$1\" 8<\"$2\" 9<\"$3\" || exit 126; shift 3; exec \"$@\"";

    /// The descriptors are moved before 7 to 9 are opened, which leaves them alone.
    private static final String WITH_CHANNEL = "exec 3<&0 4>&1 </dev/null >&2; ";

    private static final long RUNTIME_BYTES = 16L << 20;

    private final Host host;
    private final String bwrap;
    private final Set<String> options;
    private final KeptFile filter;
    private final Entrance entrance;
    private final SettingsCopy settings;
    private final SameInside same;
    private final List<String> links;

    /// @param bwrap path of the program
    /// @param options names that this version knows, as its help says
    /// @param calls of this machine
    Bubblewrap(Host host, String bwrap, Set<String> options, SystemCalls calls) {
        this.host = host;
        this.bwrap = bwrap;
        this.options = Set.copyOf(options);
        this.filter = new KeptFile(host, "filter", Seccomp.filter(calls));
        this.entrance = new Entrance(host, calls);
        this.settings = new SettingsCopy(host.files());
        this.same = new SameInside(host.program("stat").orElse("/usr/bin/stat"));
        this.links =
                SystemFiles.links().stream()
                        .flatMap(link -> Stream.of("--symlink", link[0], link[1]))
                        .toList();
    }

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
    public RunPlan confine(Profile profile, RunPlan plan, Path attempt, Start start) {
        Surroundings surroundings = Surroundings.of(profile, Path.of("/tmp"), plan.environment());
        List<String> command =
                host.root() ? asAnother(profile, start) : asOurselves(profile, start);
        if (host.root()) {
            surroundings
                    .set()
                    .forEach((name, value) -> command.addAll(List.of("--setenv", name, value)));
        }
        command.addAll(List.of("--chdir", Grants.inside(profile.grants(), plan.directory())));
        command.add("--");
        if (!host.root()) {
            command.addAll(same.before(profile.grants()));
            command.addAll(new ProcessLimits(profile.limits()).before(host));
            command.addAll(set(surroundings));
        }
        command.addAll(plan.command());
        return plan.confined(
                command,
                plan.directory(),
                surroundings.inherited(),
                Grants.confinement(profile.limits(), true));
    }

    /// Set after the programs that compare and limit, which the loader must not be told to change.
    private List<String> set(Surroundings surroundings) {
        List<String> words = new ArrayList<>();
        if (!surroundings.set().isEmpty()) {
            words.add(host.program("env").orElse("/usr/bin/env"));
            surroundings.set().forEach((name, value) -> words.add(name + "=" + value));
        }
        return words;
    }

    /// Root gives up being root before bubblewrap begins; from then on the number of that user's
    /// processes is the job's.
    private List<String> asAnother(Profile profile, Start start) {
        long uid = ThreadLocalRandom.current().nextLong(FIRST_UID, FIRST_UID + UIDS);
        Accounts accounts = new Accounts("job", uid, uid);
        List<String> command = entrance.begin(start);
        command.addAll(List.of("fd", Integer.toString(FILTER), filter.path()));
        command.addAll(List.of("text", Integer.toString(ACCOUNTS), accounts.users(profile.home())));
        command.addAll(List.of("text", Integer.toString(GROUPS), accounts.groups()));
        List<Grant> system = settings.grants();
        List<Grant> seen = entrance.stage(system.getFirst(), profile.grants(), uid, command);
        command.addAll(List.of("become", Long.toString(uid)));
        command.addAll(new ProcessLimits(profile.limits()).steps());
        command.add("--");
        arguments(command, profile, with(seen.getFirst(), system), seen.subList(1, seen.size()));
        return command;
    }

    private List<String> asOurselves(Profile profile, Start start) {
        Accounts accounts = new Accounts(host.name(), host.uid(), host.gid());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "/bin/sh",
                                "-c",
                                start.channel() ? WITH_CHANNEL + WITH_FILES : WITH_FILES,
                                "sandbox",
                                filter.path(),
                                host.file("passwd", utf8(accounts.users(profile.home())))
                                        .toString(),
                                host.file("group", utf8(accounts.groups())).toString()));
        arguments(command, profile, settings.grants(), profile.grants());
        return command;
    }

    private static List<Grant> with(Grant first, List<Grant> grants) {
        List<Grant> changed = new ArrayList<>(grants);
        changed.set(0, first);
        return changed;
    }

    private void arguments(
            List<String> line, Profile profile, List<Grant> settings, List<Grant> grants) {
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
        system(line, profile, settings);
        grants.forEach(grant -> bind(line, grant));
        line.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        line.addAll(List.of("--seccomp", Integer.toString(FILTER)));
    }

    private void system(List<String> line, Profile profile, List<Grant> settings) {
        line.addAll(links);
        SystemFiles.programs().forEach(grant -> bind(line, grant));
        settings.forEach(grant -> bind(line, grant));
        SystemFiles.resolver(profile.network()).forEach(grant -> bind(line, grant));
        line.addAll(List.of("--ro-bind-data", Integer.toString(ACCOUNTS), "/etc/passwd"));
        line.addAll(List.of("--ro-bind-data", Integer.toString(GROUPS), "/etc/group"));
        line.addAll(List.of("--proc", "/proc", "--dev", "/dev"));
        temporary(line, "1777", profile.temporaryBytes(), "/dev/shm");
        temporary(line, "1777", profile.temporaryBytes(), "/tmp");
        line.addAll(List.of("--dir", "/var", "--symlink", "../tmp", "/var/tmp"));
        temporary(line, "0755", RUNTIME_BYTES, "/run");
        temporary(line, "0700", profile.temporaryBytes(), profile.home().toString());
    }

    private static void bind(List<String> line, Grant grant) {
        line.addAll(
                List.of(
                        grant.writable() ? "--bind" : "--ro-bind",
                        grant.host().toString(),
                        grant.inside().toString()));
    }

    private void temporary(List<String> line, String mode, long bytes, String place) {
        line.addAll(List.of("--perms", mode));
        if (options.contains("--size")) {
            line.addAll(List.of("--size", Long.toString(bytes)));
        }
        line.addAll(List.of("--tmpfs", place));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
