package dev.strawboss.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Who listens on a port, as far as Linux tells an ordinary user.
final class PortHolder {
    private static final String LISTEN = "0A";

    private PortHolder() {}

    /// A sentence with a space before it; empty if it cannot be known.
    static String sentence(int port) {
        try {
            Optional<String> inode = inode(port);
            return inode.flatMap(PortHolder::process)
                    .map(name -> " The port is held by " + name + ".")
                    .orElse("");
        } catch (IOException unknown) {
            return "";
        }
    }

    // proc(5): "sl local_address rem_address st tx:rx tr:tm retrnsmt uid timeout inode"
    private static Optional<String> inode(int port) throws IOException {
        String end = ":%04X".formatted(port);
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Path file = Path.of(table);
            if (!Files.isReadable(file)) {
                continue;
            }
            for (String line : Files.readAllLines(file, StandardCharsets.US_ASCII)) {
                String[] words = line.strip().split(" +");
                if (words.length > 9 && words[1].endsWith(end) && words[3].equals(LISTEN)) {
                    return Optional.of(words[9]);
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> process(String inode) {
        String wanted = "socket:[" + inode + "]";
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                if (holds(process, wanted)) {
                    return Optional.of(
                            Files.readString(process.resolve("comm")).strip()
                                    + " (pid "
                                    + process.getFileName()
                                    + ")");
                }
            }
        } catch (IOException unknown) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path file : files) {
                if (Files.readSymbolicLink(file).toString().equals(socket)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException notOurs) {
            return false;
        }
        return false;
    }
}
