package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Provider;
import dev.strawboss.egress.WayOut;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Grant;
import dev.strawboss.sandbox.InForce;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.ProgramFiles;
import dev.strawboss.sandbox.SandboxSettings;
import dev.strawboss.workspace.WorkspaceMode;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Confines agents: each sees its workspace, its own home, its program and its prompt, and reaches
/// its model through the hub if the hub has its key, else the hosts of its provider.
record AgentConfinement(Configuration configuration, WayOut wayOut) {
    /// Says in a job's result who holds what the agent is known by at its provider.
    static final String CREDENTIAL = "credential";

    static final String BY_HUB = "kept by the hub";

    /// Makes the plan for an invocation.
    interface Planner {
        RunPlan plan(Invocation invocation) throws InterruptedException;
    }

    /// One attempt that is to be confined.
    ///
    /// @param writable whether the agent may change its workspace
    /// @param person the home of whoever runs the hub
    /// @param attempt the attempt's directory
    record Attempt(
            String job,
            Path workspace,
            boolean writable,
            Path home,
            Path person,
            Path prompt,
            Path attempt) {}

    /// What is configured for all, unless the agent has a setting of its own; a request or a
    /// project can only ask for more.
    Demand demand(Agent agent, Map<String, Object> details) {
        Demand configured = configuration.certainly(SandboxSettings.DEMAND);
        return Demand.in(details).and(agent.sandbox().orElse(configured));
    }

    /// @throws StrawbossException if the request asks for what cannot be had inside
    void check(Demand demand, Optional<WorkspaceMode> workspace, boolean strawbossTools) {
        if (demand == Demand.OFF) {
            return;
        }
        if (workspace.filter(WorkspaceMode.WORKTREE::equals).isPresent()) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A worktree needs the .git of your repository, which an agent in a sandbox does not see.",
                    "Leave the workspace out, or ask for clone; a person can lift the sandbox: strawboss config set"
                            + " sandbox off");
        }
        if (strawbossTools) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "An agent in a sandbox does not reach the hub, so it cannot use Strawboss's tools.",
                    "Leave strawboss_tools out; a person can lift the sandbox of this agent: strawboss agents"
                            + " add NAME sandbox=off");
        }
    }

    /// @throws StrawbossException if nobody knows what the agent would need inside to reach its
    ///   model
    void check(Demand demand, Invocation invocation) {
        boolean known =
                invocation.agent().cli().equals(Agent.CUSTOM)
                        || invocation.cli().state().isPresent()
                        || invocation.throughHub().isPresent();
        if (demand != Demand.OFF && !known) {
            String name = invocation.agent().name();
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "The agent "
                            + name
                            + " cannot work in a sandbox: it is not known where "
                            + invocation.cli().name()
                            + " has its login, nor which hosts it needs.",
                    (invocation.cli().takesBaseUrl()
                                    ? "Give it a base_url and a key, which the hub keeps; or a person"
                                    : "Choose claude, codex, gemini or opencode; or a person")
                            + " can lift its sandbox: strawboss agents add "
                            + name
                            + " sandbox=off");
        }
    }

    /// The plan, confined as far as that is demanded and this machine can.
    RunPlan confine(Demand demand, Invocation open, Attempt attempt, Planner planner)
            throws InterruptedException {
        Optional<Provider> provider = open.throughHub();
        RunPlan plan = planner.plan(provider.map(open::behind).orElse(open));
        ProgramFiles files = new ProgramFiles(plan.environment());
        Path program = Path.of(plan.command().getFirst());
        Profile profile = profile(attempt, files.of(program));
        RunPlan executed = executing(plan, files.executed(program));
        RunPlan confined =
                wayOut.confine(
                        attempt.job(),
                        demand,
                        profile,
                        executed,
                        new WayOut.Needs(
                                provider.stream().toList(),
                                provider.isPresent() ? List.of() : hosts(open)),
                        attempt.attempt());
        // where nothing confines there is no forwarder either, and the provider is reached directly
        return confined.equals(executed) ? planner.plan(open) : confined;
    }

    /// What held, for the job's result; the way out ends with it.
    Map<String, Object> report(String job, Path attempt) {
        Map<String, Object> held = InForce.read(attempt);
        if (held.isEmpty()) {
            return Map.of();
        }
        Map<String, Object> report = new LinkedHashMap<>(held);
        report.put(CREDENTIAL, wayOut.keepsKey(job) ? BY_HUB : "the agent's own");
        report.putAll(wayOut.report(job));
        return report;
    }

    void end(String job) {
        wayOut.end(job);
    }

    private Profile profile(Attempt attempt, List<Grant> program) {
        Path workspace = attempt.workspace();
        Profile profile =
                SandboxSettings.apply(configuration, Profile.agent(workspace), attempt.person());
        if (!attempt.writable()) {
            profile = profile.with(Grant.readable(workspace));
        }
        profile = profile.home(attempt.home()).with(Grant.writable(attempt.home()));
        for (Grant grant : program) {
            profile = profile.under(grant);
        }
        return profile.with(Grant.readable(attempt.prompt()));
    }

    private static RunPlan executing(RunPlan plan, Path program) {
        List<String> command = new ArrayList<>(plan.command());
        command.set(0, program.toString());
        return plan.confined(command, plan.directory(), plan.environment(), plan.confinement());
    }

    private static List<String> hosts(Invocation open) {
        List<String> hosts = new ArrayList<>(open.cli().hosts());
        open.baseUrl().map(URI::create).ifPresent(url -> hosts.add(authority(url)));
        return hosts;
    }

    private static String authority(URI url) {
        int usual = "http".equals(url.getScheme()) ? 80 : 443;
        return url.getHost() + ":" + (url.getPort() < 0 ? usual : url.getPort());
    }
}
