package dev.strawboss.agents;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads and writes files in a directory that a worker may be changing at the same time: no
/// symbolic link below it is followed, so nothing outside of it is reached, whoever wins the race.
final class HomeEdit {
    private HomeEdit() {}

    @FunctionalInterface
    private interface Work<T> {
        T in(SecureDirectoryStream<Path> folder, Path name) throws IOException;
    }

    /// Makes or replaces a file, readable by its owner only; its folder must be there.
    static void write(Path home, Path file, byte[] bytes) throws IOException {
        at(
                home,
                file,
                (folder, name) -> {
                    Path fresh = Path.of(".strawboss-" + UUID.randomUUID());
                    bytesTo(folder, fresh, bytes);
                    folder.move(fresh, folder, name);
                    return true;
                });
    }

    private static void bytesTo(SecureDirectoryStream<Path> folder, Path name, byte[] bytes)
            throws IOException {
        try (SeekableByteChannel channel =
                folder.newByteChannel(
                        name,
                        Set.of(
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                LinkOption.NOFOLLOW_LINKS),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    /// Makes the folder of a file, while no worker is there.
    static void makeFolder(Path home, Path file) throws IOException {
        Path made = home;
        for (Path step : Objects.requireNonNullElse(file.getParent(), Path.of(""))) {
            made = made.resolve(step);
            if (Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            Files.createDirectory( // fails on a link, wherever it leads
                    made,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
        }
    }

    /// Who opens by its name what a worker can replace may open a FIFO, and waits for ever. So the
    /// file gets a second name first, out of the worker's reach, and is opened by that.
    ///
    /// @return empty if it is not there, no plain file, or larger than that
    static Optional<byte[]> read(Path home, Path file, long largest) throws IOException {
        Path held = held(home);
        try {
            Files.deleteIfExists(held);
            Files.createLink(held, home.resolve(file));
            return isThere(home, file, held) ? plain(held, largest) : Optional.empty();
        } catch (FileSystemException _) { // not there, a folder, or a link on the way
            return Optional.empty();
        } finally {
            Files.deleteIfExists(held);
        }
    }

    /// Where the file that is being read has its second name; a hub that dies leaves it there.
    static Path held(Path home) {
        return home.resolveSibling("login-held");
    }

    /// Whether what is held is really in the home: the second name was given through whatever links
    /// were on the way. While it is held its identity is nobody else's.
    private static boolean isThere(Path home, Path file, Path held) throws IOException {
        Object identity = at(home, file, (folder, name) -> identity(folder, name));
        return identity.equals(
                Files.readAttributes(held, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey());
    }

    private static Object identity(SecureDirectoryStream<Path> folder, Path name)
            throws IOException {
        return Objects.requireNonNull(
                folder.getFileAttributeView(
                                name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .readAttributes()
                        .fileKey());
    }

    private static Optional<byte[]> plain(Path held, long largest) throws IOException {
        BasicFileAttributes attributes =
                Files.readAttributes(held, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile() || attributes.size() > largest) {
            return Optional.empty();
        }
        try (SeekableByteChannel channel =
                Files.newByteChannel(
                        held, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
            ByteBuffer bytes = ByteBuffer.allocate((int) attributes.size());
            int read = 0;
            while (bytes.hasRemaining() && read >= 0) {
                read = channel.read(bytes);
            }
            return Optional.of(Arrays.copyOf(bytes.array(), bytes.position()));
        }
    }

    /// One that is not there, or behind a link, is none.
    static void delete(Path home, Path file) throws IOException {
        try {
            at(
                    home,
                    file,
                    (folder, name) -> {
                        folder.deleteFile(name);
                        return true;
                    });
        } catch (FileSystemException _) { // the worker took it away
            return;
        }
    }

    private static <T> T at(Path home, Path file, Work<T> work) throws IOException {
        Path parent = Objects.requireNonNull(home.getParent());
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(parent)) {
            if (stream instanceof SecureDirectoryStream<Path> folder) {
                return in(folder, parent.relativize(home).resolve(file), work);
            }
            throw new IOException("this system cannot open files relative to a directory");
        }
    }

    private static <T> T in(SecureDirectoryStream<Path> folder, Path file, Work<T> work)
            throws IOException {
        if (file.getNameCount() == 1) {
            return work.in(folder, file);
        }
        Path step = file.getName(0);
        // with the dot it is opened as a folder or not at all, but through a link too
        try (SecureDirectoryStream<Path> inner = folder.newDirectoryStream(step.resolve("."))) {
            Object opened =
                    inner.getFileAttributeView(BasicFileAttributeView.class)
                            .readAttributes()
                            .fileKey();
            if (!identity(folder, step).equals(opened)) {
                throw new NotDirectoryException(step.toString());
            }
            return in(inner, file.subpath(1, file.getNameCount()), work);
        }
    }
}
