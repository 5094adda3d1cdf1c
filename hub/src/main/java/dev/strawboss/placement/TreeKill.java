package dev.strawboss.placement;

import java.util.List;
import java.util.Set;

/// A way to end a command with everything it started.
sealed interface TreeKill permits ControlGroup, PidNamespace, ProcessGroup {
    int PASSES = 20;

    /// What [RunHandle#kill] says.
    String name();

    /// The value of [RunHandle#scope] for an attempt.
    String scope(String attempt);

    /// Makes what must be there before the runner starts.
    ///
    /// @return [#scope]
    default String open(String attempt) {
        return scope(attempt);
    }

    /// What the runner is to execute for `command` to be reachable afterwards.
    ///
    /// @param clear names that a shell in between must not add to the environment
    List<String> wrap(List<String> command, List<String> clear);

    /// The living processes of the command, as far as this way reaches.
    Set<Long> members(RunHandle run);

    /// Ends them at once; to be repeated while there are members.
    void kill(RunHandle run);

    /// Stops all members, and what they start meanwhile.
    ///
    /// @return whether none was left going at the end
    default boolean pause(RunHandle run) throws InterruptedException {
        for (int pass = 0, still = 0; pass < PASSES; pass++) {
            Set<Long> going = ProcessTable.going(members(run));
            still = going.isEmpty() ? still + 1 : 0;
            if (still == 2) {
                return true; // one pass is not enough: a process may fork while the table is read
            }
            Signals.STOP.send(going);
        }
        return false;
    }

    /// Lets all members go on.
    default void resume(RunHandle run) throws InterruptedException {
        Signals.CONT.send(members(run));
    }

    /// Removes what `open` made.
    void close(String scope) throws InterruptedException;

    /// @param force KILL instead of TERM
    static void signal(Set<Long> processes, boolean force) {
        for (long pid : processes) {
            ProcessHandle.of(pid)
                    .ifPresent(process -> {
                        if (force) {
                            process.destroyForcibly();
                        } else {
                            process.destroy();
                        }
                    });
        }
    }
}
