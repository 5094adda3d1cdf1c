package dev.strawboss.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where nothing holds a command's processes they are looked for: its session, the descendants, and
/// all processes with the attempt's name in their environment. A process in a session of its own
/// that lost its parent and cleared its environment before anybody looked escapes. The scope is the
/// attempt's name.
final class MarkedProcesses implements SearchedKill {
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
    public Set<ProcessTable.Entry> found(RunHandle run) {
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
        return table.entries(members);
    }

    @Override
    public void kill(RunHandle run) throws InterruptedException {
        pause(run); // so that nothing forks while the others are killed
        TreeKill.signal(members(run), true);
    }

    @Override
    public void close(String scope) {}
}
