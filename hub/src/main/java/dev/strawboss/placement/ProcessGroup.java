package dev.strawboss.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where neither of the sure ways works: the session, the descendants, and all processes with the
/// attempt's name in their environment. What does `setsid`, loses its parent and clears its
/// environment before it was once seen escapes. The scope is the attempt's name.
final class ProcessGroup implements TreeKill {
    static final String NAME = "process_group";

    /// Sessions that members were seen in: their parents may be gone by the next look.
    private final Set<Long> sessions = new HashSet<>();

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String scope(String attempt) {
        return attempt;
    }

    @Override
    public List<String> wrap(List<String> command, List<String> clear) {
        return command;
    }

    @Override
    public Set<Long> members(RunHandle run) {
        ProcessTable table = ProcessTable.read();
        Set<Long> members = new HashSet<>(table.marked("STRAWBOSS_ATTEMPT=" + run.scope()));
        new AttemptFiles(run.directory())
                .worker(run.runner().bootId())
                .ifPresent(worker -> {
                    sessions.add(worker.pid());
                    if (ProcessTable.alive(worker)) {
                        members.add(worker.pid());
                        members.addAll(table.descendants(worker.pid()));
                    }
                });
        sessions.addAll(table.sessions(members));
        sessions.remove(run.runner().pid()); // the worker's, until it makes its own
        members.addAll(table.inSessions(sessions));
        return members;
    }

    /// Two passes in a row must find nothing: a process may fork while the table is read.
    @Override
    public void kill(RunHandle run) {
        for (int empty = 0, pass = 0; empty < 2 && pass < PASSES; pass++) {
            Set<Long> members = members(run);
            TreeKill.signal(members, true);
            empty = members.isEmpty() ? empty + 1 : 0;
        }
    }

    @Override
    public void close(String scope) {}
}
