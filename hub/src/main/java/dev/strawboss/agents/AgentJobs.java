package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobKind;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunOutput;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.process.Executables;
import dev.strawboss.projects.Projects;
import dev.strawboss.workspace.Workspace;
import dev.strawboss.workspace.Workspaces;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Jobs that hand a prompt to a coding agent.
public final class AgentJobs implements JobKind {
    public static final String NAME = "agent";

    /// What a resumed session is told.
    private static final String GO_ON =
            "You were interrupted before you had finished: the machine stopped. Look at what is done"
                    + " already, then finish the task.";

    private final Agents agents;
    private final Workspaces workspaces;
    private final AgentSpecs specs;
    private final Invocations invocations;
    private final Logins logins;

    public AgentJobs(
            Agents agents,
            Projects projects,
            Workspaces workspaces,
            Configuration configuration,
            Clock clock) {
        this.agents = agents;
        this.workspaces = workspaces;
        this.invocations = new Invocations(agents, configuration);
        this.logins = new Logins(clock);
        this.specs = new AgentSpecs(agents, projects, workspaces, configuration, invocations);
    }

    /// The job that a request asks for, with everything checked that can be before it is accepted.
    ///
    /// @throws StrawbossException what is wrong with it
    public JobSpec spec(AgentRequest request) {
        return specs.of(request);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RunPlan prepare(Job job, Path directory) throws InterruptedException {
        JobSpec spec = job.spec();
        Invocation invocation = invocations.of(spec);
        Optional<PrivateHome> home = home(invocation.agent(), directory);
        Map<String, String> environment = environment(invocation, home);
        Optional<String> session = job.continues();
        String text = session.isPresent() ? GO_ON : spec.text();
        Workspace workspace = session.isPresent() ? sameWorkspace(job) : workspace(job);
        List<String> template = invocation.template(text, session.isPresent());
        Path whole = writePrompt(directory.resolve("prompt"), text);
        boolean pointed = invocation.pointsAt(text);
        String said = pointed ? LongPrompt.pointer(whole.toString()) : text;
        List<String> command =
                new ArrayList<>(
                        invocation.command(
                                template,
                                new Invocation.Prompt(said, whole, pointed),
                                workspace.directory(),
                                session));
        command.set(
                0,
                Executables.find(command.getFirst(), environment)
                        .orElseThrow(
                                () -> Invocations.missing(invocation.agent(), invocation.cli()))
                        .toString());
        Optional<FirstUse> first = invocation.cli().firstUse();
        if (first.isPresent() && home.isEmpty()) { // in a private home it is alone anyway
            first.get().await(command.getFirst(), workspace.directory(), environment);
        }
        boolean stdin = Invocation.onStandardInput(template);
        return new RunPlan(
                command,
                workspace.directory(),
                environment,
                stdin ? Optional.of(stdin(directory, whole, said, pointed)) : Optional.empty(),
                spec.timeout(),
                RunPlan.OUTPUT_HEAD,
                RunPlan.OUTPUT_TAIL);
    }

    /// Beside the job's attempts: a session goes on where it was.
    private Optional<PrivateHome> home(Agent agent, Path directory) {
        if (!agent.privateState()) {
            return Optional.empty();
        }
        Path state = Objects.requireNonNull(directory.getParent()).resolve("state");
        return agents.cli(agent)
                .state()
                .map(rule -> new PrivateHome(state, rule, agents.environment()));
    }

    private Map<String, String> environment(Invocation invocation, Optional<PrivateHome> home)
            throws InterruptedException {
        if (home.isEmpty()) {
            return invocation.environment();
        }
        try {
            logins.begin(home.get());
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The private home " + home.get().home() + " cannot be made: " + failed + ".",
                    "Look at the disk: df -h '" + home.get().directory().getParent() + "'",
                    failed);
        }
        return home.get().in(invocation.environment());
    }

