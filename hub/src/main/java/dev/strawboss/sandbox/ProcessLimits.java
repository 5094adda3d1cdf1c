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
import java.util.stream.Stream;

/// Bounds of each process that a command starts, as setrlimit(2) knows them; never above what holds
/// for us already, for only root may raise that.
record ProcessLimits(Limits limits) {
    /// A bound: its number (the same on x86_64 and aarch64), prlimit's option, its row in
    /// /proc/PID/limits.
    private record Bound(int number, String option, String row, long most) {
        long value() {
            return Math.min(most, HARD.computeIfAbsent(row, ProcessLimits::hard));
        }
    }

    /// The same for as long as we live.
    private static final Map<String, Long> HARD = new ConcurrentHashMap<>();

    private Stream<Bound> bounds() {
        return Stream.of(
                        new Bound(6, "--nproc", "Max processes", limits.processes()),
                        new Bound(1, "--fsize", "Max file size", limits.fileSize()),
                        new Bound(7, "--nofile", "Max open files", limits.openFiles()),
                        new Bound(0, "--cpu", "Max cpu time", limits.cpuTime().toSeconds()),
                        new Bound(2, "--data", "Max data size", limits.memory()))
                .filter(bound -> bound.most() > 0);
    }

    /// A command line in front of the command, for where the number of processes must be bounded
    /// inside: only there it is that of the job alone.
    List<String> before(Host host) {
        List<String> line = new ArrayList<>();
        line.add(host.program("prlimit").orElse("/usr/bin/prlimit"));
        bounds().forEach(bound -> line.add(bound.option() + "=" + bound.value()));
        line.addAll(List.of("--core=0", "--"));
        return line;
    }

    /// Steps of [Entrance], for where it takes part anyway.
    List<String> steps() {
        List<String> line = new ArrayList<>();
        bounds().forEach(bound ->
                line.addAll(
                        List.of(
                                "limit",
                                Integer.toString(bound.number()),
                                Long.toString(bound.value()))));
        line.addAll(List.of("limit", "4", "0")); // core
        return line;
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
