package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss logs`: a job's output, byte for byte.
@Command(
        name = "logs",
        mixinStandardHelpOptions = true,
        description = "Print a job's output as it is.")
final class LogsCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 200;

    private final Session session;

    @Parameters(paramLabel = "JOB", description = "Job id, or its beginning.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on until the job has finished.")
    private boolean follow;

    @Option(names = "--stderr", description = "Standard error instead of standard output.")
    private boolean stderr;

    @Option(
            names = "--tail",
            paramLabel = "BYTES",
            description = "Only so many bytes from the end.")
    private long tail;

    LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        String stream = stderr ? "stderr" : "stdout";
        try (HubClient client = session.clients().get()) {
            Follower follower = new Follower(session, client, job);
            if (tail > 0) {
                follower.from(stream, -tail);
            }
            while (!follower.copy(stream, session.out()) && follow) {
                Thread.sleep(POLL_MILLIS);
            }
        }
        return 0;
    }
}
