package dev.strawboss.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Processes that nobody ended: every process of a ground names its directory, in its command line
/// or its environment.
final class Strays {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Strays() {}

    /// What is left after a moment in which the last ones may end.
    static List<String> of(Path directory) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<String> found = find(directory.toString() + "/");
        while (!found.isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(10);
            found = find(directory.toString() + "/");
        }
        return found;
    }

    private static List<String> find(String name) throws IOException {
        List<String> found = new ArrayList<>();
        String self = Long.toString(ProcessHandle.current().pid());
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                String command = text(process.resolve("cmdline"));
                boolean names =
                        command.contains(name) || text(process.resolve("environ")).contains(name);
                if (names && !process.endsWith(self)) {
                    found.add(process.getFileName() + " " + command.replace('\0', ' '));
                }
            }
        }
        return found;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return ""; // it has ended meanwhile, or is another user's
        }
    }
}
