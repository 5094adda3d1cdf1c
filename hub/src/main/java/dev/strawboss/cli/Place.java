package dev.strawboss.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a job is to work: a project, or a directory.
final class Place {
    private Place() {}

    static void put(
            Map<String, Object> arguments,
            Session session,
            @Nullable String project,
            @Nullable Path directory) {
        if (project != null) {
            arguments.put("project", project);
        }
        if (directory != null || project == null) {
            Path given =
                    directory == null
                            ? session.directory()
                            : session.directory().resolve(directory);
            arguments.put("directory", given.toAbsolutePath().normalize().toString());
        }
    }
}
