package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Egress;
import dev.strawboss.egress.Forwarder;
import dev.strawboss.egress.WayOut;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobId;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.jobs.JobState;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.projects.Projects;
import dev.strawboss.sandbox.Sandbox;
import dev.strawboss.sandbox.Unconfined;
import dev.strawboss.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Everything an agent job needs, in one directory: configuration, programs, a git repository.
final class AgentBench {
    final Path directory;
    final Path repository;
    final Map<String, String> environment = new HashMap<>();
    final Configuration configuration;
    final Projects projects;
    final Agents agents;
    final AgentJobs jobs;
    final Egress egress;
    Path attempt;

    AgentBench(Path directory) throws Exception {
        this.directory = directory;
        this.repository = Files.createDirectories(directory.resolve("repository"));
        this.attempt = directory;
        Files.createDirectories(directory.resolve("bin"));
        Unconfined.in(directory.resolve("config"));
        environment.put("PATH", directory.resolve("bin") + ":/usr/bin:/bin");
        environment.put("HOME", Files.createDirectories(directory.resolve("home")).toString());
        configuration =
                new Configuration(
                        directory.resolve("config"), List.of(Agents.TIMEOUT, Agents.DEFAULT));
        projects = new Projects(configuration);
        agents = new Agents(configuration, () -> environment);
        Workspaces workspaces =
                new Workspaces(
                        Files.createDirectories(directory.resolve("jobs")), () -> environment);
        egress = new Egress(directory.resolve("egress"), agents::secret);
        WayOut wayOut =
                new WayOut(
                        new Sandbox(directory.resolve("sandbox"), Set.of()),
                        egress,
                        configuration,
                        Forwarder.of(
                                Optional.of(Path.of("/usr/bin/perl")),
                                Path.of("/no"),
                                Path.of("/no")));
        jobs =
                new AgentJobs(
                        agents, projects, workspaces, configuration, wayOut, Clock.systemUTC());
        git("init", "-q", "-b", "main");
        git(
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@t",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                "i");
    }

    /// Installs a program on PATH.
    Path program(String name, String script) throws IOException {
        Path file = directory.resolve("bin").resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file;
    }

    AgentRequest request(String agent, String prompt) {
        return new AgentRequest(
                repository.toString(),
                directory,
                Optional.of(agent),
                prompt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    Job job(JobSpec spec) {
        return new Job(
                JobId.random(),
                1,
                spec,
                "test",
                Instant.now(),
                new JobState.Queued(Instant.now()),
                1,
                Optional.empty(),
                Map.of());
    }

    RunPlan prepare(Job job) throws Exception {
        attempt =
                Files.createDirectories(
                        directory.resolve("attempts").resolve(job.id().value()).resolve("1"));
        return jobs.prepare(job, attempt);
    }

    /// Prepares, runs and concludes.
    Conclusion run(AgentRequest request) throws Exception {
        Job job = job(jobs.spec(request));
        RunPlan plan = prepare(job);
        return jobs.conclude(job, attempt, Ran.plan(plan, attempt));
    }

    /// The same request, confined.
    static AgentRequest confined(AgentRequest request) {
        return new AgentRequest(
                request.target(),
                request.current(),
                request.agent(),
                request.prompt(),
                request.mode(),
                request.model(),
                request.workspace(),
                request.timeout(),
                request.strawbossTools(),
                true);
    }

    private void git(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git =
                new ProcessBuilder(command).directory(repository.toFile()).inheritIO().start();
        if (git.waitFor() != 0) {
            throw new AssertionError("git failed: " + command);
        }
    }
}
