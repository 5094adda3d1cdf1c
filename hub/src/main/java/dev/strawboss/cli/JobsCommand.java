package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `strawboss jobs`: the newest jobs.
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "List jobs, the newest first.")
final class JobsCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-s", "--state"},
            split = ",",
            description = "Only these states.")
    private List<String> states = new ArrayList<>();

    @Option(
            names = {"-n", "--limit"},
            description = "How many, at most 50 (default: ${DEFAULT-VALUE}).",
            defaultValue = "20")
    private long limit;

    @Option(names = "--before", description = "Only jobs older than this number.")
    private @Nullable Long before;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    JobsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("state", states);
        arguments.put("limit", limit);
        if (before != null) {
            arguments.put("before", before);
        }
        session.print(session.call("jobs", arguments), json, "jobs");
        return 0;
    }
}
