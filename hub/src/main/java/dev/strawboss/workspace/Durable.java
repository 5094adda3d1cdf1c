package dev.strawboss.workspace;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/// Files that must be whole after a power cut: without them a worktree full of work belongs to
/// nobody.
final class Durable {
    private Durable() {}

    /// Replaces the file; every reader sees the old bytes or the new ones.
    static void write(Path file, byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        put(fresh, bytes);
        move(fresh, file);
    }

    /// Writes the file; its name is on the disk only after [#sync] of its directory.
    static void put(Path file, byte[] bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    /// Copies a file; nobody sees it under its name before all of it is on the disk.
    static void copy(Path from, Path to) throws IOException {
        Path fresh = to.resolveSibling("tmp_" + to.getFileName());
        Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(fresh, READ)) {
            channel.force(true);
        }
        move(fresh, to);
    }

    /// Renames a file that is on the disk already.
    static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(Objects.requireNonNull(to.getParent()));
    }

    static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, READ)) {
            channel.force(true);
        }
    }
}
