package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.process.Processes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Prints what a run of `true` costs; asserts nothing about it. `-Dtest=StartToExitFigures
/// -Dtest.groups=real`
@Tag("real")
class StartToExitFigures {
    private static final Logger LOG = LoggerFactory.getLogger(StartToExitFigures.class);
    private static final int RUNS = 50;
    private static final int SLOTS = 8;
    private static final int RUNS_OF_A_SLOT = 10;
    private static final int ROUNDS = 5;

    @Test
    void printsTheMedianForEveryMechanism(@TempDir Path state) throws Exception {
        for (String mechanism : Attempts.mechanisms().toList()) {
            Attempts attempts = new Attempts(state, Attempts.mechanism(mechanism));
            for (int i = 0; i < RUNS / 5; i++) {
                attempts.run(plan("true"));
            }
            List<Duration> started = new ArrayList<>();
            List<Duration> ended = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                Instant begin = Instant.now();
                RunHandle run = attempts.start(plan("true"));
                started.add(Duration.between(begin, Instant.now()));
                attempts.awaitExit(run);
                ended.add(Duration.between(begin, Instant.now()));
                attempts.placement.dispose(run.directory().getFileName().toString(), run);
            }
            LOG.info(
                    "{}: p50 to started {} ms, to exit {} ms",
                    mechanism,
                    median(started),
                    median(ended));
            assertThat(ended).hasSize(RUNS);
        }
    }

    /// Interleaved, since the machine is seldom quiet: runs of `true` under way at once, and as
    /// many bare ones without a runner.
    @Test
    void printsHowManyEndPerSecond(@TempDir Path state) throws Exception {
        for (String mechanism : Attempts.mechanisms().toList()) {
            Attempts attempts = new Attempts(state, Attempts.mechanism(mechanism));
            Map<String, List<Double>> rates = new TreeMap<>();
            for (int round = 0; round < ROUNDS; round++) {
                rates.computeIfAbsent("bare", _ -> new ArrayList<>()).add(rate(() -> bare(state)));
                rates.computeIfAbsent("under a runner", _ -> new ArrayList<>())
                        .add(rate(() -> attempts.run(plan("true"))));
            }
            rates.replaceAll((_, all) -> all.stream().sorted().toList());
            double bare = middle(rates, "bare");
            double run = middle(rates, "under a runner");
            LOG.info(
                    "{}: {} per second with {} at once, bare {} per second: {} %",
                    mechanism,
                    Math.round(run),
                    SLOTS,
                    Math.round(bare),
                    Math.round(100 * run / bare));
            assertThat(run).isPositive();
        }
    }

    private interface Task {
        void run() throws Exception;
    }

    private static double rate(Task task) throws InterruptedException {
        long begin = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                for (int i = 0; i < RUNS_OF_A_SLOT; i++) {
                                    try {
                                        task.run();
                                    } catch (Exception e) {
                                        throw new IllegalStateException(e);
                                    }
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return 1e9 * SLOTS * RUNS_OF_A_SLOT / (System.nanoTime() - begin);
    }

    private static void bare(Path state) throws Exception {
        Processes.detached(List.of("/bin/true"), Path.of("/"), Map.of(), state.resolve("bare.err"))
                .waitFor();
    }

    private static double middle(Map<String, List<Double>> rates, String name) {
        List<Double> all = rates.getOrDefault(name, List.of());
        return all.get(all.size() / 2);
    }

    private static double median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2).toNanos() / 1e6;
    }
}
