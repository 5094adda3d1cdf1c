package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What tests of the engine stand on: an engine over commands that outlive it.
abstract class Engine {
    static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path directory;

    final SurvivingPlacement placement = new SurvivingPlacement();

    Database database;

    Jobs jobs;
    Clock clock = Clock.systemUTC();

    @BeforeEach
    final void begin() {
        begin(4);
    }

    @AfterEach
    final void end() {
        jobs.close();
        database.close();
    }

    final void execute(String sql) {
        int changed = database.write(handle -> handle.execute(sql));
        assertThat(changed).isNotNegative();
    }

    final TestKind kind = new TestKind();

    /// Plays the words of the job's text: milliseconds and exit status.
    static final class TestKind implements JobKind {
        final CountDownLatch blocked = new CountDownLatch(1);
        final CountDownLatch released = new CountDownLatch(1);

        @Override
        public String name() {
            return "test";
        }

        @Override
        public RunPlan prepare(Job job, Path directory) throws InterruptedException {
            if (job.spec().text().equals("refuse")) {
                throw new StrawbossException(
                        ErrorCode.MISSING_BINARY, "There is no such program.", "Install it.");
            }
            if (job.spec().text().endsWith("sulk") && blocked.getCount() > 0) {
                blocked.countDown();
                sulk();
            }
            if (job.spec().text().endsWith("held")) {
                blocked.countDown();
                released.await();
            }
            if (job.spec().text().equals("block")) {
                blocked.countDown();
                new CountDownLatch(1).await();
            }
            if (job.spec().text().equals("no-memory")) {
                throw new OutOfMemoryError("on purpose");
            }
            List<String> words = List.of(job.spec().text().split(" ", 3));
            return new RunPlan(
                    words, directory, Map.of(), Optional.empty(), job.spec().timeout(), 10, 10);
        }

        /// As features do that cannot throw InterruptedException.
        private static void sulk() {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StrawbossException(ErrorCode.INTERNAL, "Interrupted.", "Try again.", e);
            }
        }

        @Override
        public Conclusion conclude(Job job, Path directory, Exit exit) {
            if (job.spec().text().endsWith("no-memory-at-the-end")) {
                throw new OutOfMemoryError("on purpose");
            }
            Verdict verdict =
                    exit.status() == 0
                            ? new Verdict.Success()
                            : new Verdict.Failure(
                                    ErrorCode.NONZERO_EXIT, "exit status " + exit.status());
            String text = job.spec().text();
            return new Conclusion(
                    verdict,
                    Map.of(
                            "said",
                            text.substring(0, Math.min(20, text.length())),
                            "length",
                            text.length()));
        }
    }

    final void begin(int slots) {
        database = Database.open(directory.resolve("strawboss.db"));
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        placement,
                        List.of(kind),
                        slots,
                        clock);
    }

    final void restart() {
        restart(4);
    }

    final void restart(int slots) {
        database.close();
        jobs.close();
        begin(slots);
    }

    static JobSpec spec(String text, Duration timeout) {
        return new JobSpec(
                "test",
                "t",
                Optional.empty(),
                Optional.empty(),
                Path.of("/"),
                timeout,
                text,
                Map.of("b", 1L, "a", "x"));
    }

    final Job accept(String text) {
        return jobs.accept(spec(text, LONG), "test", Optional.empty());
    }

    final Job await(JobId id) throws InterruptedException {
        Job job = jobs.await(List.of(id), true, LONG).getFirst();
        assertThat(job.finished()).as(id + " is " + job.state()).isTrue();
        return job;
    }

    final void awaitState(JobId id, String state) throws InterruptedException {
        long deadline = System.nanoTime() + LONG.toNanos();
        while (!jobs.require(id.value()).state().wireName().equals(state)) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(2);
        }
    }

    final List<Job> list(Set<String> states, Optional<Long> before, int limit) {
        return jobs.history().list(JobFilter.states(states), before, limit).jobs();
    }
}
