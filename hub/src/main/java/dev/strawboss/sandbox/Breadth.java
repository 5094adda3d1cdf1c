package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What no job is given, whoever asks for it: a sandbox that holds everything that matters is none,
/// and one that may write what runs outside of it is left by it.
///
/// @param home the person's
/// @param state of the hub: jobs, workspaces, logins of workers, what confines
/// @param closed more that is Strawboss's own: its configuration
record Breadth(Path home, Path state, List<Path> closed) {
    /// What is below them is run or read by the system itself.
    private static final List<Path> SYSTEM =
            paths(
                    "/bin",
                    "/boot",
                    "/dev",
                    "/etc",
                    "/lib",
                    "/proc",
                    "/run",
                    "/sbin",
                    "/sys",
                    "/usr",
                    "/var/cache",
                    "/var/lib",
                    "/var/log",
                    "/var/run",
                    "/var/spool");

    /// Where the machine's programs listen: reading is enough to talk to them.
    private static final List<Path> LISTENING = paths("/dev", "/proc", "/run", "/sys", "/var/run");

    /// What is below them may be a project.
    private static final List<Path> SHARED = paths("/", "/home", "/opt", "/srv", "/tmp", "/var");

    private static final String CACHE = ".cache";

    static Breadth of(Host host, List<Path> closed) {
        Path state = Objects.requireNonNull(host.files().getParent());
        return new Breadth(
                real(Path.of(System.getProperty("user.home"))),
                real(state),
                closed.stream().map(Breadth::real).toList());
    }

    private static List<Path> paths(String... names) {
        return Stream.of(names).map(Path::of).toList();
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) { // what is not there holds nothing yet
            return path;
        }
    }

    /// @param real with every link followed
    /// @param attempt the job's own, beside which its private home lies
    /// @throws StrawbossException naming the directory, and why no job is given it
    void check(Profile real, Path attempt) {
        Optional<Path> own = Optional.ofNullable(real(attempt).getParent());
        for (Grant grant : real.grants()) {
            Optional<String> why = why(grant, own);
            if (why.isPresent()) {
                throw new StrawbossException(
                        ErrorCode.INVALID_INPUT,
                        "A job in a sandbox cannot be given "
                                + grant.host()
                                + ": "
                                + why.get()
                                + ".",
                        "Name the directory of one project; a person can lift the sandbox:"
                                + " strawboss config set sandbox off");
            }
        }
    }

    private Optional<String> why(Grant grant, Optional<Path> own) {
        Path host = grant.host();
        Optional<Path> held =
                kept().filter(each -> each.startsWith(host) || below(each, grant.identity()))
                        .findFirst();
        if (held.isPresent()) {
            return held.map(each -> host.equals(each) ? "it is too much" : "it holds " + each);
        }
        boolean ours = own.isPresent() && (host.startsWith(own.get()) || isGate(grant, own.get()));
        if (!ours && closedOff(host)) {
            return Optional.of("it is Strawboss's own");
        }
        if (ours) {
            return Optional.empty();
        }
        List<Path> systems = grant.writable() ? SYSTEM : LISTENING;
        if (SHARED.contains(host)
                || systems.stream().anyMatch(host::startsWith)
                || systems.stream().anyMatch(path -> Identity.leads(path, grant.identity()))) {
            return Optional.of("it is the system's");
        }
        return grant.writable() && hidden(host)
                ? Optional.of("what lies there is run or trusted outside of it")
                : Optional.empty();
    }

    /// What a job's way out lies in; see `egress.Egress`.
    private boolean isGate(Grant grant, Path own) {
        return !grant.writable()
                && grant.host()
                        .startsWith(
                                state.resolve("egress").resolve(String.valueOf(own.getFileName())));
    }

    /// Names can be exchanged while they are looked at, and one place can have several by mounts.
    private static boolean below(@Nullable Path path, String identity) {
        for (Path above = path; above != null; above = above.getParent()) {
            if (Identity.leads(above, identity)) {
                return true;
            }
        }
        return false;
    }

    private Stream<Path> kept() {
        return Stream.concat(Stream.of(home, state), closed.stream());
    }

    /// All of the state but the workspaces of jobs, which are there to be worked in.
    private boolean closedOff(Path host) {
        Path workspaces = state.resolve("workspaces");
        boolean workspace =
                host.startsWith(workspaces) && host.getNameCount() > workspaces.getNameCount() + 1;
        return closed.stream().anyMatch(host::startsWith) || (host.startsWith(state) && !workspace);
    }

    /// Keys, settings, units and programs of the person lie in hidden directories of the home;
    /// projects do too, where they are git repositories.
    private boolean hidden(Path host) {
        if (!host.startsWith(home) || host.startsWith(state)) {
            return false;
        }
        Path top = home.resolve(home.relativize(host).getName(0));
        String name = String.valueOf(top.getFileName());
        if (!name.startsWith(".") || name.equals(CACHE)) {
            return false;
        }
        for (Path each = host;
                each.startsWith(top);
                each = Objects.requireNonNull(each.getParent())) {
            if (Files.isDirectory(each.resolve(".git"))) {
                return false;
            }
        }
        return true;
    }
}
