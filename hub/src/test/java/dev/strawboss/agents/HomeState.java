package dev.strawboss.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Everything below a directory by its path: kind, mode, time of the last change, bytes or where a
/// link leads. A file that was made and taken away again shows in the time of its folder.
final class HomeState {
    private HomeState() {}

    static Map<String, String> of(Path tree) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                all.put(tree.relativize(path).toString(), one(path));
            }
        }
        return all;
    }

    private static String one(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "-> " + Files.readSymbolicLink(path);
        }
        String mode =
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
        String what =
                Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                        ? digest(Files.readAllBytes(path))
                        : Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? "/" : "special";
        return mode + " " + Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS) + " " + what;
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
