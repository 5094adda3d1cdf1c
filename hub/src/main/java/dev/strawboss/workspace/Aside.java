package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// What git cannot store, kept beside the job when its worktree is taken away: histories of
/// repositories that the worker made, files with names git refuses, empty directories.
final class Aside {
    private final Path directory;

    Aside(JobPlace place) {
        this.directory = place.directory().resolve("aside");
    }

    /// Moves a file or directory here.
    ///
    /// @param path Latin-1, below `top`
    /// @return where it is now
    Path take(Path top, String path) throws IOException {
        Path slot = Files.createTempDirectory(Files.createDirectories(directory), "kept");
        Files.writeString(slot.resolve("path"), path, StandardCharsets.ISO_8859_1);
        Path to = slot.resolve("it");
        Path from = RawPath.of(top, path);
        Trees.move(from, to);
        return to;
    }

    /// Notes the directories in which nothing is.
    void noteEmpty(List<String> paths) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("empty"), String.join("\0", paths), StandardCharsets.ISO_8859_1);
    }

    /// Copies everything back to where it was; what is here stays until [#forget].
    void restore(Path top) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (DirectoryStream<Path> slots = Files.newDirectoryStream(directory, "kept*")) {
            for (Path slot : slots) {
                if (Files.exists(slot.resolve("it"), LinkOption.NOFOLLOW_LINKS)) {
                    Path to = RawPath.of(top, text(slot.resolve("path")));
                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                    Trees.copy(slot.resolve("it"), to);
                }
            }
        }
        Path empty = directory.resolve("empty");
        if (Files.exists(empty)) {
            for (String path : Arrays.asList(text(empty).split("\0", -1))) {
                Files.createDirectories(RawPath.of(top, path));
            }
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    void forget() throws IOException {
        Trees.delete(directory);
    }
}
