package dev.strawboss.config;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Lets one process and thread at a time read, change and replace a file, so that of two changes
/// none is lost. Editors know nothing of it.
public final class Exclusive {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAUSE_MILLIS = 10;

    private Exclusive() {}

    /// What `change` returns, made while nobody else who comes this way changes the file. Not to be
    /// nested for one file.
    ///
    /// @param file need not exist; the lock stands beside it
    /// @throws StrawbossException if somebody else holds it for 20 seconds
    public static <T> T changing(Path file, Supplier<T> change) {
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path lock = folder.resolve("." + file.getFileName() + ".lock");
        try {
            Files.createDirectories(
                    folder,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            try (FileChannel channel =
                    FileChannel.open(
                            lock,
                            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                try (FileLock _ = held(channel, file)) {
                    return change.get();
                }
            }
        } catch (IOException failed) {
            throw Edits.unwritable(file, failed);
        }
    }

    // Asked again and again: a native wait would hold the carrier of a virtual thread.
    private static FileLock held(FileChannel channel, Path file) throws IOException {
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<FileLock> lock = taken(channel);
            if (lock.isPresent()) {
                return lock.get();
            }
            if (System.nanoTime() > patience) {
                throw new StrawbossException(
                        ErrorCode.CONFIGURATION,
                        file + " is being changed by another strawboss for too long.",
                        "Try again; the lock is ." + file.getFileName() + ".lock beside it.");
            }
            pause();
        }
    }

    private static Optional<FileLock> taken(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException _) { // another thread of this process
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StrawbossException(
                    ErrorCode.INTERNAL,
                    "Interrupted while a file was waited for.",
                    "Try again.",
                    e);
        }
    }
}
