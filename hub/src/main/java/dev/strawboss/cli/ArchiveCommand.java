package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss archive`: takes finished jobs out of the lists.
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "Take finished jobs out of the lists; see them with jobs --archived.")
final class ArchiveCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", arity = "1..*", description = "Job ids.")
    private List<String> jobs = new ArrayList<>();

    @Option(
            names = {"-u", "--undo"},
            description = "Bring them back into the lists.")
    private boolean undo;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    ArchiveCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments =
                Map.of("action", undo ? "unarchive" : "archive", "jobs", jobs);
        session.print(session.call("cleanup", arguments), json, null);
        return 0;
    }
}
