package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.process.Executables;
import dev.strawboss.projects.Project;
import dev.strawboss.projects.Projects;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.workspace.WorkspaceMode;
import dev.strawboss.workspace.Workspaces;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Turns requests into jobs, refusing everything that is known to fail before a job is accepted.
record AgentSpecs(
        Agents agents,
        Projects projects,
        Workspaces workspaces,
        Configuration configuration,
        Invocations invocations,
        AgentConfinement confinement) {
    JobSpec of(AgentRequest request) {
        checkPrompt(request.prompt());
        Projects.Target target = projects.resolve(request.target(), request.current());
        Optional<String> projectAgent = target.project().flatMap(Project::agent);
        Agent agent =
                request.agent()
                        .or(() -> projectAgent)
                        .map(agents::require)
                        .orElseGet(agents::defaultAgent);
        AgentMode mode = mode(request, target.project(), agent);
        Map<String, Object> details = new LinkedHashMap<>();
        Demand asked =
                (request.sandbox() ? Demand.REQUIRED : Demand.OFF)
                        .and(projects.sandbox(target.directory()));
        if (asked != Demand.OFF) {
            details.put(Demand.DETAIL, asked.wireName());
        }
        Demand demand = confinement.demand(agent, details);
        confinement.check(demand, request.workspace(), request.strawbossTools());
        WorkspaceMode workspace = request.workspace().orElse(usualWorkspace(mode, demand));
        Optional<String> model = model(request, target.project(), agent);

        Invocation invocation =
                invocations.of(
                        agent, mode, model, request.strawbossTools(), demand == Demand.REQUIRED);
        var _ = invocation.template(request.prompt(), false);
        confinement.check(demand, invocation);
        if (Executables.find(invocation.cli().program(), invocation.environment()).isEmpty()) {
            throw Invocations.missing(agent, invocation.cli());
        }
        workspaces.check(target.directory(), workspace);

        details.put("mode", mode.wireName());
        model.ifPresent(name -> details.put("model", name));
        details.put("workspace", workspace.wireName());
        details.put("strawboss_tools", request.strawbossTools());
        return new JobSpec(
                AgentJobs.NAME,
                title(request.prompt()),
                target.project().map(Project::name),
                Optional.of(agent.name()),
                target.directory(),
                timeout(request, agent),
                request.prompt(),
                details);
    }

    static WorkspaceMode workspace(Map<String, Object> details) {
        return WorkspaceMode.ofWireName(String.valueOf(details.get("workspace")))
                .orElse(WorkspaceMode.WORKTREE);
    }

    // Who only reads should see what is there, with what is not committed yet.
    private static WorkspaceMode usualWorkspace(AgentMode mode, Demand demand) {
        return switch (mode) {
            case AUTO -> demand == Demand.OFF ? WorkspaceMode.WORKTREE : WorkspaceMode.CLONE;
            case READ_ONLY -> WorkspaceMode.IN_PLACE;
        };
    }

    private static void checkPrompt(String prompt) {
        if (prompt.isBlank()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT, "The prompt is empty.", "Say what is to be done.");
        }
        if (prompt.indexOf('\0') >= 0) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The prompt holds a NUL character, at index " + prompt.indexOf('\0') + ".",
                    "Remove it.");
        }
    }

    private static AgentMode mode(AgentRequest request, Optional<Project> project, Agent agent) {
        Optional<String> usual = project.flatMap(Project::mode);
        Optional<AgentMode> usualMode = usual.flatMap(AgentMode::ofWireName);
        if (request.mode().isEmpty() && usual.isPresent() && usualMode.isEmpty()) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "The project "
                            + project.orElseThrow().name()
                            + " has an unknown mode \""
                            + Shown.text(usual.get(), 60)
                            + "\".",
                    "Modes: " + String.join(", ", AgentMode.wireNames()) + ".");
        }
        return request.mode().or(() -> usualMode).or(agent::mode).orElse(AgentMode.AUTO);
    }

    // The project's model was chosen for the project's agent; another agent may not know it.
    private static Optional<String> model(
            AgentRequest request, Optional<Project> project, Agent agent) {
        Optional<String> usual =
                project.filter(known -> known.agent().filter(agent.name()::equals).isPresent())
                        .flatMap(Project::model);
        return request.model().or(() -> usual).or(agent::model);
    }

    private Duration timeout(AgentRequest request, Agent agent) {
        Duration timeout =
                request.timeout()
                        .or(agent::timeout)
                        .orElseGet(() -> configuration.value(Agents.TIMEOUT));
        if (!timeout.isPositive()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A timeout must be positive.",
                    "For example 30m or 2h.");
        }
        return timeout;
    }

    private static String title(String prompt) {
        return Shown.text(
                prompt.lines().filter(line -> !line.isBlank()).findFirst().orElse("").strip(), 80);
    }
}