    /// Takes the login home; what is to be said of it goes to the other warnings.
    private Map<String, Object> withState(Job job, Path directory, Map<String, Object> collected) {
        Optional<PrivateHome> home = Optional.empty();
        try {
            home = home(agents.require(job.spec().agent().orElseThrow()), directory);
        } catch (StrawbossException _) { // the agent's file was removed while it ran
            return collected;
        }
        if (home.isEmpty()) {
            return collected;
        }
        Map<String, Object> all = new LinkedHashMap<>(collected);
        all.put("agent_state", "private");
        try {
            Optional<String> refused = logins.end(home.get());
            if (refused.isPresent()) {
                List<Object> warnings = new ArrayList<>();
                if (collected.get("warnings") instanceof List<?> others) {
                    warnings.addAll(others);
                }
                warnings.add(refused.get());
                all.put("warnings", warnings);
            }
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Logins of workers are not kept the same any more; each still comes home at its job's end.
    public void close() throws InterruptedException {
        logins.close();
    }

    private static Path stdin(Path directory, Path whole, String said, boolean pointed) {
        return pointed ? writePrompt(directory.resolve("prompt-pointer"), said) : whole;
    }

    private Workspace workspace(Job job) throws InterruptedException {
        return workspaces.prepare(
                job.id().value(),
                job.spec().directory(),
                AgentSpecs.workspace(job.spec().details()));
    }

    /// The sessions of agents belong to the directory they worked in.
    private Workspace sameWorkspace(Job job) {
        return workspaces
                .find(job.id().value())
                .filter(workspace -> Files.isDirectory(workspace.directory()))
                .orElseThrow(() ->
                        new StrawbossException(
                                ErrorCode.WORKSPACE_FAILED,
                                "The workspace of job "
                                        + job.id()
                                        + " is gone, and its session cannot go on elsewhere.",
                                "Run it again from the start: strawboss retry " + job.id()));
    }

    /// An agent that said its last word did end, whoever saw it.
    @Override
    public Remains examine(Job job, Path directory) throws InterruptedException {
        Exit unseen = new Exit(0, job.accepted());
        AgentReport report = report(job.spec(), directory, unseen);
        Conclusion conclusion = conclude(job, directory, unseen);
        return new Remains(
                report.ended() ? Optional.of(conclusion.verdict()) : Optional.empty(),
                conclusion.report());
    }

    @Override
    public Conclusion conclude(Job job, Path directory, Exit exit) throws InterruptedException {
        JobSpec spec = job.spec();
        AgentReport report = report(spec, directory, exit);
        Optional<StrawbossException> uncollected = Optional.empty();
        Map<String, Object> collected = Map.of("isolation", "none", "sandbox", "none");
        try {
            Optional<Workspace> workspace = workspaces.find(job.id().value());
            if (workspace.isPresent()) {
                collected = workspaces.collect(job.id().value(), workspace.get()).toJson();
            }
        } catch (StrawbossException failed) {
            uncollected = Optional.of(failed);
        }
        collected = withState(job, directory, collected);
        Verdict verdict = Verdicts.of(spec.agent().orElse(NAME), report, exit, uncollected);
        return new Conclusion(verdict, Verdicts.json(spec, report, exit, collected));
    }

    @Override
    public boolean printsAtItsEnd(Job job) {
        try {
            Agent agent = agents.require(job.spec().agent().orElseThrow());
            return agents.cli(agent).output().printsAtItsEnd();
        } catch (StrawbossException gone) { // the agent's file was removed while it ran
            return false;
        }
    }

    private AgentReport report(JobSpec spec, Path directory, Exit exit) {
        AgentOutput output =
                new AgentOutput(
                        new RunOutput(directory, "stdout"),
                        new RunOutput(directory, "stderr"),
                        exit);
        try {
            Cli cli = agents.cli(agents.require(spec.agent().orElseThrow()));
            return cli.output().reader(cli.errors()).read(output);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (StrawbossException gone) { // the agent's file was removed while it ran
            return unread(output, gone);
        }
    }

    private static AgentReport unread(AgentOutput output, StrawbossException why) {
        try {
            return new PlainText(ErrorPatterns.NONE).read(output);
        } catch (IOException failed) {
            failed.addSuppressed(why);
            throw new UncheckedIOException(failed);
        }
    }

    private static Path writePrompt(Path file, String prompt) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            return Files.write(file, prompt.getBytes(StandardCharsets.UTF_8));
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The prompt cannot be written to " + file + ": " + failed + ".",
                    "Look at the disk: df -h '" + file.getParent() + "'",
                    failed);
        }
    }
}
