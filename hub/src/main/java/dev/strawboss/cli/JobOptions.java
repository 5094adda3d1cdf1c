package dev.strawboss.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What every verb that makes a job can be told: where, how long, and whether to wait for it.
final class JobOptions {
    @Option(
            names = {"-p", "--project"},
            paramLabel = "NAME",
            description = "A registered project.")
    private @Nullable String project;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "A directory; default: the current one.")
    private @Nullable Path directory;

    @Option(
            names = "--workspace",
            paramLabel = "KIND",
            description = "worktree (the default of dispatch), in-place or none (that of run).")
    private @Nullable String workspace;

    @Option(names = "--timeout", paramLabel = "TIME", description = "Execution time, such as 30m.")
    private @Nullable String timeout;

    @Option(
            names = {"-d", "--detach"},
            description = "Print the job and return at once.")
    private boolean detach;

    boolean detach() {
        return detach;
    }

    void put(Map<String, Object> arguments, Session session) {
        put(arguments, "workspace", workspace);
        put(arguments, "timeout", timeout);
        put(arguments, "project", project);
        if (directory != null || project == null) {
            Path given =
                    directory == null
                            ? session.directory()
                            : session.directory().resolve(directory);
            put(arguments, "directory", given.toAbsolutePath().normalize().toString());
        }
    }

    static void put(Map<String, Object> arguments, String name, @Nullable String value) {
        if (value != null) {
            arguments.put(name, value);
        }
    }
}
