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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Runs seeds and counts what came of them.
public final class Torture {
    private static final int AT_A_TIME = 8;

    private Torture() {}

    /// Seeds against store, queue and attempts in this process, several at a time: they mostly
    /// sleep.
    ///
    /// @param directory for the stores; empty again afterwards, but for those of failed seeds
    /// @param progress hears of failures at once
    public static Tally engine(
            long seed, int seeds, Path directory, Clock clock, Consumer<String> progress)
            throws InterruptedException {
        Tally tally = new Tally("engine");
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(Torture::uncaught);
        CrashPoint.arm(Fuse::passed);
        try {
            AtomicLong next = new AtomicLong(seed);
            Runnable worker =
                    () -> {
                        for (long own = next.getAndIncrement();
                                own < seed + seeds;
                                own = next.getAndIncrement()) {
                            tally.add(engineSeed(own, directory, clock), progress);
                        }
                    };
            List<Thread> workers =
                    IntStream.range(0, AT_A_TIME)
                            .mapToObj(_ -> Threads.virtual("torture", worker))
                            .toList();
            for (Thread thread : workers) {
                thread.join();
            }
            return tally;
        } finally {
            CrashPoint.disarm();
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    private static Outcome engineSeed(long seed, Path directory, Clock clock) {
        try {
            Path own = Files.createDirectories(directory.resolve("seed-" + seed));
            Outcome outcome = new EngineTrial(seed, own, clock).run();
            if (outcome.faults().isEmpty()) {
                delete(own);
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

    static void delete(Path tree) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(tree)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
