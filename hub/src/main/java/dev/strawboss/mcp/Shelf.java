package dev.strawboss.mcp;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Which toolsets each session sees.
final class Shelf {
    private static final int MOST_SESSIONS = 1_000;

    private final List<Toolset> sets;
    private final Map<Object, Watcher> watchers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Boolean>> switched =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(
                        Map.Entry<String, Map<String, Boolean>> eldest) {
                    return size() > MOST_SESSIONS;
                }
            };

    private record Watcher(String session, Runnable changed) {}

    Shelf(List<Toolset> sets) {
        this.sets = sets;
    }

    /// Whether a session can see something else than another.
    boolean canChange() {
        return sets.size() > 1;
    }

    Map<String, Boolean> shown(Session session) {
        Map<String, Boolean> own;
        synchronized (switched) {
            own = Map.copyOf(switched.getOrDefault(session.name(), Map.of()));
        }
        Map<String, Boolean> shown = new LinkedHashMap<>();
        for (Toolset set : sets) {
            shown.put(
                    set.name(),
                    own.containsKey(set.name())
                            ? own.getOrDefault(set.name(), true)
                            : set.onByDefault().getAsBoolean());
        }
        return shown;
    }

    void show(Session session, String toolset, boolean on) {
        List<String> names = sets.stream().map(Toolset::name).toList();
        if (!names.contains(toolset)) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There is no toolset " + toolset + "." + Suggestion.sentence(toolset, names),
                    "There are: " + String.join(", ", names) + ".");
        }
        if (session.name().isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "This caller has no session in which toolsets could be shown.",
                    "Call it from an MCP client.");
        }
        boolean changed = shown(session).getOrDefault(toolset, false) != on;
        synchronized (switched) {
            switched.computeIfAbsent(session.name(), _ -> new LinkedHashMap<>()).put(toolset, on);
        }
        if (changed) {
            changed(session.name());
        }
    }

    /// The defaults may be others now.
    void changed() {
        watchers.values().forEach(watcher -> watcher.changed().run());
    }

    /// Runs `changed` when the session sees other tools, until closed.
    Resources.Watch watch(Session session, Runnable changed) {
        Object key = new Object();
        watchers.put(key, new Watcher(session.name(), changed));
        return () -> watchers.remove(key);
    }

    private void changed(String session) {
        for (Watcher watcher : watchers.values()) {
            if (watcher.session().equals(session)) {
                watcher.changed().run();
            }
        }
    }
}
