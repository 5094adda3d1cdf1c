package dev.strawboss.placement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// The `sleep 610` to `sleep 699` processes that tests with [OneJvm] start, as "pid command line".
final class Sleepers {
    private Sleepers() {}

    static Set<String> running() {
        Set<String> found = new HashSet<>();
        for (long pid : ProcessTable.read().entries().keySet()) {
            String line = commandLine(pid);
            if (line.matches("(.*/)?sleep 6[1-9]\\d")) {
                found.add(pid + " " + line);
            }
        }
        return found;
    }

    static void end(Set<String> commands) {
        for (String line : running()) {
            if (commands.stream().anyMatch(line::endsWith)) {
                long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
                ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    static String commandLine(long pid) {
        try {
            return Files.readString(
                            Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ')
                    .strip();
        } catch (IOException _) {
            return ""; // ended meanwhile
        }
    }
}
