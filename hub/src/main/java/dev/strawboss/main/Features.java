package dev.strawboss.main;

import dev.strawboss.agents.AgentJobs;
import dev.strawboss.agents.Agents;
import dev.strawboss.bridge.Home;
import dev.strawboss.commands.CommandJobs;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Configuration;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Tool;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.projects.Projects;
import dev.strawboss.store.Database;
import dev.strawboss.tools.Tools;
import dev.strawboss.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Builds the features of a hub on one another, from the ground up.
final class Features {
    private Features() {}

    static List<Tool> start(Home home, Hub.Closing closing, Map<String, String> starter)
            throws IOException {
        Path state = home.state();
        Configuration configuration =
                new Configuration(
                        home.configuration(),
                        List.of(Agents.TIMEOUT, Agents.DEFAULT, CommandJobs.TIMEOUT));
        HubEnvironment environment = new HubEnvironment(home, configuration, starter);
        // slow with a heavy profile, and needed first by the first job
        Thread renewal = Threads.virtual("login-environment", environment::renew);
        closing.later(() -> {
            renewal.interrupt();
            renewal.join();
        });

        Database database = Database.open(state.resolve("strawboss.db"));
        closing.later(database);
        Workspaces workspaces =
                new Workspaces(
                        state.resolve("workspaces"),
                        environment,
                        () -> configuration.value(Configuration.LARGE_FILE));
        takeOver(workspaces);
        Projects projects = new Projects(configuration);
        Agents agents = new Agents(configuration, environment);
        AgentJobs agentJobs = new AgentJobs(agents, projects, workspaces, configuration);
        CommandJobs commandJobs = new CommandJobs(workspaces, configuration, environment);
        LocalPlacement placement = placement(state);
        Jobs jobs =
                new Jobs(
                        database,
                        state.resolve("jobs"),
                        placement,
                        List.of(agentJobs, commandJobs),
                        configuration.value(Configuration.SLOTS),
                        Clock.systemUTC());
        closing.later(jobs);
        CrashPoint.JOBS_TAKEN_UP.pass();
        return Tools.all(
                jobs,
                agents,
                agentJobs,
                commandJobs,
                projects,
                workspaces,
                configuration,
                new LocalMachine(state, placement, environment),
                environment,
                Clock.systemUTC());
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
