package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What a hub holds at a moment when nothing runs.
///
/// @param memory resident after a full collection, MB
/// @param store of the database, MB
/// @param log of its write-ahead log, MB
/// @param files in the state directory, at any depth
record Holdings(
        double memory, double descriptors, double threads, double store, double log, double files) {
    static Holdings of(Stage stage) throws IOException, InterruptedException {
        long pid = stage.hub().pid();
        collect(pid);
        Path process = Path.of("/proc", Long.toString(pid));
        Path state = stage.home().state();
        return new Holdings(
                Stage.residentMegabytes(pid),
                entries(process.resolve("fd")),
                entries(process.resolve("task")),
                megabytes(state.resolve("strawboss.db")),
                megabytes(state.resolve("strawboss.db-wal")),
                below(state));
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%.0f descriptors, %.0f threads, store %.1f MB, log %.1f MB, %.0f files",
                descriptors,
                threads,
                store,
                log,
                files);
    }

    private static void collect(long pid) throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static long entries(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            long count = 0;
            for (Path _ : entries) {
                count++;
            }
            return count;
        }
    }

    private static long below(Path directory) throws IOException {
        try (var entries = Files.walk(directory)) {
            return entries.count();
        }
    }

    private static double megabytes(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) / 1e6 : 0;
    }
}
