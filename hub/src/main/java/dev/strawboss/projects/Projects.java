package dev.strawboss.projects;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Entry;
import dev.strawboss.config.Folder;
import dev.strawboss.config.Names;
import dev.strawboss.config.Problem;
import dev.strawboss.config.Section;
import dev.strawboss.config.Shown;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import dev.strawboss.sandbox.Demand;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The registered projects, kept in `projects.d/`.
public final class Projects {
    private static final Comparator<Project> ORDER =
            Comparator.comparingInt(Project::order).thenComparing(Project::name);

    private final Configuration configuration;

    public Projects(Configuration configuration) {
        this.configuration = configuration;
    }

    /// Where a dispatch goes.
    ///
    /// @param project empty when a directory was named
    public record Target(Optional<Project> project, Path directory) {}

    /// In the order a person gave them.
    public List<Project> list() {
        List<Project> projects = new ArrayList<>();
        for (Entry entry : configuration.entries(Folder.PROJECTS)) {
            try {
                projects.add(Project.of(entry.name(), entry.section()));
            } catch (StrawbossException _) {
                // one bad file does not hide the others; problems() says what is wrong with it
            }
        }
        projects.sort(ORDER);
        return projects;
    }

    /// Files of projects that say something that cannot be.
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        for (Entry entry : configuration.entries(Folder.PROJECTS)) {
            try {
                var _ = Project.of(entry.name(), entry.section());
            } catch (StrawbossException bad) {
                problems.add(
                        new Problem(
                                configuration.file(Folder.PROJECTS, entry.name()),
                                String.valueOf(bad.getMessage())));
            }
        }
        return problems;
    }

    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if its file is wrong
    public Optional<Project> find(String name) {
        return configuration
                .entry(Folder.PROJECTS, name)
                .map(entry -> Project.of(name, entry.section()));
    }

    /// @throws StrawbossException with [ErrorCode#UNKNOWN_PROJECT] and the nearest name
    public Project require(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /// What a project's file says as it stands there; nothing if it has no file.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if it cannot be read
    public Map<String, Object> configured(String name) {
        return configuration
                .entry(Folder.PROJECTS, name)
                .map(entry -> entry.section().values())
                .orElse(Map.of());
    }

    /// Registers or changes a project.
    public void save(Project project) {
        requireDirectory(project.path());
        configuration.save(Folder.PROJECTS, project.name(), project.values());
    }

    /// Registers or changes a project from the values of its file, checked as that file is.
    public Project save(String name, Map<String, Object> values) {
        Names.require("project", name);
        Project project = Project.of(name, new Section("project " + name, values));
        save(project);
        return project;
    }

    /// @throws StrawbossException with [ErrorCode#UNKNOWN_PROJECT] and the nearest name
    public void remove(String name) {
        if (!Names.wellFormed(name) || !configuration.remove(Folder.PROJECTS, name)) {
            throw unknown(name);
        }
    }

    /// Puts a project at a place of the list, from 1; the others close up.
    public void move(String name, int place) {
        List<Project> projects = new ArrayList<>(list());
        Project moved = require(name);
        projects.remove(moved);
        projects.add(Math.clamp(place - 1L, 0, projects.size()), moved);
        for (int i = 0; i < projects.size(); i++) {
            Project project = projects.get(i);
            if (project.order() != i + 1) {
                Map<String, Object> values = new LinkedHashMap<>(project.values());
                values.put("order", i + 1);
                configuration.save(Folder.PROJECTS, project.name(), values);
            }
        }
    }

    /// The target of a dispatch: a project's name, or a directory. A word without a slash is a
    /// project if there is one of that name, else a directory; `.` and everything with a slash is a
    /// directory.
    ///
    /// @param current where relative directories start
    /// @throws StrawbossException if it is neither
    public Target resolve(String projectOrDirectory, Path current) {
        if (projectOrDirectory.isEmpty() || projectOrDirectory.indexOf('\0') >= 0) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "A project or directory needs a name without NUL.",
                    "strawboss projects");
        }
        Optional<Project> project = find(projectOrDirectory);
        if (project.isPresent()) {
            return new Target(project, requireDirectory(project.get().path()));
        }
        Path directory = path(projectOrDirectory, current);
        if (looksLikeName(projectOrDirectory) && !Files.isDirectory(directory)) {
            throw unknown(projectOrDirectory);
        }
        return new Target(registeredAt(directory), requireDirectory(directory));
    }

    /// What jobs in a directory need at least: the narrowest that any project asks for in which the
    /// directory is, by whatever name it is called.
    ///
    /// @throws StrawbossException with [ErrorCode#CONFIGURATION] if a project's file does not let
    ///   itself be read, and may be about this directory
    public Demand sandbox(Path directory) {
        Path real = real(requireDirectory(directory));
        Demand narrowest = Demand.OFF;
        for (String name : configuration.names(Folder.PROJECTS)) {
            Optional<Section> section =
                    configuration.entry(Folder.PROJECTS, name).map(Entry::section);
            if (section.isPresent() && real.startsWith(real(Project.path(section.get())))) {
                Project project = Project.of(name, section.get());
                narrowest = narrowest.and(project.sandbox().orElse(Demand.OFF));
            }
        }
        return narrowest;
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) { // nothing that can be reached is in it
            return path;
        }
    }

    private Optional<Project> registeredAt(Path directory) {
        return list().stream().filter(project -> project.path().equals(directory)).findFirst();
    }

    private static boolean looksLikeName(String text) {
        return text.indexOf('/') < 0 && !text.equals(".") && !text.equals("..");
    }

    private static Path path(String directory, Path current) {
        try {
            return current.resolve(directory).toAbsolutePath().normalize();
        } catch (InvalidPathException invalid) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "\"" + Shown.text(directory, 200) + "\" cannot be a directory.",
                    "strawboss projects",
                    invalid);
        }
    }

    private static Path requireDirectory(Path directory) {
        if (Files.isDirectory(directory)) {
            return directory;
        }
        String shown = Shown.text(directory.toString(), 200);
        throw new StrawbossException(
                ErrorCode.UNKNOWN_DIRECTORY,
                Files.exists(directory)
                        ? shown + " is not a directory."
                        : "There is no directory " + shown + "." + nearestBeside(directory),
                "strawboss projects");
    }

    // Only names in the nearest directory that exists: a person mistypes one word, not a path.
    private static String nearestBeside(Path directory) {
        Path parent = directory.getParent();
        Path name = directory.getFileName();
        if (parent == null || name == null || !Files.isDirectory(parent)) {
            return "";
        }
        List<String> names = new ArrayList<>();
        try (var beside = Files.newDirectoryStream(parent, Files::isDirectory)) {
            beside.forEach(path -> names.add(String.valueOf(path.getFileName())));
        } catch (IOException | DirectoryIteratorException _) {
            return ""; // a suggestion is only a courtesy
        }
        return Suggestion.nearest(name.toString(), names)
                .map(nearest -> " Did you mean " + parent.resolve(nearest) + "?")
                .orElse("");
    }

    private StrawbossException unknown(String name) {
        List<String> known = list().stream().map(Project::name).toList();
        return new StrawbossException(
                ErrorCode.UNKNOWN_PROJECT,
                "There is no project \""
                        + Shown.text(name, 60)
                        + "\"."
                        + Suggestion.sentence(name, known),
                known.isEmpty()
                        ? "strawboss projects add NAME path=DIRECTORY"
                        : "Known projects: " + String.join(", ", known) + ".");
    }
}
