package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    private static double median(List<Duration> times) {
        return times.stream().sorted().toList().get(times.size() / 2).toNanos() / 1e6;
    }
}
