package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss reply`: answers what a job asks.
@Command(
        name = "reply",
        mixinStandardHelpOptions = true,
        description = "Answer what a job asks. The first answer counts.",
        customSynopsis = "strawboss reply [--json] JOB [QUESTION] ANSWER")
final class ReplyCommand implements Callable<Integer> {
    private final Session session;

    @Parameters(index = "0", paramLabel = "JOB", description = "Job id, or its beginning.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private String job;

    @Parameters(
            index = "1..*",
            paramLabel = "[QUESTION] ANSWER",
            arity = "1..2",
            description = "The question's number, if several are open, and the answer.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--json", description = "One object.")
    private boolean json;

    ReplyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("job", job);
        arguments.put("answer", words.getLast());
        if (words.size() > 1) {
            arguments.put("question", AskCommand.number(words.getFirst()));
        }
        session.print(session.call("reply", arguments), json, null);
        return 0;
    }
}
