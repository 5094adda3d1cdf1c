package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss run -- COMMAND...`: runs a command as a job.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Run a command as a job; shows its output and ends with its exit status unless --detach.")
final class RunCommand implements Callable<Integer> {
    private final Session session;

    @Mixin private final JobOptions options = new JobOptions();

    @Parameters(
            paramLabel = "COMMAND",
            arity = "1..*",
            description = "Program and arguments, after --.")
    private List<String> command = new ArrayList<>();

    @Option(
            names = {"-e", "--env"},
            paramLabel = "NAME=VALUE",
            description = "A variable to add, NAME=VALUE; may be repeated.")
    private Map<String, String> environment = new LinkedHashMap<>();

    @Option(
            names = "--sandbox",
            description = "Confine it: it writes only its directory and has no network.")
    private boolean sandbox;

    @Option(
            names = "--json",
            description = "One object per line; the output goes to the job's log only.")
    private boolean json;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("command", command);
        if (!environment.isEmpty()) {
            arguments.put("environment", new LinkedHashMap<String, Object>(environment));
        }
        if (sandbox) {
            arguments.put("sandbox", true);
        }
        options.put(arguments, session);
        try (HubClient client = session.clients().get()) {
            HubClient.Reply accepted = client.call("run", arguments, ProgressListener.NONE);
            if (options.detach()) {
                session.print(accepted, json, null);
                return 0;
            }
            return stay(client, String.valueOf(accepted.structured().get("job")));
        }
    }

    private int stay(HubClient client, String id) throws IOException, InterruptedException {
        try (var _ = Interruption.stops(session, id)) {
            Follower follower = new Follower(session, client, id);
            if (!json) {
                copyOutput(follower, id);
            }
            HubClient.Reply done = follower.awaitEnd("");
            Map<String, Object> job = WaitCommand.jobs(done).getFirst();
            if (json) {
                session.print(done, true, "jobs");
            } else if (Outcomes.commandStatus(job) != 0) {
                session.tell("job " + id + " " + job.get("state") + ": " + job.get("reason"));
            }
            return Outcomes.commandStatus(job);
        }
    }

    private void copyOutput(Follower follower, String id) throws IOException, InterruptedException {
        try {
            follower.copyOutput();
        } catch (ReaderGone e) {
            Interruption.stop(session, id); // a command of the shell's would end as well
            throw e;
        }
    }
}
