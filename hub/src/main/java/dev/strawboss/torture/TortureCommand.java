package dev.strawboss.torture;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `strawboss torture`: lets hubs die and counts what was lost.
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = {
            "Let hubs die in every way and at every place, and count what was lost: in a home of"
                    + " their own, with jobs of every kind.",
            "Without --fold, --real or --points: the seeds of both."
        })
public final class TortureCommand implements Callable<Integer> {
    private final Map<String, String> environment;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            description = "How many (default: ${DEFAULT-VALUE}).",
            defaultValue = "100")
    private int seeds;

    @Option(
            names = "--seed",
            description =
                    "The first one (default: ${DEFAULT-VALUE}); --seeds 1 repeats what it decided.",
            defaultValue = "1")
    private long seed;

    @ArgGroup private final Which which = new Which();

    /// What is tortured.
    private static final class Which {
        @Option(names = "--fold", description = "Only store, queue and attempts, in this process.")
        private boolean fold;

        @Option(names = "--real", description = "Only the real process.")
        private boolean real;

        @Option(
                names = "--points",
                description = "The real process: every kind of job at every point, once each.")
        private boolean points;
    }

    private boolean good = true;

    /// @param environment of git
    public TortureCommand(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
    }

    /// One kind of torture.
    private interface Rounds {
        Tally run(Path directory) throws InterruptedException;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        // what dying engines log is no news; to be set before anything logs
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        boolean both = !which.fold && !which.real && !which.points;
        if (which.fold || both) {
            show(place -> Torture.engine(seed, seeds, place, clock, this::say));
        }
        if (which.real || both) {
            show(place -> Torture.hubs(seed, seeds, place, installed(), this::say));
        }
        if (which.points) {
            show(place -> Torture.sweep(place, installed(), this::say));
        }
        return good ? 0 : 1;
    }

    private void show(Rounds rounds) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("strawboss-torture-");
        long begin = System.nanoTime();
        Tally tally = rounds.run(directory);
        say(tally.table(Duration.ofNanos(System.nanoTime() - begin)));
        good &= tally.good();
        if (tally.good()) {
            Files.delete(directory);
        } else {
            say("What the failed seeds left is in " + directory);
        }
    }

    private Torture.HubCommand installed() {
        String distribution = System.getProperty("strawboss.dist");
        if (distribution == null) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The real process is an installed distribution, and this one does not run from any.",
                    "Run it as ./strawboss torture.");
        }
        try {
            List<String> words =
                    new ArrayList<>(Files.readAllLines(Path.of(distribution, "launch")));
            words.removeIf(word ->
                    word.startsWith("-XX:AOTCache=")
                            && !Files.exists(Path.of(word.substring(word.indexOf('=') + 1))));
            return new Torture.HubCommand(words, environment);
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The installed distribution cannot be read: " + e.getMessage() + ".",
                    "Install it again: ./strawboss --help",
                    e);
        }
    }

    private synchronized void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
