package dev.strawboss.placement;

import java.util.List;
import java.util.Set;

/// A way to end a command with everything it started.
sealed interface TreeKill permits ControlGroup, Freezer, UserScope, SearchedKill {
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

    /// This way, or a better one where the plan's command brings its own PID namespace.
    default TreeKill forPlan(RunPlan plan) {
        return this;
    }

    /// What this way bounds by itself: some of `memory`, `cpu`, `processes` of [Confinement].
    default Set<String> bounds() {
        return Set.of();
    }

    /// What the runner's own command line begins with.
    default List<String> launcher(String attempt, Confinement confinement) {
        return List.of();
    }

    /// Names that [#launcher] puts into the environment and the command shall not see.
    default Set<String> uses() {
        return Set.of();
    }

    /// What the runner is to execute for `command` to be reachable afterwards.
    ///
    /// @param clear names that a shell in between must not add to the environment
    List<String> wrap(List<String> command, List<String> clear);

    /// The living processes of the command, as far as this way reaches.
    Set<Long> members(RunHandle run);

    /// Ends them at once; to be repeated while there are members.
    void kill(RunHandle run) throws InterruptedException;

    /// Stops all members, and what they start meanwhile.
    ///
    /// @return whether none was left going at the end
    boolean pause(RunHandle run) throws InterruptedException;

    /// Lets all members go on, whoever stopped them.
    void resume(RunHandle run) throws InterruptedException;

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
