package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
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
            description = "The whole patch of what it changed, made safe for a terminal.")
    private boolean diff;

    @Option(
            names = "--artifacts",
            description = "Where the files are that were too large for a commit.")
    private boolean artifacts;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    JobCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (diff) {
            printDiff();
        } else if (artifacts) {
            session.print(
                    session.call("job", Map.of("job", job, "view", "artifacts")),
                    json,
                    "artifacts");
        } else {
            session.print(session.call("job", Map.of("job", job)), json, null);
        }
        return 0;
    }

    private void printDiff() throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("job", job);
        arguments.put("view", "diff");
        try (HubClient client = session.clients().get()) {
            while (true) {
                HubClient.Reply reply = client.call("job", arguments, ProgressListener.NONE);
                Map<String, Object> piece = reply.structured();
                Object next = piece.getOrDefault("next", 0L);
                if (json || next.equals(0L)) {
                    session.print(reply, json, null);
                } else {
                    session.out().print(piece.get("diff"));
                    session.out().flush();
                }
                if (!Boolean.FALSE.equals(piece.get("end"))) {
                    return;
                }
                arguments.put("cursor", next);
            }
        }
    }
}
