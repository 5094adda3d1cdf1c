package dev.strawboss.tools;

import dev.strawboss.config.Durations;
import dev.strawboss.jobs.Asking;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Question;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a command inside a job calls to ask its orchestrator or a person, and to wait for the
/// answer: `strawboss ask`.
final class AskTool implements Tool {
    private static final int LONGEST = 50;

    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "ask",
                    "Ask from inside a job",
                    "Ask whoever dispatched the job in which you work, and wait up to 50 s for the answer. While `open`"
                            + " is true call again with the same key.",
                    List.of(
                            Parameter.string("attempt", "STRAWBOSS_ATTEMPT of the environment.")
                                    .asRequired(),
                            Parameter.string("key", "Of this question; the same key asks once.")
                                    .asRequired(),
                            Parameter.string("text", "The question.").asRequired(),
                            Parameter.string("reason", "Why you ask."),
                            Parameter.strings("options", "Answers to choose from."),
                            Parameter.bool("free_text", "Other answers will do too."),
                            Parameter.bool("person", "Only a person can answer."),
                            Parameter.string("timeout", "Such as 10m; then the default is taken."),
                            Parameter.string("default", "The answer if nobody answers in time."),
                            Parameter.integer("seconds", "How long to wait, 0 to 50.").orElse(45L)),
                    ToolDescription.Effect.WRITE,
                    Map.of());

    private final Jobs jobs;

    AskTool(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        String attempt = arguments.requiredString("attempt");
        if (!attempt.matches("[0-9a-z]{12}-[1-9][0-9]{0,8}")) {
            throw arguments.invalid("There is no attempt " + PlainText.line(attempt, 60) + ".");
        }
        Job job = jobs.require(attempt.substring(0, 12));
        int number = Integer.parseInt(attempt.substring(13));
        long seconds = Math.clamp(arguments.integer("seconds").orElse(45L), 0, LONGEST);
        Question asked =
                jobs.questions()
                        .ask(job.id(), number, asking(arguments), arguments.requiredString("key"));
        return answer(
                jobs.questions().await(job.id(), asked.question(), Duration.ofSeconds(seconds)));
    }

    private static Asking asking(Arguments arguments) {
        return new Asking(
                arguments.requiredString("text"),
                arguments.string("reason").orElse(""),
                arguments.strings("options"),
                arguments.bool("free_text"),
                arguments.bool("person") ? Asking.Audience.PERSON : Asking.Audience.ORCHESTRATOR,
                arguments
                        .string("timeout")
                        .map(text ->
                                Durations.parse(text)
                                        .orElseThrow(() ->
                                                arguments.invalid(
                                                        "The timeout "
                                                                + PlainText.line(text, 40)
                                                                + " is not a duration such as 90s"
                                                                + " or 30m."))),
                arguments.string("default"));
    }

    private static ToolAnswer answer(Question question) {
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("job", question.job().value());
        structured.put("open", question.open());
        structured.putAll(question.json());
        String text =
                switch (question.settled().orElse(null)) {
                    case Question.Answered(_, var answer, var by) ->
                            "Answered by " + by + ": " + answer + "\n";
                    case Question.Withdrawn(_, var why) -> "Withdrawn: " + why + ".\n";
                    case null -> "Nobody has answered yet.\nNext: call ask again.\n";
                };
        return new ToolAnswer(text, structured, false);
    }
}
