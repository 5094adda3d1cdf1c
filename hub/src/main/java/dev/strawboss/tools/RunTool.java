package dev.strawboss.tools;

import dev.strawboss.commands.CommandJobs;
import dev.strawboss.commands.CommandRequest;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.projects.Project;
import dev.strawboss.projects.Projects;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.workspace.WorkspaceMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Runs a command or a script.
final class RunTool implements Tool {
    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "run",
                    "Run a command or script as a job",
                    "Run a build, a test suite or any long or talkative command as a job. Returns a job id at once; wait"
                            + " tells how it ended with the end of its output, the rest stays readable by cursor.",
                    Acceptance.with(
                            Parameter.strings("command", "Program and arguments; no shell."),
                            Parameter.string("script", "A shell script, instead of command."),
                            Parameter.choice("interpreter", "For script.", List.of("bash", "sh"))
                                    .orElse("bash"),
                            Parameter.string("directory", "Absolute path to run in."),
                            Parameter.string(
                                    "project",
                                    "A registered project's name, instead of directory."),
                            Parameter.object("environment", "Variables to add, name to value."),
                            Parameter.choice(
                                    "workspace",
                                    "Default none: the directory itself.",
                                    WorkspaceMode.wireNames()),
                            Parameter.bool(
                                    "sandbox",
                                    "Confine it: writes only its directory, no network."),
                            Parameter.string(
                                    "timeout", "Execution time, such as 10m. Default 1h.")),
                    ToolDescription.Effect.DESTRUCTIVE,
                    Map.of());

    private final Acceptance acceptance;
    private final CommandJobs commandJobs;
    private final Projects projects;
    private final JobAnswers answers;

    RunTool(Jobs jobs, CommandJobs commandJobs, Projects projects, JobAnswers answers) {
        this.acceptance = new Acceptance(jobs);
        this.commandJobs = commandJobs;
        this.projects = projects;
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
        List<String> command = arguments.strings("command");
        if (command.isEmpty() == arguments.string("script").isEmpty()) {
            throw arguments.invalid("Give either command (a list of words) or script.");
        }
        Projects.Target target = projects.resolve(Targets.required(arguments), Targets.ROOT);
        CommandRequest request =
                new CommandRequest(
                        target.project().map(Project::name),
                        target.directory(),
                        command,
                        arguments.string("script").orElse(""),
                        arguments.string("interpreter").orElse("bash"),
                        environment(arguments),
                        arguments.string("workspace").flatMap(WorkspaceMode::ofWireName),
                        Targets.timeout(arguments),
                        (arguments.bool("sandbox") ? Demand.REQUIRED : Demand.OFF)
                                .and(projects.sandbox(target.directory())));
        Job job = acceptance.accept(call, arguments, commandJobs.spec(request));
        return answers.one(job).asTask(job.id().value());
    }

    private static Map<String, String> environment(Arguments arguments) {
        Map<String, String> environment = new LinkedHashMap<>();
        arguments
                .object("environment")
                .forEach((name, value) -> {
                    if (!(value instanceof String string)) {
                        throw arguments.invalid(
                                "The variable "
                                        + PlainText.line(name, 80)
                                        + " of environment is not a string.");
                    }
                    environment.put(name, string);
                });
        return environment;
    }
}
