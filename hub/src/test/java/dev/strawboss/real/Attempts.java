package dev.strawboss.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The processes of jobs, as /proc shows them to this user.
final class Attempts {
    private Attempts() {}

    /// Kills the runner of a job, and then all that it ran.
    static void kill(String job) throws Exception {
        Desk.until(
                "it is killed",
                () -> {
                    List<Path> processes = processes("cmdline", "", "/" + job + "/");
                    processes.addAll(marked(job));
                    for (Path process : processes) {
                        ProcessHandle.of(Long.parseLong(process.getFileName().toString()))
                                .ifPresent(ProcessHandle::destroyForcibly);
                    }
                    return processes.isEmpty();
                });
    }

    /// Those that a job's agent has started, wherever they are now.
    static List<Path> marked(String job) throws IOException {
        return processes("environ", "STRAWBOSS_ATTEMPT=", job);
    }

    /// Those with a word in their command line.
    static List<Path> commands(String word) throws IOException {
        return processes("cmdline", "", word);
    }

    /// For messages.
    static List<String> shown(List<Path> processes) {
        return processes.stream()
                .map(process -> process + " " + read(process.resolve("cmdline")))
                .toList();
    }

    /// Processes of which a line in that file of /proc begins so and holds the word.
    private static List<Path> processes(String file, String beginning, String word)
            throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                for (String line : read(process.resolve(file)).split("\0", -1)) {
                    if (line.startsWith(beginning) && line.contains(word)) {
                        found.add(process);
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException _) { // ended meanwhile, or another user's
            return "";
        }
    }
}
