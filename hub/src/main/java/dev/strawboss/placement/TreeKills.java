package dev.strawboss.placement;

import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
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
    private static final int KILLED = 128 + 9;

    private TreeKills() {}

    static TreeKill best(Tools tools) throws InterruptedException {
        Optional<ControlGroup> group = ControlGroup.ofTheSystem();
        if (group.isPresent() && works(group.get(), tools)) {
            return group.get();
        }
        Optional<PidNamespace> namespace = PidNamespace.ofTheSystem(tools);
        if (namespace.isPresent() && works(namespace.get())) {
            return namespace.get();
        }
        LOG.atWarn()
                .log(
                        "neither control groups nor PID namespaces can be used here: a process that"
                                + " detaches itself and clears its environment outlives its job");
        return new ProcessGroup();
    }

    /// The way that started an attempt, which may not be the best one today.
    static TreeKill of(RunHandle run, Tools tools) {
        return switch (run.kill()) {
            case ControlGroup.NAME -> new ControlGroup(Path.of(run.scope()).resolveSibling(""));
            case PidNamespace.NAME -> new PidNamespace(tools.require("unshare"));
            default -> new ProcessGroup();
        };
    }

    private static boolean works(ControlGroup group, Tools tools) throws InterruptedException {
        String scope;
        try {
            scope = group.open("probe-" + UUID.randomUUID());
        } catch (RuntimeException e) {
            LOG.atDebug().setCause(e).log("control groups cannot be made");
            return false;
        }
        try {
            return status(
                            List.of(
                                    tools.shell().getFirst(),
                                    "-c",
                                    "echo 0 >$0/cgroup.procs && echo 1 >$0/cgroup.kill && sleep 9",
                                    scope))
                    == KILLED;
        } finally {
            group.close(scope);
        }
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
