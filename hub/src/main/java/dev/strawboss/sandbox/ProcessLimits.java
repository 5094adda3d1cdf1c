package dev.strawboss.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Bounds of each process by prlimit(1), which runs inside: there the number of processes is that
/// of the job alone.
record ProcessLimits(Host host) {
    /// What a command line begins with; nothing without limits.
    List<String> before(Limits limits) {
        List<String> line = new ArrayList<>();
        bound(line, "--nproc", limits.processes(), "Max processes");
        bound(line, "--fsize", limits.fileSize(), "Max file size");
        bound(line, "--nofile", limits.openFiles(), "Max open files");
        bound(line, "--cpu", limits.cpuTime().toSeconds(), "Max cpu time");
        bound(line, "--data", limits.memory(), "Max data size");
        line.add("--core=0");
        line.addFirst(host.program("prlimit").orElse("/usr/bin/prlimit"));
        line.add("--");
        return line;
    }

    /// The same for as long as we live.
    private static final Map<String, Long> HARD = new ConcurrentHashMap<>();

    /// Never above what holds for us already: only root may raise that.
    private static void bound(List<String> line, String option, long limit, String name) {
        if (limit > 0) {
            line.add(
                    option
                            + "="
                            + Math.min(limit, HARD.computeIfAbsent(name, ProcessLimits::hard)));
        }
    }

    private static long hard(String name) {
        Pattern row = Pattern.compile(Pattern.quote(name) + "\\s+\\S+\\s+(\\S+).*");
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/limits"))) {
                Matcher found = row.matcher(line);
                if (found.matches() && !found.group(1).equals("unlimited")) {
                    return Long.parseLong(found.group(1));
                }
            }
            return Long.MAX_VALUE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
