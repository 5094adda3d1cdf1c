package dev.strawboss.main;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32C;

/// Where a hub listens: a short path (Java refuses 107 bytes and more) in a directory that only its
/// owner can enter.
final class SocketPath {
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");

    private SocketPath() {}

    /// @param state names the hub: one state directory, one socket
    /// @param runtimes where to look for a directory of the user's, best first
    static Path of(Path state, List<Path> runtimes) throws IOException {
        for (Path runtime : runtimes) {
            Path parent = runtime.getParent();
            if (parent != null && Files.isWritable(parent)) {
                return checked(runtime).resolve(digest(state) + ".sock");
            }
        }
        throw new StrawbossException(
                ErrorCode.ENVIRONMENT,
                "There is no directory for the hub's socket: none of " + runtimes + " can be made.",
                "Make /tmp writable.");
    }

    static List<Path> runtimes(long user) {
        return List.of(
                Path.of("/run/user/" + user + "/strawboss"), Path.of("/tmp/strawboss-" + user));
    }

    /// The user id this process runs as.
    static long user() throws IOException {
        Path self = Path.of("/proc/self");
        Path of = Files.exists(self) ? self : Path.of(System.getProperty("user.home", "/"));
        return ((Number) Files.getAttribute(of, "unix:uid")).longValue();
    }

    private static Path checked(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(PRIVATE));
        }
        boolean ours =
                Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                                instanceof Integer owner
                        && owner == user()
                        && PRIVATE.equals(
                                Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS))
                        && Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS);
        if (!ours) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The directory " + directory + " is not ours alone, so no socket is put there.",
                    "Look who made it, and remove it: ls -ld " + directory);
        }
        return directory;
    }

    private static String digest(Path state) {
        CRC32C low = new CRC32C();
        low.update(state.toString().getBytes(StandardCharsets.UTF_8));
        return "%08x%08x".formatted(low.getValue(), state.toString().hashCode());
    }
}
