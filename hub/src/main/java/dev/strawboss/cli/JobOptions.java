package dev.strawboss.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
            description =
                    "worktree (the default of dispatch), clone, in-place or none (that of run).")
    private @Nullable String workspace;

    @Option(names = "--timeout", paramLabel = "TIME", description = "Execution time, such as 30m.")
    private @Nullable String timeout;

    @Option(
            names = {"-q", "--queue"},
            paramLabel = "NAME",
            description = "The queue it waits in.")
    private @Nullable String queue;

    @Option(
            names = "--priority",
            paramLabel = "N",
            description = "-100 to 100; the higher starts first.")
    private @Nullable Long priority;

    @Option(
            names = "--after",
            paramLabel = "JOB",
            split = ",",
            description = "Jobs that must succeed first; may be repeated.")
    private List<String> after = new ArrayList<>();

    @Option(names = "--after-any-end", description = "Start even if those jobs fail.")
    private boolean afterAnyEnd;

    @Option(
            names = "--if-unknown",
            paramLabel = "WHAT",
            description = "If the machine dies under it: report (default) or rerun.")
    private @Nullable String ifUnknown;

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            split = ",",
            description = "A word to find it by; may be repeated.")
    private List<String> tags = new ArrayList<>();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Idempotency key: asking again under it gives the same job.")
    private @Nullable String key;

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
        put(arguments, "queue", queue);
        put(arguments, "key", key);
        put(arguments, "if_unknown", ifUnknown);
        if (priority != null) {
            arguments.put("priority", priority);
        }
        if (!after.isEmpty()) {
            arguments.put("after", after);
        }
        if (afterAnyEnd) {
            arguments.put("after_any_end", true);
        }
        if (!tags.isEmpty()) {
            arguments.put("tags", tags);
        }
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
