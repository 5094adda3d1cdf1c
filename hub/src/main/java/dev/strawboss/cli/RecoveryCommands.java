package dev.strawboss.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `strawboss verify`, `continue` and `retry`: what can be done about a job that ended, above all
/// one whose outcome is not known.
final class RecoveryCommands {
    private RecoveryCommands() {}

    private static final class Which {
        @Parameters(paramLabel = "JOB", arity = "1..*", description = "Job ids.")
        private List<String> jobs = new ArrayList<>();

        @Option(names = "--json", description = "One object per line.")
        private boolean json;

        Integer call(Session session, String action) throws InterruptedException {
            session.print(
                    session.call("control", Map.of("action", action, "jobs", jobs)), json, "jobs");
            return 0;
        }
    }

    /// Looks again.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description =
                    "Look again at what jobs of unknown outcome left; one whose end shows, ends so.")
    static final class Verify implements Callable<Integer> {
        private final Session session;

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Which which;

        Verify(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            return which.call(session, "verify");
        }
    }

    /// The agent goes on.
    @Command(
            name = "continue",
            mixinStandardHelpOptions = true,
            description =
                    "Let the agents of jobs of unknown outcome go on, in their session and workspace.")
    static final class Continue implements Callable<Integer> {
        private final Session session;

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Which which;

        Continue(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            return which.call(session, "continue");
        }
    }

    /// From the start.
    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description = "Run finished jobs again from the start, as new jobs.")
    static final class Retry implements Callable<Integer> {
        private final Session session;

        @Mixin
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private Which which;

        Retry(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws InterruptedException {
            return which.call(session, "retry");
        }
    }
}
