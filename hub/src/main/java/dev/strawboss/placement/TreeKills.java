package dev.strawboss.placement;

import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds out by trying which way of ending a whole process tree works here.
final class TreeKills {
    private static final Logger LOG = LoggerFactory.getLogger(TreeKills.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// A group that has been empty for less than that may be another hub's, about to be entered.
    private static final Duration LEFT = Duration.ofMinutes(10);

    private static final int KILLED = 128 + 9;

    private TreeKills() {}

    static TreeKill best(Tools tools) throws InterruptedException {
        Optional<ControlGroup> group = ControlGroup.ofTheSystem();
        if (group.isPresent() && works(group.get(), tools)) {
            return group.get();
        }
        Optional<Freezer> freezer = Freezer.ofTheSystem();
        if (freezer.isPresent() && works(freezer.get(), tools)) {
            return freezer.get();
        }
        Optional<UserScope> scope =
                UserScope.ofTheSystem(tools, System.getProperty("user.name", ""));
        scope = scope.isPresent() ? inItsSlice(scope.get(), tools) : scope;
        if (scope.isPresent()) {
            return scope.get();
        }
        Optional<PidNamespace> namespace = PidNamespace.ofTheSystem(tools);
        if (namespace.isPresent() && works(namespace.get())) {
            return namespace.get();
        }
        return searching(tools);
    }

    /// What is left where nothing holds a command's processes.
    private static TreeKill searching(Tools tools) throws InterruptedException {
        Optional<Subreaper> subreaper =
                Subreaper.ofTheSystem(tools, System.getProperty("os.arch", ""));
        if (subreaper.isPresent() && works(subreaper.get(), tools)) {
            return subreaper.get();
        }
        LOG.atWarn()
                .log(
                        "neither control groups nor PID namespaces can be used here: a process that"
                                + " detaches itself and clears its environment outlives its job");
        return new MarkedProcesses();
    }

    /// What hubs that died left behind. Any way may have been an earlier hub's.
    static void removeLeftGroups() throws InterruptedException {
        Optional<ControlGroup> group = ControlGroup.ofTheSystem();
        if (group.isPresent()) {
            GroupTree.removeOld(group.get().parent(), LEFT);
        }
        Optional<Freezer> freezer = Freezer.ofTheSystem();
        if (freezer.isPresent()) {
            GroupTree.removeOld(freezer.get().parent(), LEFT);
        }
    }

    /// The way that started an attempt, which may not be the best one today.
    static TreeKill of(RunHandle run) {
        return switch (run.kill()) {
            case ControlGroup.NAME -> new ControlGroup(Path.of(run.scope()).resolveSibling(""));
            case Freezer.NAME -> new Freezer(Path.of(run.scope()).resolveSibling(""));
            case UserScope.NAME -> new ControlGroup(Path.of(run.scope()).resolveSibling(""));
            case PidNamespace.NAME -> new PidNamespace("");
            case Subreaper.NAME -> new Subreaper("", 0);
            default -> new MarkedProcesses();
        };
    }

    private static boolean works(ControlGroup group, Tools tools) throws InterruptedException {
        return worksIn(
                group,
                "echo 0 >$0/cgroup.procs && echo 1 >$0/cgroup.kill && sleep 9",
                KILLED,
                tools);
    }

    /// It must be able to freeze and to thaw.
    private static boolean works(Freezer freezer, Tools tools) throws InterruptedException {
        return worksIn(
                freezer,
                """
                (echo 0 >$0/cgroup.procs && exec sleep 9) &
                until [ "$member" = $! ]; do read -r member <$0/cgroup.procs; done
                until [ "$state" = FROZEN ]; do echo FROZEN >$0/freezer.state; read -r state <$0/freezer.state; done
                kill -KILL $member
                echo THAWED >$0/freezer.state
                wait $member
                """,
                KILLED,
                tools);
    }

    private static boolean worksIn(TreeKill way, String script, int expected, Tools tools)
            throws InterruptedException {
        String scope;
        try {
            scope = way.open("probe-" + UUID.randomUUID());
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("control groups cannot be made");
            return false;
        }
        try {
            return status(List.of(tools.shell().getFirst(), "-c", script, scope)) == expected;
        } finally {
            way.close(scope);
        }
    }

    /// Where systemd puts scopes is seen only by being in one.
    private static Optional<UserScope> inItsSlice(UserScope scope, Tools tools)
            throws InterruptedException {
        List<String> argv =
                new ArrayList<>(scope.launcher("probe-" + UUID.randomUUID(), Confinement.NONE));
        argv.addAll(
                List.of(
                        tools.shell().getFirst(),
                        "-c",
                        "own=$0$(sed -n s/^0:://p /proc/self/cgroup) && mkdir $own/command &&"
                                + " (echo 0 >$own/command/cgroup.procs && echo 1"
                                + " >$own/command/cgroup.kill && sleep 9);"
                                + " [ $? = 137 ] && echo \"$own\"",
                        scope.slice().toString()));
        Command command =
                Command.of(Path.of("/"), Map.of("PATH", tools.path()), argv).timeout(PATIENCE);
        return Processes.run(command) instanceof Outcome.Ended ended && ended.succeeded()
                ? Optional.of(
                        new UserScope(
                                Path.of(ended.stdout().text().strip()).resolveSibling(""),
                                scope.systemdRun(),
                                scope.runtime()))
                : Optional.empty();
    }

    private static boolean works(Subreaper subreaper, Tools tools) throws InterruptedException {
        List<String> argv = new ArrayList<>(subreaper.launcher("", Confinement.NONE));
        argv.addAll(
                List.of(
                        tools.shell().getFirst(),
                        "-c",
                        """
                        orphan=$(/bin/sh -c 'exec sleep 9 >/dev/null & echo $!')
                        read -r stat </proc/$orphan/stat
                        kill -KILL $orphan
                        set -- ${stat##*) }
                        [ $2 = $$ ]
                        """));
        return status(argv) == 0;
    }

    private static boolean works(PidNamespace namespace) throws InterruptedException {
        return status(
                        namespace.wrap(
                                List.of("/bin/sh", "-c", "[ $$ = 2 ] && kill -KILL $$"),
                                List.of("PWD")))
                == KILLED;
    }

    private static int status(List<String> argv) throws InterruptedException {
        Command command = Command.of(Path.of("/"), Map.of(), argv).timeout(PATIENCE);
        return Processes.run(command) instanceof Outcome.Ended ended ? ended.status() : -1;
    }
}
