package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Directory trees that workers made: symbolic links are never followed.
final class Trees {
    private Trees() {}

    /// Deletes a file or a whole tree; what a worker made unwritable too.
    static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes as)
                            throws IOException {
                        open(at);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        open(file);
                        delete(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path at, @Nullable IOException e)
                            throws IOException {
                        if (e != null) {
                            throw e;
                        }
                        Files.delete(at);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Copies regular files, links and directories; a tree that is there is filled up.
    static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(
                from,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes as)
                            throws IOException {
                        Files.createDirectories(to.resolve(from.relativize(at)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                            Files.copy(
                                    file,
                                    to.resolve(from.relativize(file)),
                                    StandardCopyOption.COPY_ATTRIBUTES,
                                    StandardCopyOption.REPLACE_EXISTING,
                                    LinkOption.NOFOLLOW_LINKS);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    /// Moves a tree, to another disk too.
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException _) {
            copy(from, to);
            delete(from);
        }
    }

    /// Makes what the owner cannot read readable, as far as it is ours.
    ///
    /// @return the directories in which nothing is; those named `.git` are not looked into
    static List<Path> openAll(Path tree) throws IOException {
        List<Path> empty = new ArrayList<>();
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes as)
                            throws IOException {
                        open(at);
                        if (at.endsWith(".git")) {
                            return FileVisitResult.SKIP_SUBTREE;
                        }
                        try (DirectoryStream<Path> files = Files.newDirectoryStream(at)) {
                            if (!files.iterator().hasNext()) {
                                empty.add(at);
                            }
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        if (attributes.isRegularFile() && !Files.isReadable(file)) {
                            Set<PosixFilePermission> modes =
                                    new HashSet<>(Files.getPosixFilePermissions(file));
                            modes.add(PosixFilePermission.OWNER_READ);
                            Files.setPosixFilePermissions(file, modes);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        open(file);
                        empty.addAll(openAll(file));
                        return FileVisitResult.CONTINUE;
                    }
                });
        return empty;
    }

    private static void open(Path directory) throws IOException {
        if (!Files.isReadable(directory)
                || !Files.isWritable(directory)
                || !Files.isExecutable(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// How many bytes the files of a tree hold, or more than `limit` if it is larger than that.
    static long size(Path tree, long limit) throws IOException {
        long[] sum = {0};
        Files.walkFileTree(
                tree,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        sum[0] += attributes.size();
                        return sum[0] > limit
                                ? FileVisitResult.TERMINATE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE; // git says what it cannot read
                    }
                });
        return sum[0];
    }
}
