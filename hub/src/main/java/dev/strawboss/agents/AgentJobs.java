package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.egress.WayOut;
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
import dev.strawboss.sandbox.Demand;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Jobs that hand a prompt to a coding agent.
public final class AgentJobs implements JobKind {
    private static final Logger LOG = LoggerFactory.getLogger(AgentJobs.class);

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
    private final AgentConfinement confinement;

    public AgentJobs(
            Agents agents,
            Projects projects,
            Workspaces workspaces,
            Configuration configuration,
            WayOut wayOut,
            Clock clock) {
        this.agents = agents;
        this.workspaces = workspaces;
        this.invocations = new Invocations(agents, configuration);
        this.logins = new Logins(clock);
        this.confinement = new AgentConfinement(configuration, wayOut);
        this.specs =
                new AgentSpecs(
                        agents, projects, workspaces, configuration, invocations, confinement);
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
        Map<String, Object> details = job.spec().details();
        Invocation asked =
                invocations.of(
                        job.spec(), agent -> confinement.demand(agent, details) == Demand.REQUIRED);
        Demand demand = confinement.demand(asked.agent(), details);
        boolean behind = demand != Demand.OFF && asked.throughHub().isPresent();
        Optional<PrivateHome> home = home(asked.agent(), directory, demand != Demand.OFF, behind);
        Invocation invocation =
                home.map(own -> asked.in(own.home(), own.rule().settings())).orElse(asked);
        boolean prepared = false;
        try {
            if (home.isPresent()) {
                begin(home.get());
            }
            RunPlan plan = prepare(job, directory, home, invocation, demand);
            prepared = true;
            return plan;
        } finally {
            if (!prepared) {
                abandon(job, home);
            }
        }
    }

