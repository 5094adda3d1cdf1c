package dev.strawboss.placement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the runner the parent of every process of the command that loses its own
/// (PR_SET_CHILD_SUBREAPER of prctl(2)), so that they are all found as its descendants, whatever
/// they do to their session and environment. A shell cannot ask for that; perl can, and it stays
/// when perl executes the shell. When the runner itself was killed, only what [MarkedProcesses]
/// finds is left. The scope is the attempt's name.
///
/// @param perl path of the program
/// @param call the number of prctl(2) on this architecture
record Subreaper(String perl, int call) implements SearchedKill {
    static final String NAME = "subreaper";
    private static final Map<String, Integer> CALLS =
            Map.of("amd64", 157, "aarch64", 167, "riscv64", 167);

    /// @param architecture as Java names it
    static Optional<Subreaper> ofTheSystem(Tools tools, String architecture) {
        return CALLS.containsKey(architecture)
                ? tools.find("perl").map(perl -> new Subreaper(perl, CALLS.get(architecture)))
                : Optional.empty();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String scope(String attempt) {
        return attempt;
    }

    @Override
    public List<String> launcher(String attempt, Confinement confinement) {
        return List.of(
                perl,
                "-e",
                "syscall(" + call + ", 36, 1, 0, 0, 0) and die \"prctl: $!\\n\"; exec @ARGV");
    }

    @Override
    public List<String> wrap(List<String> command, List<String> clear) {
        return command;
    }

    /// The runner's own children, its pumps and timers, stay in its session. A command that has not
    /// left that yet is about to.
    @Override
    public Set<ProcessTable.Entry> found(RunHandle run) {
        if (!ProcessTable.alive(run.runner())) {
            return new MarkedProcesses().found(run);
        }
        ProcessTable table = ProcessTable.read();
        Set<Long> members = table.descendants(run.runner().pid());
        members.removeAll(table.inSessions(Set.of(run.runner().pid())));
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
