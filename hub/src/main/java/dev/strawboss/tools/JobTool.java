package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.secrets.Redaction;
import dev.strawboss.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Looks at one job.
final class JobTool implements Tool {
    private static final int LIMIT = 8_000;

    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                            "job",
                            "Look at a job",
                            "One job: summary (result and why it is where it is), text (the agent's whole answer), log (its output)"
                                    + " diff (its patch) or artifacts (files too large for a commit). Text and log come in pieces: pass `next` as cursor for more; a"
                                    + " negative cursor counts from the end.",
                            List.of(
                                    Parameter.string("job", "Job id, or its beginning.")
                                            .asRequired(),
                                    Parameter.choice(
                                                    "view",
                                                    "What to show.",
                                                    List.of(
                                                            "summary",
                                                            "text",
                                                            "log",
                                                            "diff",
                                                            "artifacts"))
                                            .orElse("summary"),
                                    Parameter.choice(
                                                    "stream",
                                                    "For log.",
                                                    List.of("stdout", "stderr"))
                                            .orElse("stdout"),
                                    Parameter.integer(
                                                    "cursor",
                                                    "For text, log and diff: where to begin.")
                                            .orElse(0L),
                                    Parameter.choice(
                                                    "encoding",
                                                    "For log.",
                                                    List.of("text", "base64"))
                                            .orElse("text"),
                                    Parameter.integer("limit", "Of the piece: bytes, at most 8000.")
                                            .orElse((long) LIMIT)),
                            ToolDescription.Effect.READ,
                            Map.of())
                    .withLargest(2 * JobAnswers.MOST);

    private final Jobs jobs;
    private final JobOutput output;
    private final JobAnswers answers;

    JobTool(Jobs jobs, Workspaces workspaces, JobAnswers answers, Supplier<Redaction> secrets) {
        this.jobs = jobs;
        this.output = new JobOutput(jobs, workspaces, secrets);
        this.answers = answers;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) {
        Job job = jobs.require(arguments.requiredString("job"));
        int limit = Math.clamp(arguments.integer("limit").orElse((long) LIMIT), 100, LIMIT);
        long cursor = arguments.integer("cursor").orElse(0L);
        String stream = arguments.string("stream").orElse("stdout");
        boolean exact = arguments.string("encoding").orElse("text").equals("base64");
        return switch (arguments.string("view").orElse("summary")) {
            case "log" ->
                    exact
                            ? output.bytes(job, stream, cursor, limit)
                            : output.log(job, stream, cursor, limit);
            case "text" -> output.text(job, cursor, limit);
            case "artifacts" -> output.artifacts(job);
            case "diff" -> output.diff(job, cursor, limit);
            default -> answers.one(job);
        };
    }
}
