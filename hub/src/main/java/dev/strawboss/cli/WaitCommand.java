package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss wait`: waits as long as it takes.
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description =
                "Wait until all (or --any) of the jobs have finished; ends with the first failure's status.")
final class WaitCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", arity = "1..*", description = "Job ids.")
    private List<String> jobs = new ArrayList<>();

    @Option(names = "--any", description = "Until one has finished.")
    private boolean any;

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    WaitCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("jobs", jobs);
        arguments.put("for", any ? "any" : "all");
        try (HubClient client = session.clients().get()) {
            HubClient.Reply reply;
            do {
                reply = client.call("wait", arguments, progress());
            } while (!Boolean.TRUE.equals(reply.structured().get("done")));
            session.print(reply, json, "jobs");
            return jobs(reply).stream()
                    .filter(Outcomes::finished)
                    .mapToInt(Outcomes::exitStatus)
                    .filter(status -> status != 0)
                    .findFirst()
                    .orElse(0);
        }
    }

    /// Each news once.
    private ProgressListener progress() {
        String[] last = {""};
        return (_, message) -> {
            if (!message.equals(last[0])) {
                last[0] = message;
                session.tell(message);
            }
        };
    }

    /// The jobs of an answer.
    static List<Map<String, Object>> jobs(HubClient.Reply reply) {
        List<Map<String, Object>> jobs = new ArrayList<>();
        if (reply.structured().get("jobs") instanceof List<?> rows) {
            for (Object row : rows) {
                @SuppressWarnings("unchecked") // an object of JSON
                Map<String, Object> job = (Map<String, Object>) row;
                jobs.add(job);
            }
        }
        return jobs;
    }
}
