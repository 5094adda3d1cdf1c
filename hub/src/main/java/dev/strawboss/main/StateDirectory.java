package dev.strawboss.main;

import dev.strawboss.bridge.HubStarter;
import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// The state directory, held by one hub for as long as that lives.
final class StateDirectory implements AutoCloseable {
    private final FileChannel file;

    private StateDirectory(FileChannel file) {
        this.file = file;
    }

    /// Takes the directory into possession.
    ///
    /// @param machine names this machine for ever (machine-id(5))
    /// @param mounts the text of /proc/mounts
    /// @return empty if another hub holds it
    /// @throws StrawbossException if it must not be used here
    static Optional<StateDirectory> take(Path directory, String machine, String mounts)
            throws IOException {
        try {
            NetworkDisk.refuse(directory, mounts);
            return take(directory, machine);
        } catch (FileSystemException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The state cannot be kept in " + directory + ": " + e.getMessage() + ".",
                    DiskHint.of(
                            String.valueOf(e.getMessage()),
                            directory,
                            "It must be a directory of ours: ls -ld '" + directory + "'"),
                    e);
        }
    }

    private static Optional<StateDirectory> take(Path directory, String machine)
            throws IOException {
        HubStarter.makePrivate(directory);
        // Made by hand it is open to others, and the files in it rely on the directory.
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        FileChannel file =
                FileChannel.open(
                        directory.resolve("hub.lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        boolean taken = false;
        try {
            taken = lock(file) && isOurs(directory, machine);
        } finally {
            if (!taken) {
                file.close();
            }
        }
        return taken ? Optional.of(new StateDirectory(file)) : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static boolean lock(FileChannel file) throws IOException {
        try {
            FileLock lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    // A copied home would make this hub adopt processes that run on another machine.
    private static boolean isOurs(Path directory, String machine) throws IOException {
        Path file = directory.resolve("machine");
        String known = Files.exists(file) ? Files.readString(file).strip() : "";
        if (known.isEmpty()) { // also where a power cut came between making and writing it
            Files.writeString(file, machine + "\n");
            return true;
        }
        if (!known.equals(machine)) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The state in " + directory + " belongs to another machine (" + known + ").",
                    "If that machine is gone for good, remove " + file + " and start again.");
        }
        return true;
    }

    /// machine-id(5), or the host's name where there is none.
    static String machine() throws IOException {
        for (String name : List.of("/etc/machine-id", "/var/lib/dbus/machine-id")) {
            Path file = Path.of(name);
            if (Files.isReadable(file) && Files.size(file) > 1) {
                return Files.readString(file, StandardCharsets.US_ASCII).strip();
            }
        }
        Path host = Path.of("/proc/sys/kernel/hostname");
        return Files.isReadable(host) ? "host-" + Files.readString(host).strip() : "unnamed";
    }

    static String mounts() throws IOException {
        Path file = Path.of("/proc/mounts");
        return Files.isReadable(file) ? Files.readString(file) : "";
    }
}
