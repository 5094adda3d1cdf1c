package dev.strawboss.torture;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `strawboss torture`: lets hubs die and counts what was lost.
@Command(
        name = "torture",
        mixinStandardHelpOptions = true,
        description = "Let hubs die in every way and at every place, and count what was lost.")
public final class TortureCommand implements Callable<Integer> {
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--seeds", description = "How many (default: 100).", defaultValue = "100")
    private int seeds;

    @Option(
            names = "--seed",
            description = "The first one (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private long seed;

    public TortureCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        // what dying hubs log is no news; to be set before anything logs
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        PrintWriter out = spec.commandLine().getOut();
        Path directory = Files.createTempDirectory("strawboss-torture-");
        long begin = System.nanoTime();
        Tally tally = Torture.engine(seed, seeds, directory, clock, out::println);
        out.println(tally.table(Duration.ofNanos(System.nanoTime() - begin)));
        out.flush();
        return tally.good() ? 0 : 1;
    }
}
