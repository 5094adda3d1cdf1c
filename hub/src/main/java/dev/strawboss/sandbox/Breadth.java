package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What no job may write as a whole, whoever asks for it: a sandbox that holds everything that
/// matters is none.
///
/// @param precious the person's home, and where Strawboss keeps what it knows
record Breadth(List<Path> precious) {
    private static final List<Path> SYSTEM =
            List.of(
                            "/bin", "/boot", "/dev", "/etc", "/lib", "/opt", "/proc", "/run",
                            "/sbin", "/sys", "/usr", "/var")
                    .stream()
                    .map(Path::of)
                    .toList();

    static Breadth of(Host host) {
        Path state = Objects.requireNonNull(host.files().getParent());
        return new Breadth(List.of(real(Path.of(System.getProperty("user.home"))), real(state)));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) { // what is not there holds nothing yet
            return path;
        }
    }

    /// @param real with every link followed
    /// @throws StrawbossException if a writable grant holds one of them, or is one of the system's
    void check(Profile real) {
        for (Grant grant : real.grants()) {
            if (grant.writable()) {
                check(grant);
            }
        }
    }

    private void check(Grant grant) {
        Path directory = grant.host();
        if (SYSTEM.contains(directory)
                || SYSTEM.stream().anyMatch(path -> Identity.leads(path, grant.identity()))) {
            throw refused(directory, "it is the system's");
        }
        for (Path each : precious) {
            if (each.startsWith(directory) || below(each, grant.identity())) {
                throw refused(directory, "it holds " + each);
            }
        }
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

    private static StrawbossException refused(Path directory, String why) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "A job in a sandbox cannot be given " + directory + ": " + why + ".",
                "Name the directory of one project; a person can lift the sandbox: strawboss config"
                        + " set sandbox off");
    }
}
