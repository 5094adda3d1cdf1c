package dev.strawboss.placement;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A PID namespace for each attempt, in a user namespace, so that an ordinary user can make it. Its
/// first process is a shell that reaps and ends with the command's status; the kernel then ends all
/// others. The worker that the runner records is `unshare`; the first process ends with it.
///
/// @param unshare path of the program (util-linux); empty for a command that makes the namespace
///   itself and is the worker then
record PidNamespace(String unshare) implements SearchedKill {
    static final String NAME = "pid_namespace";

    static Optional<PidNamespace> ofTheSystem(Tools tools) {
        return tools.find("unshare").map(PidNamespace::new);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String scope(String attempt) {
        return "";
    }

    /// `exit` keeps the shell from executing the command in its own place: process 1 ignores TERM.
    @Override
    public List<String> wrap(List<String> command, List<String> clear) {
        if (unshare.isEmpty()) {
            return command;
        }
        return Stream.concat(
                        Stream.of(
                                unshare,
                                "--user",
                                "--map-current-user",
                                "--pid",
                                "--mount-proc",
                                "--fork",
                                "--kill-child",
                                "/bin/sh",
                                "-c",
                                "unset $0; \"$@\"; exit $?",
                                String.join(" ", clear)),
                        command.stream())
                .toList();
    }

    /// All but `unshare` and the first process, which ignore TERM.
    @Override
    public Set<ProcessTable.Entry> found(RunHandle run) {
        Set<ProcessTable.Entry> found = inside(run);
        worker(run)
                .ifPresent(unshared -> found.removeIf(entry -> entry.parent() == unshared.pid()));
        return found;
    }

    @Override
    public void kill(RunHandle run) {
        Set<ProcessTable.Entry> inside = inside(run);
        // unshare first, its child dies with it: of a namespace that was killed before it, it makes
        // exit status 1 instead of 137
        worker(run).ifPresent(unshared -> TreeKill.signal(Set.of(unshared.pid()), true));
        TreeKill.signal(
                inside.stream().map(ProcessTable.Entry::pid).collect(Collectors.toSet()), true);
    }

    /// The first process too: it is no member, and stops with them where it is of their group.
    @Override
    public void resume(RunHandle run) throws InterruptedException {
        Signals.CONT.send(
                inside(run).stream().map(ProcessTable.Entry::pid).collect(Collectors.toSet()));
    }

    @Override
    public void close(String scope) {}

    private static Set<ProcessTable.Entry> inside(RunHandle run) {
        ProcessTable table = ProcessTable.read();
        return worker(run)
                .map(unshared -> table.entries(table.descendants(unshared.pid())))
                .orElseGet(HashSet::new);
    }

    private static Optional<ProcessIdentity> worker(RunHandle run) {
        return new AttemptFiles(run.directory())
                .worker(run.runner().bootId())
                .filter(ProcessTable::alive);
    }
}
