package dev.strawboss.torture;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.crash.CrashPoint;
import dev.strawboss.crash.HubDied;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs seeds and counts what came of them.
public final class Torture {
    private static final int ENGINES = 8;
    private static final int HUBS = 3;

    private Torture() {}

    /// One trial by its seed.
    private interface Trial {
        Outcome run(long seed, Path directory) throws IOException, InterruptedException;
    }

    /// Seeds against store, queue and attempts in this process.
    ///
    /// @param directory for the stores; empty again afterwards, but for those of failed seeds
    /// @param progress hears of failures at once
    public static Tally engine(
            long seed, int seeds, Path directory, Clock clock, Consumer<String> progress)
            throws InterruptedException {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(Torture::uncaught);
        CrashPoint.arm(Fuse::passed);
        try {
            Tally tally = new Tally("engine");
            Trial trial = (own, place) -> new EngineTrial(own, place, clock).run();
            run(tally, seed, seeds, ENGINES, directory, trial, progress);
            return tally;
        } finally {
            CrashPoint.disarm();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    /// Seeds against the real process.
    ///
    /// @param command that starts a hub: java and its options first, `hub serve` last
    public static Tally hubs(
            long seed, int seeds, Path directory, HubCommand command, Consumer<String> progress)
            throws InterruptedException {
        Tally tally = new Tally("hubs");
        Trial trial = (own, place) -> new HubTrial(own, place, command).run();
        run(tally, seed, seeds, HUBS, directory, trial, progress);
        return tally;
    }

    /// Every kind of job and every point, once each, against the real process; the seeds are the
    /// kinds.
    public static Tally sweep(Path directory, HubCommand command, Consumer<String> progress)
            throws InterruptedException {
        Tally tally = new Tally("sweep");
        Trial trial = (own, place) -> new HubSweep(own, place, command).run();
        run(tally, 0, Errand.values().length, HUBS, directory, trial, progress);
        return tally;
    }

    /// How a real hub is started, and what git sees.
    ///
    /// @param words java and its options first, `hub serve` last
    public record HubCommand(List<String> words, Map<String, String> environment) {
        public HubCommand {
            words = List.copyOf(words);
            environment = Map.copyOf(environment);
        }
    }

    /// Several at a time: they mostly wait.
    private static void run(
            Tally tally,
            long seed,
            int seeds,
            int atATime,
            Path directory,
            Trial trial,
            Consumer<String> progress)
            throws InterruptedException {
        AtomicLong next = new AtomicLong(seed);
        Runnable worker =
                () -> {
                    for (long own = next.getAndIncrement();
                            own < seed + seeds;
                            own = next.getAndIncrement()) {
                        tally.add(outcome(own, directory.resolve("seed-" + own), trial), progress);
                    }
                };
        List<Thread> workers =
                IntStream.range(0, atATime)
                        .mapToObj(_ -> Threads.virtual("torture", worker))
                        .toList();
        for (Thread thread : workers) {
            thread.join();
        }
    }

    private static Outcome outcome(long seed, Path directory, Trial trial) {
        try {
            Outcome outcome = trial.run(seed, Files.createDirectories(directory));
            if (outcome.faults().isEmpty()) {
                delete(directory);
            }
            return outcome;
        } catch (IOException | RuntimeException e) {
            return Outcome.failed(seed, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed(seed, e);
        }
    }

    /// Threads of a hub that is played to have died end with an error that says nothing.
    private static void uncaught(Thread thread, Throwable error) {
        if (!(error instanceof HubDied)) {
            System.err.println("thread " + thread.getName() + " ended by " + error);
        }
    }

    private static void delete(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(tree)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
