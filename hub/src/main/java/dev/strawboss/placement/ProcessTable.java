package dev.strawboss.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The processes of this machine, read from /proc (proc(5)). Zombies do not count: they are over.
record ProcessTable(Map<Long, Entry> entries) {
    private static final Path PROC = Path.of("/proc");
    private static final Pattern FIRST = Pattern.compile("NSpid:\\s.*\\s1");

    /// @param startTicks field 22 of /proc/PID/stat
    /// @param stopped by a signal, or held by a debugger
    record Entry(
            long pid, long parent, long group, long session, long startTicks, boolean stopped) {}

    static ProcessTable read() {
        Map<Long, Entry> entries = new HashMap<>();
        try (DirectoryStream<Path> pids = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path pid : pids) {
                entry(Long.parseLong(pid.getFileName().toString()))
                        .ifPresent(entry -> entries.put(entry.pid(), entry));
            }
        } catch (IOException e) {
            throw new IllegalStateException("cannot list /proc", e);
        }
        return new ProcessTable(entries);
    }

    static Optional<Entry> entry(long pid) {
        String stat;
        try {
            stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return Optional.empty(); // it has ended meanwhile
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        if (fields[0].equals("Z") || fields[0].equals("X")) {
            return Optional.empty();
        }
        return Optional.of(
                new Entry(
                        pid,
                        Long.parseLong(fields[1]),
                        Long.parseLong(fields[2]),
                        Long.parseLong(fields[3]),
                        Long.parseLong(fields[19]),
                        fields[0].equalsIgnoreCase("T")));
    }

    Set<Entry> entries(Set<Long> pids) {
        return entries.values().stream()
                .filter(entry -> pids.contains(entry.pid()))
                .collect(Collectors.toSet());
    }

    /// @param process of this boot
    static boolean alive(ProcessIdentity process) {
        return entry(process.pid())
                .filter(entry -> entry.startTicks() == process.startTicks())
                .isPresent();
    }

    /// Whether a living child of a process is the first one of a PID namespace (NSpid of proc(5)).
    static boolean leadsNamespace(ProcessIdentity process) {
        if (!alive(process)) {
            return false;
        }
        return read().entries().values().stream()
                .filter(entry -> entry.parent() == process.pid())
                .anyMatch(child -> isFirst(child.pid()));
    }

    private static boolean isFirst(long pid) {
        try (Stream<String> lines = Files.lines(PROC.resolve(pid + "/status"))) {
            return lines.anyMatch(line -> FIRST.matcher(line).matches());
        } catch (IOException | UncheckedIOException _) {
            return false; // it has ended meanwhile
        }
    }

    Set<Long> descendants(long ancestor) {
        Set<Long> found = new HashSet<>(Set.of(ancestor));
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Entry entry : entries.values()) {
                grew |= found.contains(entry.parent()) && found.add(entry.pid());
            }
        }
        found.remove(ancestor);
        return found;
    }

    Set<Long> sessions(Set<Long> pids) {
        return entries.values().stream()
                .filter(entry -> pids.contains(entry.pid()))
                .map(Entry::session)
                .collect(Collectors.toSet());
    }

    Set<Long> inSessions(Set<Long> sessions) {
        return entries.values().stream()
                .filter(entry -> sessions.contains(entry.session()))
                .map(Entry::pid)
                .collect(Collectors.toSet());
    }

    /// The processes whose initial environment holds this line. Those of other users cannot be read
    /// and do not count.
    Set<Long> marked(String line) {
        byte[] wanted = line.getBytes(StandardCharsets.UTF_8);
        Set<Long> found = new HashSet<>();
        for (long pid : entries.keySet()) {
            if (environment(pid).stream().anyMatch(each -> Arrays.equals(each, wanted))) {
                found.add(pid);
            }
        }
        return found;
    }

    private static List<byte[]> environment(long pid) {
        List<byte[]> lines = new ArrayList<>();
        try {
            byte[] all = Files.readAllBytes(PROC.resolve(pid + "/environ"));
            for (int from = 0, to = 0; to < all.length; to++) {
                if (all[to] == 0) {
                    lines.add(Arrays.copyOfRange(all, from, to));
                    from = to + 1;
                }
            }
        } catch (IOException _) {
            return List.of(); // ended meanwhile, or not ours to read
        }
        return lines;
    }
}
