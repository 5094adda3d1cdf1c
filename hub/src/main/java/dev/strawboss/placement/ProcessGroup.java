package dev.strawboss.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Where neither of the sure ways works: the session, the descendants, and all processes with the
/// attempt's name in their environment. What does `setsid`, loses its parent and clears its
/// environment escapes. The scope is the attempt's name.
record ProcessGroup() implements TreeKill {
    static final String NAME = "process_group";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String open(String attempt) {
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
                    if (ProcessTable.alive(worker)) {
                        members.add(worker.pid());
                        members.addAll(table.descendants(worker.pid()));
                    }
                    members.addAll(table.inSession(worker.pid()));
                });
        return members;
    }

    /// Two passes in a row must find nothing: a process may fork while the table is read.
    @Override
    public void kill(RunHandle run) {
        for (int empty = 0, pass = 0; empty < 2 && pass < 20; pass++) {
            Set<Long> members = members(run);
            TreeKill.signal(members, true);
            empty = members.isEmpty() ? empty + 1 : 0;
        }
    }

    @Override
    public void close(String scope) {}
}
