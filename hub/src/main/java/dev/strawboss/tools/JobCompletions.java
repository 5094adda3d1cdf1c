package dev.strawboss.tools;

import dev.strawboss.agents.Agents;
import dev.strawboss.jobs.JobFilter;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Completions;
import dev.strawboss.projects.Project;
import dev.strawboss.projects.Projects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Proposes projects, agents and jobs for the arguments of prompts and templates that have these
/// names.
final class JobCompletions implements Completions {
    private static final int MOST = 100;
    private static final int NEWEST = 200;

    private final Jobs jobs;
    private final Agents agents;
    private final Projects projects;

    JobCompletions(Jobs jobs, Agents agents, Projects projects) {
        this.jobs = jobs;
        this.agents = agents;
        this.projects = projects;
    }

    @Override
    public Values complete(
            Call call, Reference of, String argument, String value, Map<String, String> context) {
        Stream<String> known =
                switch (argument) {
                    case "project" -> projects.list().stream().map(Project::name);
                    case "agent" -> agents.list().stream().map(status -> status.agent().name());
                    case "job" -> newest();
                    default -> Stream.empty();
                };
        String typed = value.toLowerCase(Locale.ROOT);
        List<String> fitting =
                known.filter(name -> name.toLowerCase(Locale.ROOT).startsWith(typed)).toList();
        return new Values(fitting.stream().limit(MOST).toList(), fitting.size());
    }

    private Stream<String> newest() {
        return jobs.history().list(JobFilter.ALL, Optional.empty(), NEWEST).jobs().stream()
                .map(job -> job.id().value());
    }
}
