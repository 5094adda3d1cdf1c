package dev.strawboss.mcp;

import java.util.LinkedHashSet;
import java.util.Set;

/// What has changed and was not told yet. What changes often before it is told is told once.
final class Changes {
    static final String TOOLS = "tools";
    static final String RESOURCES = "resources";

    private final Set<String> due = new LinkedHashSet<>();

    /// Never blocks for long.
    synchronized void changed(String what) {
        due.add(what);
        notifyAll();
    }

    /// Waits for the next.
    synchronized String next() throws InterruptedException {
        while (due.isEmpty()) {
            wait();
        }
        String first = due.iterator().next();
        due.remove(first);
        return first;
    }
}
