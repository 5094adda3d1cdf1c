package dev.strawboss.main;

import dev.strawboss.agents.AgentJobs;
import dev.strawboss.agents.Agents;
import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.Name;
import dev.strawboss.cleanup.Cleanup;
import dev.strawboss.cleanup.DailyCleanup;
import dev.strawboss.commands.CommandJobs;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Key;
import dev.strawboss.config.Keyring;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.egress.Egress;
import dev.strawboss.egress.Forwarder;
import dev.strawboss.egress.WayOut;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.http.Http;
import dev.strawboss.http.HttpSettings;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Offer;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.projects.Projects;
import dev.strawboss.sandbox.Sandbox;
import dev.strawboss.sandbox.SandboxSettings;
import dev.strawboss.secrets.RedactedKind;
import dev.strawboss.secrets.SecretsInUse;
import dev.strawboss.store.Database;
import dev.strawboss.tokens.Tokens;
import dev.strawboss.tools.Access;
import dev.strawboss.tools.Tools;
import dev.strawboss.workspace.Workspaces;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Builds the features of a hub on one another, from the ground up.
final class Features {
    private Features() {}

    static Offer start(Home home, Hub.Closing closing, Map<String, String> starter, Keyring keyring)
            throws IOException {
        Path state = home.state();
        Configuration configuration = new Configuration(home.configuration(), keys(), keyring);
        HubEnvironment environment = new HubEnvironment(home, configuration, starter);
        // slow with a heavy profile, and needed first by the first job
        SecretsInUse secrets = new SecretsInUse(configuration, environment);
        RedactedLog.install(secrets::recent);
        Thread renewal = Threads.virtual("login-environment", environment::renew);
        closing.later(() -> {
            renewal.interrupt();
            renewal.join();
        });

        Path store = state.resolve("strawboss.db");
        LostStore.refuse(state, store);
        Database database = Database.open(store);
        closing.later(database);
        Workspaces workspaces =
                new Workspaces(
                        state.resolve("workspaces"),
                        environment,
                        () -> configuration.value(Configuration.LARGE_FILE));
        takeOver(workspaces);
        Projects projects = new Projects(configuration);
        Agents agents = new Agents(configuration, environment);
        LocalPlacement placement = placement(state);
        Sandbox sandbox = new Sandbox(state, placement.bounds(), closed(home));
        Egress egress = new Egress(state.resolve("egress"), agents::secret);
        closing.later(egress);
        WayOut wayOut = new WayOut(sandbox, egress, configuration, forwarder());
        AgentJobs agentJobs =
                new AgentJobs(
                        agents, projects, workspaces, configuration, wayOut, Clock.systemUTC());
        closing.later(agentJobs::close);
        CommandJobs commandJobs = new CommandJobs(workspaces, configuration, environment, wayOut);
        Jobs jobs =
                new Jobs(
                        database,
                        state.resolve("jobs"),
                        placement,
                        List.of(
                                new RedactedKind(agentJobs, secrets),
                                new RedactedKind(commandJobs, secrets)),
                        new ConfiguredLimits(configuration),
                        Clock.systemUTC(),
                        Name::alive);
        closing.later(jobs);
        egress.keep(job ->
                jobs.history().known(List.of(new JobId(job))).stream()
                        .anyMatch(open -> !open.finished()));
        CrashPoint.JOBS_TAKEN_UP.pass();
        Cleanup cleanup = new Cleanup(jobs.history(), workspaces, configuration, Clock.systemUTC());
        closing.later(new DailyCleanup(cleanup));
        Tokens tokens = new Tokens(database, Clock.systemUTC());
        Http http = new Http(configuration, tokens);
        closing.serving(http::serve);
        return Tools.offer(
                jobs,
                cleanup,
                agents,
                agentJobs,
                commandJobs,
                projects,
                workspaces,
                configuration,
                new LocalMachine(state, placement, environment, sandbox, http),
                new Access(tokens, () -> LocalMachine.http(http)),
                secrets,
                guarded(),
                Clock.systemUTC());
    }

    private static List<Key<?>> keys() {
        List<Key<?>> keys =
                new ArrayList<>(
                        List.of(
                                Agents.TIMEOUT,
                                Agents.DEFAULT,
                                CommandJobs.TIMEOUT,
                                Tools.TOOLSETS));
        keys.addAll(Cleanup.KEYS);
        keys.addAll(SandboxSettings.KEYS);
        keys.add(HttpSettings.KEY);
        keys.add(WayOut.HOSTS);
        return keys;
    }

    /// The configuration, and the programs that we run: both decide what happens outside.
    private static List<Path> closed(Home home) {
        Path code = code();
        return Files.isRegularFile(code)
                ? List.of(home.configuration(), Objects.requireNonNull(code.getParent()))
                : List.of(home.configuration());
    }

    /// The jar of the bridge, or a directory of classes.
    private static Path code() {
        URL bridge = Home.class.getProtectionDomain().getCodeSource().getLocation();
        return Path.of(URI.create(bridge.toString()));
    }

    /// What bounds models: also what decides which programs the hub runs itself, in no sandbox, and
    /// whose keys it hands out.
    private static Set<String> guarded() {
        Set<String> names =
                new HashSet<>(
                        Set.of(
                                WayOut.HOSTS.name(),
                                Configuration.ENVIRONMENT.name(),
                                Configuration.SECRETS_FILE.name(),
                                Configuration.SECRETS_IN.name()));
        SandboxSettings.KEYS.forEach(key -> names.add(key.name()));
        return names;
    }

    /// Perl as the sandbox shows it, else this Java.
    private static Forwarder forwarder() {
        Path perl = Path.of("/usr/bin/perl");
        return Forwarder.of(
                Files.isExecutable(perl) ? Optional.of(perl) : Optional.empty(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                code());
    }

    private static void takeOver(Workspaces workspaces) {
        try {
            workspaces.takeOver();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static LocalPlacement placement(Path state) {
        try {
            return new LocalPlacement(state);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static StrawbossException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new StrawbossException(
                ErrorCode.INTERNAL, "Interrupted at the start.", "Try again.", e);
    }
}
