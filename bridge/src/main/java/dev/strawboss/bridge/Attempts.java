package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Whether this process works for a job: a worker gets no Strawboss tools, else every worker would
/// delegate again. The marker is looked for in the parents too, since codex scrubs the environment
/// of what it starts.
final class Attempts {
    static final String MARKER = "STRAWBOSS_ATTEMPT";
    static final String TOOLS = "STRAWBOSS_TOOLS";

    private static final int MOST_PARENTS = 64;

    private Attempts() {}

    static boolean withoutTools(Map<String, String> environment) {
        if (environment.containsKey(MARKER)) {
            return !"1".equals(environment.get(TOOLS));
        }
        String pid = "self";
        for (int i = 0; i < MOST_PARENTS && !pid.equals("0") && !pid.isEmpty(); i++) {
            pid = parent(pid);
            String marked = "\0" + read("/proc/" + pid + "/environ");
            if (marked.contains("\0" + MARKER + "=")) {
                return !(marked + "\0").contains("\0" + TOOLS + "=1\0");
            }
        }
        return false;
    }

    private static String parent(String pid) {
        String stat = read("/proc/" + pid + "/stat");
        int state = stat.lastIndexOf(')') + 2;
        if (state < 2) {
            return "";
        }
        int from = stat.indexOf(' ', state) + 1;
        return stat.substring(from, stat.indexOf(' ', from));
    }

    private static String read(String file) {
        try {
            return new String(Files.readAllBytes(Path.of(file)), StandardCharsets.ISO_8859_1);
        } catch (IOException notOurs) {
            // Another user's process, or gone: it tells nothing.
            return "";
        }
    }
}
