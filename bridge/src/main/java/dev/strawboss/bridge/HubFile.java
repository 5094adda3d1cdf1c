package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/// `hub.json` in the state directory: what a running hub tells every client of itself.
///
/// @param startTicks with the pid names the process for ever: field 22 of /proc/PID/stat
/// @param home as `--home` names it, or the state directory where state and configuration are apart
public record HubFile(long pid, long startTicks, String version, Path socket, String home) {
    private static final String NAME = "hub.json";

    /// Empty if there is none, or none that can be read.
    public static Optional<HubFile> read(Path state) throws IOException {
        String text;
        try {
            text = Files.readString(state.resolve(NAME));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            return parse(text);
        } catch (RuntimeException broken) {
            // A power cut can leave anything; the next hub writes it anew.
            return Optional.empty();
        }
    }

    private static Optional<HubFile> parse(String text) {
        String pid = raw(text, "pid");
        String ticks = raw(text, "start_ticks");
        String version = raw(text, "version");
        String socket = raw(text, "socket");
        String home = raw(text, "home");
        if (pid == null || ticks == null || version == null || socket == null || home == null) {
            return Optional.empty();
        }
        return Optional.of(
                new HubFile(
                        Long.parseLong(pid),
                        Long.parseLong(ticks),
                        Words.text(version),
                        Path.of(Words.text(socket)),
                        Words.text(home)));
    }

    /// Writes it so that a reader sees the old one or the new one.
    public void write(Path state) throws IOException {
        Path next = state.resolve(NAME + ".next");
        Files.write(next, json().getBytes(StandardCharsets.UTF_8));
        Files.move(next, state.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Whether the process that wrote it still runs.
    public boolean alive() {
        return startTicks == 0 ? ProcessHandle.of(pid).isPresent() : startTicks == startTicks(pid);
    }

    /// When a process started, in clock ticks after boot (proc(5)); 0 if it has ended, and where
    /// that cannot be known.
    public static long startTicks(long pid) {
        try {
            return startTicks(
                    Files.readString(
                            Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return 0;
        }
    }

    /// @param stat what /proc/PID/stat holds
    static long startTicks(String stat) {
        StringTokenizer fields = new StringTokenizer(stat.substring(stat.lastIndexOf(')') + 1));
        if ("ZX".contains(fields.nextToken())) {
            return 0;
        }
        for (int field = 4; field < 22; field++) {
            fields.nextToken();
        }
        return Long.parseLong(fields.nextToken());
    }

    private String json() {
        return "{\"pid\":"
                + pid
                + ",\"start_ticks\":"
                + startTicks
                + ",\"version\":"
                + Words.quoted(version)
                + ",\"socket\":"
                + Words.quoted(socket.toString())
                + ",\"home\":"
                + Words.quoted(home)
                + "}\n";
    }

    private static @Nullable String raw(String json, String name) {
        String label = "\"" + name + "\":";
        int at = json.indexOf(label);
        if (at < 0) {
            return null;
        }
        int start = at + label.length();
        int end = start + 1;
        boolean quoted = json.charAt(start) == '"';
        while (end < json.length()) {
            char c = json.charAt(end);
            if (quoted ? c == '"' : c == ',' || c == '}') {
                return json.substring(start, quoted ? end + 1 : end);
            }
            end += quoted && c == '\\' ? 2 : 1;
        }
        return null;
    }
}
