package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Somebody sets the clock while jobs run.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class ClockTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path directory;

    private final SurvivingPlacement placement = new SurvivingPlacement();
    private final Wall wall = new Wall();
    private Database database;
    private Jobs jobs;

    @BeforeEach
    void begin() {
        database = Database.open(directory.resolve("strawboss.db"));
        jobs =
                new Jobs(
                        database,
                        directory.resolve("jobs"),
                        placement,
                        List.of(new Plain()),
                        1,
                        wall);
    }

    @AfterEach
    void end() {
        jobs.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P30D", "-PT2H", "PT2H", "P30D"})
    void aJumpEndsNoJobEarlyAndShowsNoNegativeAge(String jump) throws Exception {
        Job running = accept("1500 0", LONG);
        Job queued = accept("1 0", LONG);
        awaitState(running.id(), "running");
        wall.jump(Duration.parse(jump));
        assertThat(jobs.why(jobs.require(running.id().value()))).doesNotContainPattern("-[0-9]");
        assertThat(await(running.id()).state()).isInstanceOf(JobState.Succeeded.class);
        Job last = await(queued.id());
        assertThat(last.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(
                        jobs.events(jobs.require(running.id().value())).stream()
                                .map(JobEventCodec::type))
                .containsExactly("accepted", "claimed", "started", "exited", "succeeded");
        assertThat(jobs.history().list(JobFilter.ALL, Optional.empty(), 10).jobs())
                .extracting(Job::id)
                .containsExactly(queued.id(), running.id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-P30D", "P30D"})
    void aJumpLetsNoJobRunPastItsTimeout(String jump) throws Exception {
        Job job = accept("600000 0", Duration.ofSeconds(2));
        awaitState(job.id(), "running");
        wall.jump(Duration.parse(jump));
        assertThat(jobs.require(job.id().value()).state().wireName()).isEqualTo("running");
        assertThat(await(job.id()).state()).isInstanceOf(JobState.TimedOut.class);
    }

    @Test
    void aClockThatIsSetBackWhileNoHubRunsGivesAJobItsTimeoutAgainAtMost() throws Exception {
        Job job = accept("600000 0", Duration.ofSeconds(2));
        awaitState(job.id(), "running");
        end();
        wall.jump(Duration.ofDays(-400));
        begin();
        assertThat(await(job.id()).state()).isInstanceOf(JobState.TimedOut.class);
    }

    @Test
    void aDeadlineOfAThousandYearsIsFarAway() {
        assertThat(Deadline.in(Duration.ofDays(365_000)).passed()).isFalse();
        assertThat(Deadline.in(Duration.ofSeconds(-5)).passed()).isTrue();
        assertThat(Deadline.in(Duration.ofSeconds(-5)).left()).isZero();
    }

    /// The wall clock of a machine on which somebody sets it.
    private static final class Wall extends Clock {
        private final InstantSource real = InstantSource.system();
        private volatile Duration off = Duration.ZERO;

        void jump(Duration by) {
            off = by;
        }

        @Override
        public Instant instant() {
            return real.instant().plus(off);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private static final class Plain implements JobKind {
        @Override
        public String name() {
            return "test";
        }

        @Override
        public RunPlan prepare(Job job, Path directory) {
            return new RunPlan(
                    List.of(job.spec().text().split(" ", -1)),
                    directory,
                    Map.of(),
                    Optional.empty(),
                    job.spec().timeout(),
                    10,
                    10);
        }

        @Override
        public Conclusion conclude(Job job, Path directory, Exit exit) {
            return new Conclusion(new Verdict.Success(), Map.of());
        }
    }

    private Job accept(String text, Duration timeout) {
        return jobs.accept(
                new JobSpec(
                        "test",
                        "t",
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("/"),
                        timeout,
                        text,
                        Map.of()),
                "test",
                Optional.empty());
    }

    private Job await(JobId id) throws InterruptedException {
        return jobs.await(List.of(id), true, LONG).getFirst();
    }

    private void awaitState(JobId id, String state) throws InterruptedException {
        while (!jobs.require(id.value()).state().wireName().equals(state)) {
            Thread.sleep(2);
        }
    }
}
