package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss verify`, `continue` and `retry`: what can be done about a job that ended, above all
/// one whose outcome is not known.
@Command(mixinStandardHelpOptions = true)
final class RecoveryCommand implements Callable<Integer> {
    private final Session session;
    private final String action;

    @Parameters(paramLabel = "JOB", arity = "1..*", description = "Job ids.")
    private List<String> jobs = new ArrayList<>();

    @Option(names = "--json", description = "One object per line.")
    private boolean json;

    private RecoveryCommand(Session session, String action) {
        this.session = session;
        this.action = action;
    }

    static CommandLine verify(Session session) {
        return line(
                session,
                "verify",
                "Look again at what jobs of unknown outcome left; one whose end shows, ends so.");
    }

    static CommandLine goOn(Session session) {
        return line(
                session,
                "continue",
                "Let the agents of jobs of unknown outcome go on, in their session and workspace.");
    }

    static CommandLine retry(Session session) {
        return line(session, "retry", "Run finished jobs again from the start, as new jobs.");
    }

    private static CommandLine line(Session session, String action, String description) {
        CommandLine line = new CommandLine(new RecoveryCommand(session, action));
        line.setCommandName(action);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    @Override
    public Integer call() throws InterruptedException {
        session.print(
                session.call("control", Map.of("action", action, "jobs", jobs)), json, "jobs");
        return 0;
    }
}
