package dev.strawboss.tools;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobState;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.jobs.Scheduling;
import dev.strawboss.jobs.Scope;
import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Parameter;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import dev.strawboss.projects.Projects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Pauses jobs and lets them go on, alone or together, changes the order in which they start, and
/// does something about those whose outcome is not known.
final class ControlTool implements Tool {
    private static final ToolDescription DESCRIPTION =
            new ToolDescription(
                    "control",
                    "Pause, resume, reorder, retry",
                    "Pause or resume jobs (a running one stands still; its timeout does not count), a queue, a project or"
                            + " everything (nothing new starts there; running jobs go on unless running is true), or set the"
                            + " priority of jobs that have not started. Of unknown outcome: verify (look again at what is left)"
                            + " or continue (the agent's session); retry runs a finished job again as a new one.",
                    List.of(
                            Parameter.choice(
                                            "action",
                                            "What to do.",
                                            List.of(
                                                    "pause",
                                                    "resume",
                                                    "priority",
                                                    "verify",
                                                    "continue",
                                                    "retry"))
                                    .asRequired(),
                            Parameter.strings("jobs", "Job ids; or one of:"),
                            Parameter.string("queue", "Its name."),
                            Parameter.string("project", "Its name."),
                            Parameter.bool("everything", "All queues."),
                            Parameter.bool("running", "Pause what runs there too."),
                            Parameter.integer("priority", "-100 to 100.")),
                    ToolDescription.Effect.WRITE,
                    Map.of());

    private final Jobs jobs;
    private final Projects projects;
    private final JobAnswers answers;

    ControlTool(Jobs jobs, Projects projects, JobAnswers answers) {
        this.jobs = jobs;
        this.projects = projects;
        this.answers = answers;
    }

    @Override
    public ToolDescription description() {
        return DESCRIPTION;
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        String action = arguments.requiredString("action");
        List<JobId> ids =
                arguments.strings("jobs").stream().map(jobs::require).map(Job::id).toList();
        Optional<Scope> scope = scope(arguments);
        if (ids.isEmpty() == scope.isEmpty() || ids.size() > WaitTool.MOST) {
            throw arguments.invalid(
                    "Say of what: 1 to 100 job ids, or one of queue, project and everything.");
        }
        if (scope.isPresent()) {
            return whole(action, scope.get(), call.client(), arguments);
        }
        List<Job> changed = new ArrayList<>();
        for (JobId id : ids) {
            changed.add(one(action, jobs.require(id.value()), call, arguments));
        }
        return answers.several(changed, "", Map.of());
    }

    private Job one(String action, Job job, Call call, Arguments arguments)
            throws InterruptedException {
        return switch (action) {
            case "pause" -> jobs.queues().pause(job.id(), call.client());
            case "resume" -> jobs.queues().resume(job.id());
            case "verify" -> jobs.recovery().verify(job);
            case "continue" -> jobs.recovery().continueSession(job, call.client());
            case "retry" ->
                    jobs.recovery()
                            .retry(
                                    job,
                                    Acceptance.by(call),
                                    call.requestKey().map(key -> key + "/" + job.id()));
            default -> jobs.queues().priority(job.id(), priority(arguments), call.client());
        };
    }

    private Optional<Scope> scope(Arguments arguments) {
        List<Scope> named = new ArrayList<>();
        arguments.string("queue").map(Scope.Queue::new).ifPresent(named::add);
        arguments.string("project").map(Scope.Project::new).ifPresent(named::add);
        if (arguments.bool("everything")) {
            named.add(new Scope.Everything());
        }
        if (named.size() > 1) {
            throw arguments.invalid("Say one of queue, project and everything.");
        }
        return named.stream().findFirst();
    }

    private ToolAnswer whole(String action, Scope scope, String by, Arguments arguments)
            throws InterruptedException {
        List<JobId> changed = new ArrayList<>();
        switch (action) {
            case "pause" -> {
                if (scope instanceof Scope.Project(var name)) {
                    var _ = projects.require(name);
                }
                jobs.queues().pause(scope, by);
                if (arguments.bool("running")) {
                    for (JobId id : jobs.queues().running(scope)) {
                        changed.add(jobs.queues().pause(id, by).id());
                    }
                }
            }
            case "resume" -> {
                jobs.queues().resume(scope);
                for (JobId id : jobs.queues().waiting(scope)) {
                    if (!(jobs.queues().resume(id).state() instanceof JobState.Waiting)) {
                        changed.add(id);
                    }
                }
            }
            default ->
                    throw arguments.invalid("The action " + action + " takes jobs by their ids.");
        }
        Map<String, Object> structured = new LinkedHashMap<>();
        structured.put("scope", scope.kind());
        structured.put("name", scope.name());
        structured.put("paused", action.equals("pause"));
        structured.put("changed_jobs", (long) changed.size());
        return new ToolAnswer(sentence(action, scope, changed.size()), structured, false);
    }

    private static String sentence(String action, Scope scope, int changed) {
        String what =
                scope instanceof Scope.Everything
                        ? "Everything"
                        : PlainText.line(scope.kind() + " " + scope.name(), 100);
        return action.equals("pause")
                ? what
                        + " is paused: new jobs are accepted and wait."
                        + (changed > 0 ? " " + changed + " running job(s) were paused." : "")
                        + "\n"
                : what
                        + " goes on."
                        + (changed > 0 ? " " + changed + " paused job(s) too." : "")
                        + "\n";
    }

    private static int priority(Arguments arguments) {
        long priority =
                arguments
                        .integer("priority")
                        .orElseThrow(() -> arguments.invalid("Say which priority: -100 to 100."));
        if (priority < Scheduling.LOWEST_PRIORITY || priority > Scheduling.HIGHEST_PRIORITY) {
            throw arguments.invalid("A priority is -100 to 100, not " + priority + ".");
        }
        return (int) priority;
    }
}
