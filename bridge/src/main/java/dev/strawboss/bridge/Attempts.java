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
    static final String HOME = "STRAWBOSS_HOME";

    private static final int MOST_PARENTS = 64;

    private Attempts() {}

    static boolean withoutTools(Map<String, String> environment) {
        String marked = marked(environment);
        return !value(marked, MARKER).isEmpty() && !value(marked, TOOLS).equals("1");
    }

    /// The id of the job that this process works for; empty if for none.
    static String job(Map<String, String> environment) {
        String attempt = value(marked(environment), MARKER);
        return attempt.substring(0, Math.max(0, attempt.lastIndexOf('-')));
    }

    /// What the process or a parent of it has as a variable beside the marker; empty if not.
    static String variable(Map<String, String> environment, String name) {
        return value(marked(environment), name);
    }

    /// The first environment with a marker, of this process and its parents, in the form of
    /// /proc/PID/environ with a NUL in front.
    private static String marked(Map<String, String> environment) {
        String own = environment.get(MARKER);
        if (own != null) {
            String tools = environment.getOrDefault(TOOLS, "");
            String home = environment.getOrDefault(HOME, "");
            return "\0" + MARKER + "=" + own + "\0" + TOOLS + "=" + tools + "\0" + HOME + "=" + home
                    + "\0";
        }
        String pid = "self";
        for (int i = 0; i < MOST_PARENTS && !pid.equals("0") && !pid.isEmpty(); i++) {
            pid = parent(pid);
            String theirs = "\0" + read("/proc/" + pid + "/environ") + "\0";
            if (theirs.contains("\0" + MARKER + "=")) {
                return theirs;
            }
        }
        return "";
    }

    private static String value(String marked, String name) {
        int at = marked.indexOf("\0" + name + "=");
        int from = at + name.length() + 2;
        return at < 0 ? "" : marked.substring(from, marked.indexOf('\0', from));
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
