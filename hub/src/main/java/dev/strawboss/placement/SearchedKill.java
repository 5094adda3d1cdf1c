package dev.strawboss.placement;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// A way that finds the processes of a command in the table of all processes, which may have
/// changed by the time it has been read.
sealed interface SearchedKill extends TreeKill permits PidNamespace, Subreaper, MarkedProcesses {
    int PASSES = 50;

    /// The kernel ends what is in a namespace; nothing has to be looked for.
    @Override
    default TreeKill forPlan(RunPlan plan) {
        return plan.confinement().namespace() ? new PidNamespace("") : this;
    }

    /// The living processes of the command, as they were seen.
    Set<ProcessTable.Entry> found(RunHandle run);

    @Override
    default Set<Long> members(RunHandle run) {
        return found(run).stream().map(ProcessTable.Entry::pid).collect(Collectors.toSet());
    }

    /// Two passes in a row must find all stopped: a process may fork while the table is read.
    @Override
    default boolean pause(RunHandle run) throws InterruptedException {
        for (int pass = 0, still = 0; pass < PASSES && still < 2; pass++) {
            Set<ProcessTable.Entry> going =
                    found(run).stream()
                            .filter(entry -> !entry.stopped())
                            .collect(Collectors.toSet());
            if (going.isEmpty()) {
                still++;
            } else {
                still = 0;
                Signals.STOP.send(withTheirGroups(going, run));
            }
            if (still == 2) {
                return true;
            }
        }
        return false;
    }

    /// A group gets a signal as a whole: also those that took the place of what was seen.
    private static Set<Long> withTheirGroups(Set<ProcessTable.Entry> processes, RunHandle run) {
        Set<Long> targets = new HashSet<>();
        for (ProcessTable.Entry process : processes) {
            targets.add(process.pid());
            if (process.group() > 1 && process.group() != run.runner().pid()) {
                targets.add(-process.group());
            }
        }
        return targets;
    }

    @Override
    default void resume(RunHandle run) throws InterruptedException {
        Signals.CONT.send(members(run));
    }
}
