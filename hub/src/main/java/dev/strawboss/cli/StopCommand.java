package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss stop`: ends jobs.
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stop jobs with their whole process trees.")
final class StopCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", arity = "1..*", description = "Job ids.")
    private List<String> jobs = new ArrayList<>();

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        session.print(session.call("stop", Map.of("jobs", jobs)), json, "jobs");
        return 0;
    }
}
