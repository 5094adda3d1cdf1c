package dev.strawboss.tools;

import dev.strawboss.agents.AgentStatus;
import dev.strawboss.agents.Agents;
import dev.strawboss.agents.Diagnosis;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Folder;
import dev.strawboss.config.Problem;
import dev.strawboss.projects.Project;
import dev.strawboss.projects.Projects;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/// Looks whether everything that jobs need is there.
final class Doctor {
    private final Machine machine;
    private final Agents agents;
    private final Projects projects;
    private final Configuration configuration;

    Doctor(Machine machine, Agents agents, Projects projects, Configuration configuration) {
        this.machine = machine;
        this.agents = agents;
        this.projects = projects;
        this.configuration = configuration;
    }

    /// @param typed by a person; for a model no program is run that an agent's file brings in
    List<Check> checks(boolean typed) throws InterruptedException {
        List<Check> checks = new ArrayList<>(machine.checks());
        agents(checks, typed);
        for (Project project : projects.list()) {
            if (!Files.isDirectory(project.path())) {
                checks.add(
                        Check.problem(
                                "project " + project.name(),
                                "There is no directory " + project.path() + ".",
                                "strawboss projects add "
                                        + project.name()
                                        + " path=DIRECTORY, or strawboss projects remove "
                                        + project.name()));
            }
        }
        List<Problem> problems = problems();
        for (Problem problem : problems) {
            checks.add(
                    Check.problem("configuration", problem.sentence(), "Edit " + problem.file()));
        }
        if (problems.isEmpty()) {
            checks.add(Check.ok("configuration", configuration.directory().toString()));
        }
        return checks;
    }

    /// What is wrong in the files that people edit.
    List<Problem> problems() {
        List<Problem> all = new ArrayList<>(configuration.problems());
        all.addAll(agents.problems());
        all.addAll(projects.problems());
        return all.stream().distinct().toList();
    }

    // A CLI of the catalog that is not installed is nothing wrong, unless there is no other.
    private void agents(List<Check> checks, boolean typed) throws InterruptedException {
        boolean any = false;
        for (AgentStatus status : agents.list()) {
            String name = status.agent().name();
            boolean wanted = configuration.entry(Folder.AGENTS, name).isPresent();
            any |= status.installed();
            if (status.installed()) {
                checks.add(
                        diagnosed(
                                typed
                                        ? agents.doctor(name, machine.asking())
                                        : agents.cautiousDoctor(name, machine.asking())));
            } else if (wanted) {
                checks.add(Check.problem("agent " + name, "Not installed.", status.install()));
            } else {
                checks.add(Check.note("agent " + name, "Not installed.", status.install()));
            }
        }
        if (!any) {
            checks.add(
                    Check.problem(
                            "agents",
                            "No agent is installed, so nothing can be dispatched.",
                            "Install one of those above, then strawboss doctor"));
        }
    }

    private static Check diagnosed(Diagnosis diagnosis) {
        String name = "agent " + diagnosis.status().agent().name();
        String binary = diagnosis.status().binary().map(Object::toString).orElse("");
        String version = diagnosis.version().map(text -> text + ", ").orElse("");
        return diagnosis.healthy()
                ? Check.ok(name, version + binary)
                : Check.problem(
                        name, String.join(" ", diagnosis.warnings()), diagnosis.status().install());
    }
}
