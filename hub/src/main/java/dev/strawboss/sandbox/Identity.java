package dev.strawboss.sandbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a path leads to, as no renaming changes it: `DEVICE:INODE`, both decimal, as stat(1) and
/// perl print them.
final class Identity {
    private Identity() {}

    /// @param real a path without links; one that has become a link meanwhile is not followed
    /// @throws FileSystemException if a part of it became something else meanwhile
    static String of(Path real) throws IOException {
        Map<String, Object> found =
                Files.readAttributes(
                        real, "unix:dev,ino,fileKey,isSymbolicLink", LinkOption.NOFOLLOW_LINKS);
        if (!same(real, found.get("fileKey")) || Boolean.TRUE.equals(found.get("isSymbolicLink"))) {
            throw new FileSystemException(real.toString(), null, "it is being exchanged");
        }
        return words(found);
    }

    /// Whether this path leads there now, by whatever way.
    static boolean leads(Path path, String identity) {
        try {
            return words(Files.readAttributes(path, "unix:dev,ino")).equals(identity);
        } catch (IOException _) {
            return false; // it leads nowhere
        }
    }

    private static String words(Map<String, Object> found) {
        return unsigned(found.get("dev")) + ":" + unsigned(found.get("ino"));
    }

    /// Whether the same is found by going down from the root, where no directory on the way can be
    /// exchanged for a link. Whoever may not list one of them goes by the name alone.
    private static boolean same(Path real, @Nullable Object key) throws IOException {
        try (DirectoryStream<Path> root = Files.newDirectoryStream(Path.of("/"))) {
            return !(root instanceof SecureDirectoryStream<Path> first)
                    || real.getNameCount() == 0
                    || below(first, real).equals(key);
        } catch (AccessDeniedException _) {
            return true;
        }
    }

    private static Object below(SecureDirectoryStream<Path> directory, Path rest)
            throws IOException {
        Path name = rest.getName(0);
        if (rest.getNameCount() == 1) {
            BasicFileAttributeView view =
                    directory.getFileAttributeView(
                            name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            return Objects.requireNonNull(view.readAttributes().fileKey());
        }
        try (SecureDirectoryStream<Path> next =
                directory.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS)) {
            return below(next, rest.subpath(1, rest.getNameCount()));
        }
    }

    private static String unsigned(@Nullable Object number) {
        return Long.toUnsignedString(((Number) Objects.requireNonNull(number)).longValue());
    }
}
