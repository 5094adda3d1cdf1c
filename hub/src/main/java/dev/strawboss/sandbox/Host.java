package dev.strawboss.sandbox;

import dev.strawboss.process.Executables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Who we are on which machine, as far as confining depends on it.
///
/// @param name the user's
/// @param system as Java names it
/// @param architecture as Java names it
/// @param files a directory of the hub's own for what the mechanisms hand to the kernel
/// @param path where programs are looked for
record Host(
        long uid,
        long gid,
        String name,
        String system,
        String architecture,
        Path files,
        String path) {
    private static final String PATH =
            "/usr/bin:/bin:/usr/sbin:/sbin:/usr/local/bin:/run/current-system/sw/bin";

    /// @param state the hub's state directory
    static Host of(Path state) {
        try {
            Path files = Files.createDirectories(state.resolve("sandbox"));
            Path self = Files.exists(Path.of("/proc/self")) ? Path.of("/proc/self") : files;
            return new Host(
                    ((Number) Files.getAttribute(self, "unix:uid")).longValue(),
                    ((Number) Files.getAttribute(self, "unix:gid")).longValue(),
                    System.getProperty("user.name", ""),
                    System.getProperty("os.name", ""),
                    System.getProperty("os.arch", ""),
                    files,
                    PATH);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same with its programs elsewhere.
    Host searching(String otherPath) {
        return new Host(uid, gid, name, system, architecture, files, otherPath);
    }

    /// The same under another system.
    Host under(String otherSystem) {
        return new Host(uid, gid, name, otherSystem, architecture, files, path);
    }

    boolean mac() {
        return system.startsWith("Mac");
    }

    boolean root() {
        return uid == 0;
    }

    Optional<SystemCalls> calls() {
        return SystemCalls.of(architecture);
    }

    /// Never by a job's own PATH.
    Optional<String> program(String name) {
        return Executables.find(name, Map.of("PATH", path)).map(Path::toString);
    }

    /// A file with this content below [#files], written once. Others may read it: a process that
    /// has given up being root does.
    Path file(String name, byte[] content) {
        Path file = files.resolve(name + "-" + Digest.of(content));
        try {
            if (!Files.exists(file) || Files.size(file) != content.length) {
                Path temporary = Files.createTempFile(files, name, ".tmp");
                Files.write(temporary, content);
                Files.move(temporary, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