    /// Nobody concludes what was not prepared. An interrupt must not keep the login there.
    private void abandon(Job job, Optional<PrivateHome> home) {
        boolean interrupted = Thread.interrupted();
        confinement.end(job.id().value());
        try {
            if (home.isPresent()) {
                var _ = logins.end(home.get().directory(), home);
            }
        } catch (IOException failed) {
            LOG.atWarn()
                    .addKeyValue("job", job.id())
                    .setCause(failed)
                    .log("A login may be left in the home of a job that was not started");
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private RunPlan prepare(
            Job job,
            Path directory,
            Optional<PrivateHome> home,
            Invocation invocation,
            Demand demand)
            throws InterruptedException {
        Optional<String> session = job.continues();
        String text = session.isPresent() ? GO_ON : job.spec().text();
        Workspace workspace = session.isPresent() ? sameWorkspace(job) : workspace(job);
        Path whole = writePrompt(directory.resolve("prompt"), text);
        Prepared prepared = new Prepared(job, directory, workspace, home, text, whole, session);
        if (demand == Demand.OFF || home.isEmpty()) {
            return plan(prepared, invocation);
        }
        AgentConfinement.Attempt attempt =
                new AgentConfinement.Attempt(
                        job.id().value(),
                        workspace.directory(),
                        invocation.mode() != AgentMode.READ_ONLY,
                        home.get().home(),
                        agents.home(),
                        whole,
                        directory);
        return confinement.confine(demand, invocation, attempt, used -> plan(prepared, used));
    }

    /// What an attempt has before it is known how its agent is started.
    private record Prepared(
            Job job,
            Path directory,
            Workspace workspace,
            Optional<PrivateHome> home,
            String text,
            Path prompt,
            Optional<String> session) {}

    private RunPlan plan(Prepared prepared, Invocation invocation) throws InterruptedException {
        String text = prepared.text();
        Path work = prepared.workspace().directory();
        Map<String, String> own = invocation.environment();
        Map<String, String> environment = prepared.home().map(home -> home.in(own)).orElse(own);
        List<String> template = invocation.template(text, prepared.session().isPresent());
        boolean pointed = invocation.pointsAt(text);
        String said = pointed ? LongPrompt.pointer(prepared.prompt().toString()) : text;
        List<String> command =
                new ArrayList<>(
                        invocation.command(
                                template,
                                new Invocation.Prompt(said, prepared.prompt(), pointed),
                                work,
                                prepared.session()));
        command.set(
                0,
                Executables.find(command.getFirst(), environment)
                        .orElseThrow(
                                () -> Invocations.missing(invocation.agent(), invocation.cli()))
                        .toString());
        Optional<FirstUse> first = invocation.cli().firstUse();
        if (first.isPresent()
                && prepared.home().isEmpty()) { // in a private home it is alone anyway
            first.get().await(command.getFirst(), work, environment);
        }
        Path directory = prepared.directory();
        boolean stdin = Invocation.onStandardInput(template);
        return new RunPlan(
                command,
                work,
                environment,
                stdin
                        ? Optional.of(
                                pointed
                                        ? writePrompt(directory.resolve("prompt-pointer"), said)
                                        : prepared.prompt())
                        : Optional.empty(),
                prepared.job().spec().timeout(),
                RunPlan.OUTPUT_HEAD,
                RunPlan.OUTPUT_TAIL);
    }

    /// Beside the job's attempts: a session goes on where it was. Who is confined always has one;
    /// where nothing is known of its CLI it is empty. Who has a key needs no login.
    ///
    /// @param behind whether the hub has its key
    private Optional<PrivateHome> home(
            Agent agent, Path directory, boolean confined, boolean behind) {
        if (!agent.privateState() && !confined) {
            return Optional.empty();
        }
        StateRule rule = agents.cli(agent).state().orElse(StateRule.EMPTY);
        boolean keyed = behind || agent.key().isPresent();
        return Optional.of(
                new PrivateHome(
                        state(directory),
                        keyed ? rule.withoutLogin() : rule,
                        agents.environment()));
    }

    private void begin(PrivateHome home) throws InterruptedException {
        try {
            logins.begin(home);
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The private home " + home.home() + " cannot be made: " + failed + ".",
                    "Look at the disk: df -h '" + home.directory().getParent() + "'",
                    failed);
        }
    }

    /// Takes the login home; what is to be said of it goes to the other warnings.
    private Map<String, Object> withState(Job job, Path directory, Map<String, Object> collected) {
        Path state = state(directory);
        Optional<PrivateHome> known =
                known(job.spec(), directory, collected.get(AgentConfinement.CREDENTIAL));
        if (known.isEmpty() && !logins.has(state)) {
            return collected;
        }
        Map<String, Object> all = new LinkedHashMap<>(collected);
        all.put("agent_state", "private");
        try {
            Optional<String> refused = logins.end(state, known);
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

    /// The home that an attempt has. What was given a login has it still, whatever its agent says
    /// now; where the agent's file was removed, any CLI's login may be in it.
    private Optional<PrivateHome> known(JobSpec spec, Path directory, @Nullable Object credential) {
        PrivateHome there = new PrivateHome(state(directory), StateRule.EMPTY, Map.of());
        try {
            Agent agent = agents.require(spec.agent().orElseThrow());
            return there.hasLogin()
                    ? Optional.of(
                            new PrivateHome(
                                    there.directory(),
                                    agents.cli(agent).state().orElse(StateRule.EMPTY),
                                    agents.environment()))
                    : home(
                            agent,
                            directory,
                            credential != null,
                            AgentConfinement.BY_HUB.equals(credential));
        } catch (StrawbossException _) { // the agent's file was removed while it ran
            return there.hasLogin() ? agents.loggedIn(there) : Optional.empty();
        }
    }

    private static Path state(Path directory) {
        return Objects.requireNonNull(directory.getParent()).resolve("state");
    }

    /// Logins of workers are not kept the same any more; each still comes home at its job's end.
    public void close() throws InterruptedException {
        logins.close();
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
        Map<String, Object> all = new LinkedHashMap<>(collected);
        all.putAll(confinement.report(job.id().value(), directory));
        collected = withState(job, directory, all);
        confinement.end(job.id().value());
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
