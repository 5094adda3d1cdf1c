package dev.strawboss.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss job`: one job, whole.
@Command(
        name = "job",
        mixinStandardHelpOptions = true,
        description = "Show a job, or the diff of what it changed.")
final class JobCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", description = "Job id, or its beginning.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(
            names = "--diff",
            description = "The patch of its branch; shortened in the middle when long.")
    private boolean diff;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    JobCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("job", job);
        arguments.put("view", diff ? "diff" : "summary");
        session.print(session.call("job", arguments), json, null);
        return 0;
    }
}
