package dev.strawboss.cli;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss ask`: a command, script or worker inside a job asks whoever dispatched it, and goes
/// on with the answer.
@Command(
        name = "ask",
        mixinStandardHelpOptions = true,
        description = {
            "Inside a job: ask whoever dispatched it (or --person), wait, and print the answer.",
            "The job's time limit goes on meanwhile. Ends with 0 when there is an answer, 124 when"
                    + " the time was up, 130 when the question was withdrawn."
        })
public final class AskCommand implements Callable<Integer> {
    private static final long PAUSE_MILLIS = 1_000;

    private final Session session;
    private final Supplier<Optional<String>> attempt;

    @Parameters(paramLabel = "QUESTION", description = "Up to 1,000 characters.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String text;

    @Option(
            names = {"-o", "--option"},
            paramLabel = "ANSWER",
            description = "An answer to choose from; may be repeated.")
    private List<String> options = new ArrayList<>();

    @Option(names = "--free", description = "Other answers than the options will do too.")
    private boolean free;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why you ask.")
    private @Nullable String reason;

    @Option(names = "--person", description = "Only a person can answer, not the orchestrator.")
    private boolean person;

    @Option(
            names = {"-t", "--timeout"},
            paramLabel = "TIME",
            description = "Ask no longer, such as 10m; then the default is the answer.")
    private @Nullable String timeout;

    @Option(
            names = "--default",
            paramLabel = "ANSWER",
            description = "The answer if nobody answers within --timeout.")
    private @Nullable String fallback;

    @Option(names = "--json", description = "One object with the answer and who gave it.")
    private boolean json;

    /// @param attempt the one in which this process runs; empty outside of jobs
    public AskCommand(Session session, Supplier<Optional<String>> attempt) {
        this.session = session;
        this.attempt = attempt;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments = arguments();
        try (HubClient client = session.clients().get()) {
            HubClient.Reply reply = untilAnswered(client, arguments);
            return shown(reply);
        }
    }

    private Map<String, Object> arguments() {
        String own =
                attempt.get()
                        .orElseThrow(() ->
                                new StrawbossException(
                                        ErrorCode.INVALID_INPUT,
                                        "strawboss ask works only inside a job: there is nobody to"
                                                + " ask here.",
                                        "Run it from a command that strawboss run or dispatch"
                                                + " started."));
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("attempt", own);
        arguments.put("key", UUID.randomUUID().toString());
        arguments.put("text", text);
        arguments.put("options", options);
        arguments.put("free_text", free);
        arguments.put("person", person);
        JobOptions.put(arguments, "reason", reason);
        JobOptions.put(arguments, "timeout", timeout);
        JobOptions.put(arguments, "default", fallback);
        return arguments;
    }

    /// Also over the death of hubs: the same key asks once.
    private HubClient.Reply untilAnswered(HubClient client, Map<String, Object> arguments)
            throws InterruptedException {
        boolean told = false;
        while (true) {
            try {
                HubClient.Reply reply = client.call("ask", arguments, ProgressListener.NONE);
                if (!Boolean.TRUE.equals(reply.structured().get("open"))) {
                    return reply;
                }
            } catch (StrawbossException e) {
                if (e.code() != ErrorCode.HUB_UNREACHABLE && e.code() != ErrorCode.HUB_STOPPED) {
                    throw e;
                }
                if (!told) {
                    session.tell("the hub does not run; this asks on when it does");
                    told = true;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private int shown(HubClient.Reply reply) {
        Object answer = reply.structured().get("answer");
        if (json) {
            session.print(reply, true, null);
        } else if (answer != null) {
            session.out().println(answer);
        }
        if (answer != null) {
            return 0;
        }
        String why = String.valueOf(reply.structured().get("withdrawn"));
        if (!json) {
            session.tell("there is no answer: " + why);
        }
        return why.startsWith("nobody answered")
                ? ErrorCode.TIMED_OUT.exitStatus()
                : ErrorCode.CANCELLED.exitStatus();
    }

    /// A question's number as somebody typed it.
    static long number(String word) {
        if (word.matches("[1-9][0-9]{0,3}")) {
            return Long.parseLong(word);
        }
        throw new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "A question has a number, not \"" + word + "\".",
                "An answer of several words is quoted: strawboss reply JOB \"ANSWER\"");
    }
}
