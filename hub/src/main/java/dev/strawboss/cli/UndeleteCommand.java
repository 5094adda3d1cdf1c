package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss undelete`: brings a workspace back.
@Command(
        name = "undelete",
        mixinStandardHelpOptions = true,
        description = "Bring back the workspace of a job that was taken away.")
final class UndeleteCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(paramLabel = "JOB", description = "Job id, or its beginning.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(names = "--json", description = "One object.")
    private boolean json;

    UndeleteCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        HubClient.Reply reply =
                session.call(
                        "setup", Map.of("what", "workspaces", "action", "undelete", "name", job));
        if (json) {
            session.print(reply, true, "workspaces");
        } else if (reply.structured().get("workspaces") instanceof List<?> rows) {
            for (Object row : rows) {
                print((Map<?, ?>) row);
            }
        }
        return 0;
    }

    private void print(Map<?, ?> row) {
        session.out().println(row.get("directory"));
        if (row.get("told") instanceof List<?> told) {
            told.forEach(line -> session.tell(String.valueOf(line)));
        }
    }
}
