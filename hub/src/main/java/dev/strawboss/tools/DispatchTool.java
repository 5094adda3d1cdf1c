package dev.strawboss.tools;

import dev.strawboss.agents.AgentJobs;
import dev.strawboss.agents.AgentMode;
import dev.strawboss.agents.AgentRequest;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.workspace.WorkspaceMode;
import java.util.Map;
import java.util.Optional;

/// Hands a prompt to a coding agent.
final class DispatchTool implements Tool {
    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "dispatch",
                    "Dispatch a prompt to a coding agent",
                    "Hand a self-contained coding task to a cheaper agent. Returns a job id at once; the agent works in its"
                            + " own git worktree on branch strawboss/<job>, so the user's checkout stays as it is. Then"
                            + " call wait.",
                    Acceptance.with(
                            Parameter.string(
                                            "prompt",
                                            "The whole task: goal, files, limits, how to check.")
                                    .asRequired(),
                            Parameter.string(
                                    "directory", "Absolute path in the git repository to work on."),
                            Parameter.string(
                                    "project",
                                    "A registered project's name, instead of directory."),
                            Parameter.string(
                                    "agent",
                                    "An agent's name (see setup); else the project's or the only one."),
                            Parameter.choice(
                                    "mode", "What the agent may do.", AgentMode.wireNames()),
                            Parameter.string("model", "A model of the agent's provider."),
                            Parameter.choice(
                                    "workspace",
                                    "worktree (default), clone, in-place (changes the directory itself) or none.",
                                    WorkspaceMode.wireNames()),
                            Parameter.string("timeout", "Execution time, such as 30m. Default 1h."),
                            Parameter.bool(
                                    "strawboss_tools", "Let the agent use these tools itself."),
                            Parameter.bool(
                                    "sandbox", "Confine it by the kernel; it works in a clone.")),
                    ToolDescription.Effect.WRITE,
                    Map.of());

    private final Acceptance acceptance;
    private final AgentJobs agentJobs;
    private final JobAnswers answers;

    DispatchTool(Jobs jobs, AgentJobs agentJobs, JobAnswers answers) {
        this.acceptance = new Acceptance(jobs);
        this.agentJobs = agentJobs;
        this.answers = answers;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        Optional<Job> before = acceptance.before(call, arguments.given());
        if (before.isPresent()) {
            return answers.one(before.get()).asTask(before.get().id().value());
        }
        AgentRequest request =
                new AgentRequest(
                        Targets.required(arguments),
                        Targets.ROOT,
                        arguments.string("agent"),
                        arguments.requiredString("prompt"),
                        arguments.string("mode").flatMap(AgentMode::ofWireName),
                        arguments.string("model"),
                        arguments.string("workspace").flatMap(WorkspaceMode::ofWireName),
                        Targets.timeout(arguments),
                        arguments.bool("strawboss_tools"),
                        arguments.bool("sandbox"));
        Job job = acceptance.accept(call, arguments, agentJobs.spec(request));
        return answers.one(job).asTask(job.id().value());
    }
}
