package dev.strawboss.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;

/// A client's configuration file as it was read.
///
/// @param path with links followed, so that a file kept elsewhere is changed there
/// @param exists whether there was one
record ConfigurationFile(Path path, String text, boolean exists) {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    static ConfigurationFile read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new ConfigurationFile(file, "", false);
        }
        Path real = file.toRealPath();
        return new ConfigurationFile(real, Files.readString(real), true);
    }

    /// A name beside it that is free, to keep it under; empty if there is nothing to keep.
    Optional<Path> backup(Clock clock) {
        if (!exists) {
            return Optional.empty();
        }
        String name =
                path.getFileName() + ".before-strawboss-" + STAMP.format(LocalDateTime.now(clock));
        Path backup = path.resolveSibling(name);
        for (int i = 2; Files.exists(backup); i++) {
            backup = path.resolveSibling(name + "-" + i);
        }
        return Optional.of(backup);
    }

    /// Replaces it by `next`, and keeps the old one as `backup`.
    ///
    /// @return false if it is no longer as it was read; then nothing was done
    boolean replace(String next, Optional<Path> backup) throws IOException {
        Path directory = Files.createDirectories(path.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(directory, ".strawboss", ".next");
        try {
            Files.writeString(fresh, next);
            Files.setPosixFilePermissions(fresh, permissions());
            if (!read(path).equals(this)) {
                return false;
            }
            if (backup.isPresent()) {
                Files.copy(path, backup.get(), StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Set<PosixFilePermission> permissions() throws IOException {
        return exists
                ? Files.getPosixFilePermissions(path)
                : PosixFilePermissions.fromString("rw-------");
    }
}
