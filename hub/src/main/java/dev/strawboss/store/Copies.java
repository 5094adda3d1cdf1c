package dev.strawboss.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/// Whole copies of a store in use: what is committed when the copy begins, in one file without a
/// log, synced before it gets its name.
final class Copies {
    private static final int KEPT = 2;

    private Copies() {}

    /// Keeps `strawboss.db.schema-N` beside the store, and of the earlier ones the newest.
    static Path beforeMigration(Handle handle, Path file, int version) throws IOException {
        String prefix = file.getFileName() + ".schema-";
        Path copy = file.resolveSibling(prefix + version);
        write(handle, copy);
        for (Path old : older(file.toAbsolutePath().getParent(), prefix)) {
            Files.delete(old);
        }
        return copy;
    }

    /// Writes a copy. What has its name is replaced.
    static void write(Handle handle, Path copy) throws IOException {
        Path temporary = copy.resolveSibling(copy.getFileName() + ".tmp");
        Files.deleteIfExists(temporary);
        try {
            Files.createFile(
                    temporary,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            // SQLite takes an empty file, but does not sync what it writes
            handle.execute("vacuum into ?", temporary.toString());
            sync(temporary, StandardOpenOption.WRITE);
            Files.move(temporary, copy, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
        sync(copy.toAbsolutePath().resolveSibling(""), StandardOpenOption.READ);
    }

    private static List<Path> older(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file ->
                            file.getFileName().toString().matches("\\Q" + prefix + "\\E[0-9]+"))
                    .sorted(Comparator.comparingInt((Path file) -> number(file, prefix)).reversed())
                    .skip(KEPT)
                    .toList();
        }
    }

    private static int number(Path file, String prefix) {
        return Integer.parseInt(file.getFileName().toString().substring(prefix.length()));
    }

    private static void sync(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
