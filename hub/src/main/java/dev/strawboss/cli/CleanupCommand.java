package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss cleanup`: takes away what is old.
@Command(
        name = "cleanup",
        mixinStandardHelpOptions = true,
        description =
                "Take away old logs, workspaces and jobs. Worktrees are saved first under refs/strawboss/rescue.")
final class CleanupCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-n", "--dry-run"},
            description = "Only say what would go.")
    private boolean dry;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            description = "Of jobs that ended longer ago, such as 14d; default: as configured.")
    private @Nullable String age;

    @Option(names = "--logs", description = "Their output only.")
    private boolean logs;

    @Option(names = "--workspaces", description = "Their worktrees only.")
    private boolean workspaces;

    @Option(names = "--rows", description = "The jobs themselves, with all they left.")
    private boolean rows;

    @Option(names = "--all", description = "All three; the default.")
    private boolean all;

    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "Only jobs of this project.")
    private @Nullable String project;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    CleanupCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("action", dry ? "look" : "run");
        JobOptions.put(arguments, "older_than", age);
        JobOptions.put(arguments, "project", project);
        arguments.put("what", all ? List.of() : chosen());
        session.print(session.call("cleanup", arguments), json, null);
        return 0;
    }

    private List<String> chosen() {
        List<String> chosen = new ArrayList<>();
        if (logs) {
            chosen.add("logs");
        }
        if (workspaces) {
            chosen.add("workspaces");
        }
        if (rows) {
            chosen.add("rows");
        }
        return chosen;
    }
}
