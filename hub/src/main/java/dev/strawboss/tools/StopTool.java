package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Stops jobs.
final class StopTool implements Tool {
    // TERM, 5 s, KILL, and what the job left is collected
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "stop",
                    "Stop jobs",
                    "Stop jobs, queued or running, with their whole process trees. What they left is kept and collected."
                            + " Finished jobs stay as they are.",
                    List.of(Parameter.strings("jobs", "Job ids.").asRequired()),
                    ToolDescription.Effect.DESTRUCTIVE,
                    Map.of());

    private final Jobs jobs;
    private final JobAnswers answers;

    StopTool(Jobs jobs, JobAnswers answers) {
        this.jobs = jobs;
        this.answers = answers;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        List<Job> wanted = arguments.strings("jobs").stream().map(jobs::require).toList();
        if (wanted.isEmpty() || wanted.size() > WaitTool.MOST) {
            throw arguments.invalid("stop takes 1 to 100 job ids.");
        }
        List<JobId> ids = new ArrayList<>();
        for (Job job : wanted) {
            ids.add(jobs.stop(job.id(), call.client()).id());
        }
        return answers.several(jobs.await(ids, true, PATIENCE), "", Map.of());
    }
}
