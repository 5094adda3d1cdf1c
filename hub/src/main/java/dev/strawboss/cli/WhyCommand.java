package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss why`: one sentence.
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = "Say what a job waits for or why it failed, and what to type.")
final class WhyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", description = "Job id, or its beginning.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    WhyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        HubClient.Reply reply = session.call("job", Map.of("job", job));
        if (json) {
            Map<String, Object> why = new LinkedHashMap<>(reply.structured());
            why.keySet().retainAll(List.of("job", "state", "code", "exit_status", "reason", "why"));
            session.out().println(Json.write(why));
        } else {
            session.out().println(reply.structured().get("why"));
        }
        return 0;
    }
}
