package dev.strawboss.placement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The `sleep 610` to `sleep 699` processes of one test: nothing but the command line is left to
/// tell some of them by, so each test's sleep a fraction longer, by which they are known.
final class Sleepers {
    private static final Pattern SLEEPING = Pattern.compile("\\bsleep 6[1-9]\\d\\b");
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String fraction =
            ".%d%05d".formatted(ProcessHandle.current().pid(), COUNT.incrementAndGet());
    private final Pattern line = Pattern.compile("(.*/)?sleep (6[1-9]\\d)" + fraction);

    /// A script with this fraction at all such sleeps in it.
    String marked(String script) {
        return SLEEPING.matcher(script).replaceAll("$0" + fraction);
    }

    /// Those that live, by their process ids; each as `sleep 610`.
    Map<Long, String> running() {
        Map<Long, String> found = new HashMap<>();
        for (long pid : ProcessTable.read().entries().keySet()) {
            Matcher sleeper = line.matcher(commandLine(pid));
            if (sleeper.matches()) {
                found.put(pid, "sleep " + sleeper.group(2));
            }
        }
        return found;
    }

    /// Ends those that are one of these.
    void end(String... commands) {
        running()
                .forEach((pid, command) -> {
                    if (List.of(commands).contains(command)) {
                        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
                    }
                });
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
