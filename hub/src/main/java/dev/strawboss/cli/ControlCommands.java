package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss pause`, `resume` and `priority`: what may start, and in which order.
final class ControlCommands {
    private ControlCommands() {}

    /// Jobs, a queue, a project or everything.
    private static final class Where {
        @Parameters(paramLabel = "JOB", arity = "0..*", description = "Job ids.")
        private List<String> jobs = new ArrayList<>();

        @Option(
                names = {"-q", "--queue"},
                paramLabel = "NAME",
                description = "A queue.")
        private @Nullable String queue;

        @Option(
                names = {"-p", "--project"},
                paramLabel = "NAME",
                description = "A project.")
        private @Nullable String project;

        @Option(
                names = {"-a", "--all"},
                description = "Everything.")
        private boolean everything;

        @Option(names = "--json", description = "One object per line.")
        private boolean json;

        Integer call(Session session, String action, Map<String, Object> also)
                throws InterruptedException {
            Map<String, Object> arguments = new LinkedHashMap<>(also);
            arguments.put("action", action);
            arguments.put("jobs", jobs);
            JobOptions.put(arguments, "queue", queue);
            JobOptions.put(arguments, "project", project);
            arguments.put("everything", everything);
            session.print(session.call("control", arguments), json, jobs.isEmpty() ? null : "jobs");
            return 0;
        }
    }

    /// Holds.
    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Pause jobs, or let nothing new start in a queue, a project or anywhere.")
    static final class Pause implements Callable<Integer> {
        private final Session session;

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Where where;

        @Option(names = "--running", description = "Pause what runs there too.")
        private boolean running;

        Pause(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            return where.call(session, "pause", Map.of("running", running));
        }
    }

    /// Lets go on.
    @Command(
            name = "resume",
            mixinStandardHelpOptions = true,
            description = "Let paused jobs go on, or those of a queue, a project or all.")
    static final class Resume implements Callable<Integer> {
        private final Session session;

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Where where;

        Resume(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            return where.call(session, "resume", Map.of());
        }
    }

    /// Reorders.
    @Command(
            name = "priority",
            mixinStandardHelpOptions = true,
            description = "Give a job that has not started another priority.")
    static final class Priority implements Callable<Integer> {
        private final Session session;

        @Parameters(index = "0", paramLabel = "JOB", description = "A job's id.")
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private String job;

        @Parameters(
                index = "1",
                paramLabel = "N",
                description = "-100 to 100; the higher starts first.")
        private long priority;

        @Option(names = "--json", description = "One object.")
        private boolean json;

        Priority(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            Map<String, Object> arguments = new LinkedHashMap<>();
            arguments.put("action", "priority");
            arguments.put("jobs", List.of(job));
            arguments.put("priority", priority);
            session.print(session.call("control", arguments), json, "jobs");
            return 0;
        }
    }
}
