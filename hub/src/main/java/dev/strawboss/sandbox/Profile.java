package dev.strawboss.sandbox;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What one command may do; everything else is refused. Each mechanism is made from this.
///
/// @param name `agent`, `command` or `code`
/// @param grants what it sees besides the system's programs, in the order in which they are laid
///   over each other
/// @param home its home directory inside: private and empty at first; grants may lie in it
/// @param temporaryBytes how large `/tmp` and the home may grow, each
public record Profile(
        String name,
        List<Grant> grants,
        Path home,
        Network network,
        Limits limits,
        long temporaryBytes) {
    /// Where code finds its scratch directory.
    public static final Path SCRATCH = Path.of("/scratch");

    private static final long TEMPORARY = 2L << 30;
    private static final long CODE_TEMPORARY = 64L << 20;
    private static final Path HOME = Path.of("/home/job");

    public Profile {
        grants = List.copyOf(grants);
        if (!home.isAbsolute() || home.getNameCount() == 0) {
            throw new IllegalArgumentException("a home needs an absolute path: " + home);
        }
    }

    /// A build, a test suite, any command: writes the directory it runs in, has no network.
    public static Profile command(Path directory) {
        return new Profile(
                "command",
                List.of(Grant.writable(directory)),
                HOME,
                Network.NONE,
                Limits.WORK,
                TEMPORARY);
    }

    /// A coding agent: writes its workspace, and reaches what the hub lets through.
    public static Profile agent(Path workspace) {
        return new Profile(
                "agent",
                List.of(Grant.writable(workspace)),
                HOME,
                Network.LISTED,
                Limits.WORK,
                TEMPORARY);
    }

    /// A piece of code that a model wrote: no network, no files, and to write only its own `/tmp`
    /// and home, which are memory, bounded, and gone afterwards.
    public static Profile code() {
        return new Profile("code", List.of(), HOME, Network.NONE, Limits.CODE, CODE_TEMPORARY);
    }

    /// The same with a scratch directory on disk, whose size nothing bounds but that of each file;
    /// inside it is [#SCRATCH].
    public static Profile code(Path scratch) {
        return code().with(Grant.writable(scratch).at(SCRATCH));
    }

    /// The same with one more file or directory in sight.
    public Profile with(Grant grant) {
        List<Grant> more = new ArrayList<>(grants);
        more.add(grant);
        return new Profile(name, more, home, network, limits, temporaryBytes);
    }

    /// The same with one more in sight, over which all others are laid.
    public Profile under(Grant grant) {
        List<Grant> more = new ArrayList<>(List.of(grant));
        more.addAll(grants);
        return new Profile(name, more, home, network, limits, temporaryBytes);
    }

    public Profile network(Network other) {
        return new Profile(name, grants, home, other, limits, temporaryBytes);
    }

    public Profile home(Path other) {
        return new Profile(name, grants, other, network, limits, temporaryBytes);
    }

    public Profile limits(Limits other) {
        return new Profile(name, grants, home, network, other, temporaryBytes);
    }
}
