package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Question;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Answers what a job asks.
final class ReplyTool implements Tool {
    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "reply",
                    "Answer a job",
                    "Answer what a job asks; it goes on with the answer. The first answer counts. What is for a person is"
                            + " your user's to answer, not yours.",
                    List.of(
                            Parameter.string("job", "Job id.").asRequired(),
                            Parameter.string("answer", "").asRequired(),
                            Parameter.integer("question", "Its number, if several are open.")),
                    ToolDescription.Effect.WRITE,
                    Map.of());

    private final Jobs jobs;

    ReplyTool(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) {
        Job job = jobs.require(arguments.requiredString("job"));
        Question answered =
                jobs.questions()
                        .reply(
                                job.id(),
                                arguments
                                        .integer("question")
                                        .map(number -> Math.clamp(number, 0, 1_000_000)),
                                arguments.requiredString("answer"),
                                call.client(),
                                call.requestKey().orElseGet(() -> UUID.randomUUID().toString()));
        return answer(jobs.require(job.id().value()), answered);
    }

    private static ToolAnswer answer(Job job, Question answered) {
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("job", job.id().value());
        structured.put("state", job.state().wireName());
        structured.putAll(answered.json());
        int left = job.state().asks().size();
        String given =
                answered.settled()
                        .flatMap(settled ->
                                settled instanceof Question.Answered one
                                        ? Optional.of(one.answer())
                                        : Optional.empty())
                        .orElse("");
        return new ToolAnswer(
                "Question "
                        + answered.question()
                        + " of job "
                        + job.id()
                        + " is answered: "
                        + PlainText.line(given, 200)
                        + "\n"
                        + (left == 0 ? "" : left + " more of its questions are open.\n")
                        + "Next: wait for it (tool wait, or `strawboss wait "
                        + job.id()
                        + "`).\n",
                structured,
                false);
    }
}
