package dev.strawboss.tools;

import dev.strawboss.jobs.Question;
import dev.strawboss.mcp.Session;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Which open questions `wait` has returned for, so that one which nobody answers ends a session's
/// wait once, and not every wait at once.
final class ShownQuestions {
    private static final int MOST = 10_000;

    private final Set<Shown> shown = new HashSet<>();

    private record Shown(String session, long question) {}

    /// Whether one of these is news. A caller that is gone with its call, such as the command line,
    /// is told in the progress instead.
    synchronized boolean hasNew(Session session, List<Question> open) {
        return !session.name().isEmpty()
                && open.stream()
                        .anyMatch(one -> !shown.contains(new Shown(session.name(), one.number())));
    }

    synchronized void add(Session session, List<Question> open) {
        if (shown.size() > MOST) {
            shown.clear();
        }
        open.forEach(one -> shown.add(new Shown(session.name(), one.number())));
    }
}
