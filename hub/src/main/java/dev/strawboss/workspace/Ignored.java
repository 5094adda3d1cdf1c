package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Which ignored files are small enough to be saved: entries of up to 20 MB, the smallest first, 50
/// MB and 20,000 files together.
///
/// @param kept single files
/// @param leftOut files and directories
record Ignored(List<String> kept, List<String> leftOut) {
    private static final long ENTRY = 20L << 20;
    private static final long TOTAL = 50L << 20;
    private static final int FILES = 20_000;

    private record Sized(String path, long size) {}

    static Ignored choose(Path top, List<String> entries) throws IOException {
        List<Sized> smallestFirst = new ArrayList<>();
        for (String entry : entries) {
            smallestFirst.add(new Sized(entry, size(top, entry)));
        }
        smallestFirst.sort(Comparator.comparingLong(Sized::size));
        List<String> kept = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        long sum = 0;
        for (Sized entry : smallestFirst) {
            sum += entry.size();
            List<String> files =
                    entry.size() <= ENTRY && sum <= TOTAL ? files(top, entry.path()) : List.of();
            if (kept.size() + files.size() > FILES || (files.isEmpty() && entry.size() > 0)) {
                leftOut.add(entry.path());
            } else {
                kept.addAll(files);
            }
        }
        return new Ignored(kept, leftOut);
    }

    private static long size(Path top, String entry) throws IOException {
        try {
            return Trees.size(top.resolve(Git.shown(entry)), ENTRY);
        } catch (InvalidPathException e) {
            return ENTRY + 1;
        }
    }

    private static List<String> files(Path top, String entry) throws IOException {
        if (!entry.endsWith("/")) {
            return List.of(entry);
        }
        List<String> files = new ArrayList<>();
        Path directory = top.resolve(Git.shown(entry));
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return files;
        }
        Files.walkFileTree(
                directory,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path at, BasicFileAttributes attributes) {
                        return at.endsWith(".git")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                            files.add(
                                    new String(
                                            top.relativize(file)
                                                    .toString()
                                                    .getBytes(StandardCharsets.UTF_8),
                                            StandardCharsets.ISO_8859_1));
                        }
                        return files.size() > FILES
                                ? FileVisitResult.TERMINATE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        return FileVisitResult.CONTINUE; // taking it in will fail too, and name it
                    }
                });
        return files;
    }
}
