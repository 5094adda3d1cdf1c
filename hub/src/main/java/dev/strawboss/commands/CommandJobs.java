package dev.strawboss.commands;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.JobEnvironment;
import dev.strawboss.config.Key;
import dev.strawboss.egress.WayOut;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobKind;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.InForce;
import dev.strawboss.sandbox.SandboxSettings;
import dev.strawboss.workspace.Workspace;
import dev.strawboss.workspace.WorkspaceMode;
import dev.strawboss.workspace.Workspaces;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Jobs that run exactly the command or script that was asked for.
public final class CommandJobs implements JobKind {
    public static final String NAME = "command";
    private static final String SCRIPT = "script";

    /// How long a command may run, unless the request says otherwise.
    public static final Key<Duration> TIMEOUT =
            new Key<>(
                    "command_timeout",
                    "How long a command may run.",
                    Duration.ofHours(1),
                    Configuration::duration);

    private final Workspaces workspaces;
    private final Configuration configuration;
    private final Supplier<Map<String, String>> environment;
    private final WayOut sandbox;

    /// @param environment the hub's: what a login shell of the person has
    public CommandJobs(
            Workspaces workspaces,
            Configuration configuration,
            Supplier<Map<String, String>> environment,
            WayOut sandbox) {
        this.sandbox = sandbox;
        this.workspaces = workspaces;
        this.configuration = configuration;
        this.environment = environment;
    }

    /// The job that a request asks for, with everything checked that can be before it is accepted.
    ///
    /// @throws StrawbossException what is wrong with it
    public JobSpec spec(CommandRequest request) {
        CommandChecks.check(request);
        WorkspaceMode workspace = request.workspace().orElse(WorkspaceMode.NONE);
        workspaces.check(request.directory(), workspace);
        Map<String, Object> details = new LinkedHashMap<>();
        if (request.command().isEmpty()) {
            details.put("interpreter", request.interpreter());
        } else {
            details.put("command", request.command());
        }
        if (!request.environment().isEmpty()) {
            details.put("environment", request.environment());
        }
        details.put("workspace", workspace.wireName());
        if (request.sandbox() != Demand.OFF) {
            details.put(Demand.DETAIL, request.sandbox().wireName());
        }
        var _ = demand(details); // what cannot be read is refused at once
        return new JobSpec(
                NAME,
                CommandChecks.title(request),
                request.project(),
                Optional.empty(),
                request.directory(),
                request.timeout().orElseGet(() -> configuration.value(TIMEOUT)),
                request.script(),
                details);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public RunPlan prepare(Job job, Path directory) throws InterruptedException {
        JobSpec spec = job.spec();
        Workspace workspace =
                workspaces.prepare(job.id().value(), spec.directory(), workspace(spec.details()));
        RunPlan plan =
                new RunPlan(
                        command(spec, directory),
                        workspace.directory(),
                        environment(spec.details()),
                        Optional.empty(),
                        spec.timeout(),
                        RunPlan.OUTPUT_HEAD,
                        RunPlan.OUTPUT_TAIL);
        Demand demand = demand(spec.details());
        if (demand == Demand.OFF) {
            return plan;
        }
        Path home = Path.of(environment.get().getOrDefault("HOME", "/"));
        return sandbox.confine(
                job.id().value(),
                demand,
                new CommandConfinement(configuration, home)
                        .profile(plan, directory.resolve(SCRIPT)),
                plan,
                WayOut.Needs.NOTHING,
                directory);
    }

    /// A request can only ask for more than is configured.
    private Demand demand(Map<String, Object> details) {
        return Demand.in(details).and(configuration.certainly(SandboxSettings.DEMAND));
    }

    @Override
    public Conclusion conclude(Job job, Path directory, Exit exit) throws InterruptedException {
        CommandOutcome outcome = CommandOutcome.of(directory, exit);
        Map<String, Object> report = new LinkedHashMap<>(outcome.report());
        try {
            report.putAll(collected(job, directory));
        } catch (StrawbossException failed) {
            report.putAll(InForce.read(directory));
            sandbox.end(job.id().value());
            return new Conclusion(outcome.verdictUnless(failed), report);
        }
        if (exit.status() != 0) {
            CommandConfinement.note(report);
        }
        return new Conclusion(outcome.verdict(), report);
    }

    /// Only its exit status says how a command ended, so there is never a verdict.
    @Override
    public Remains examine(Job job, Path directory) throws InterruptedException {
        Map<String, Object> report = new LinkedHashMap<>(CommandOutcome.output(directory));
        report.putAll(collected(job, directory));
        return new Remains(Optional.empty(), report);
    }

    private Map<String, Object> collected(Job job, Path directory) throws InterruptedException {
        Map<String, Object> collected = new LinkedHashMap<>();
        Optional<Workspace> workspace = workspaces.find(job.id().value());
        if (workspace.isPresent()) {
            collected.putAll(workspaces.collect(job.id().value(), workspace.get()).toJson());
        }
        collected.putAll(InForce.read(directory));
        collected.putAll(sandbox.report(job.id().value()));
        sandbox.end(job.id().value());
        return collected;
    }

    private static WorkspaceMode workspace(Map<String, Object> details) {
        return WorkspaceMode.ofWireName(String.valueOf(details.get("workspace")))
                .orElse(WorkspaceMode.NONE);
    }

    private static List<String> command(JobSpec spec, Path directory) {
        if (spec.details().get("command") instanceof List<?> words) {
            return words.stream().map(String.class::cast).toList();
        }
        String interpreter = String.valueOf(spec.details().get("interpreter"));
        return List.of(interpreter, writeScript(directory.resolve(SCRIPT), spec.text()));
    }

    private static String writeScript(Path file, String script) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(
                    file,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
            return Files.write(file, script.getBytes(StandardCharsets.UTF_8)).toString();
        } catch (IOException failed) {
            throw new StrawbossException(
                    ErrorCode.PREPARE_FAILED,
                    "The script cannot be written to " + file + ": " + failed + ".",
                    "Look at the disk: df -h '" + file.getParent() + "'",
                    failed);
        }
    }

    private Map<String, String> environment(Map<String, Object> details) {
        Map<String, String> hub = new HashMap<>(environment.get());
        hub.putAll(configuration.value(Configuration.ENVIRONMENT));
        Map<String, String> least = JobEnvironment.of(hub, List.of());
        if (details.get("environment") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> least.put((String) name, (String) value));
        }
        return least;
    }
}
