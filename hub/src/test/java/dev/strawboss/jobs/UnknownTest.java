package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done with a job whose machine died under it.
class UnknownTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path directory;

    private final SurvivingPlacement placement = new SurvivingPlacement();
    private final Talker kind = new Talker();
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
                        List.of(kind),
                        4,
                        Clock.systemUTC());
    }

    @AfterEach
    void end() {
        jobs.close();
        database.close();
    }

    @Test
    void whatItLeftIsCollectedAndNothingIsRepeated() throws Exception {
        Job job = lost("", Map.of());
        assertThat(job.state()).isInstanceOf(JobState.Unknown.class);
        assertThat(job.report()).containsEntry("session", "s-1");
        assertThat(placement.starts(job.id())).isEqualTo(1);
        assertThat(jobs.why(job))
                .contains("verify " + job.id(), "continue " + job.id(), "retry " + job.id());
    }

    @Test
    void verifyingLeavesItUnknownWhileNothingShowsHowItEnded() throws Exception {
        Job job = lost("", Map.of());
        assertThat(jobs.recovery().verify(job).state()).isEqualTo(job.state());
        assertThat(jobs.events(job)).hasSize(4);
    }

    @Test
    void verifyingEndsItAsWhatItLeftShows() throws Exception {
        Job done = jobs.recovery().verify(lost("last-word", Map.of()));
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(jobs.require(done.id().value()).state()).isEqualTo(done.state());
        assertThatThrownBy(() -> jobs.recovery().verify(done))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("succeeded");
    }

    @Test
    void itGoesOnInItsSessionAsAnotherAttempt() throws Exception {
        Job job = lost("", Map.of());
        placement.mortal = false;
        jobs.recovery().continueSession(job, "cli");
        Job done = await(job.id());
        assertThat(done.state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(done.attempts()).isEqualTo(2);
        assertThat(kind.sessions).containsExactly("", "s-1");
    }

    @Test
    void itIsRetriedAsAnotherJobThatNamesIt() throws Exception {
        Job job = lost("", Map.of());
        placement.mortal = false;
        Job again = jobs.recovery().retry(job, new Dispatcher("cli", ""), Optional.empty());
        assertThat(await(again.id()).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(again.spec().text()).isEqualTo(job.spec().text());
        assertThat(again.spec().details()).containsEntry("retry_of", job.id().value());
        assertThat(jobs.require(job.id().value()).state()).isEqualTo(job.state());
    }

    @Test
    void itIsRunAgainAtMostTwiceIfThatWasAskedFor() throws Exception {
        Job job = lost("", Map.of(JobSpec.IF_UNKNOWN, "rerun"));
        assertThat(job.state()).isInstanceOf(JobState.Unknown.class);
        assertThat(placement.starts(job.id())).isEqualTo(3);
    }

    @Test
    void onlyAnUnknownJobGoesOnAndOnlyAFinishedOneIsRetried() throws Exception {
        placement.mortal = false;
        Job running = accept("60000 0", Map.of());
        assertThatThrownBy(() ->
                        jobs.recovery().retry(running, new Dispatcher("cli", ""), Optional.empty()))
                .hasMessageContaining("has not finished");
        assertThatThrownBy(() -> jobs.recovery().continueSession(running, "cli"))
                .hasMessageContaining("is not unknown");
        jobs.stop(running.id(), "cli");
    }

    private Job lost(String word, Map<String, Object> details) throws InterruptedException {
        placement.mortal = true;
        return await(accept("1 0 " + word, details).id());
    }

    private Job accept(String text, Map<String, Object> details) {
        return jobs.accept(
                new JobSpec(
                        "talker",
                        "t",
                        Optional.empty(),
                        Optional.empty(),
                        Path.of("/"),
                        LONG,
                        text,
                        details),
                "test",
                Optional.empty());
    }

    private Job await(JobId id) throws InterruptedException {
        Job job = jobs.await(List.of(id), true, LONG).getFirst();
        assertThat(job.finished()).as(id + " is " + job.state()).isTrue();
        return job;
    }

    /// Says its session at once and, if its text says so, its last word.
    private static final class Talker implements JobKind {
        final List<String> sessions = new CopyOnWriteArrayList<>();

        @Override
        public String name() {
            return "talker";
        }

        @Override
        public RunPlan prepare(Job job, Path directory) {
            sessions.add(job.continues().orElse(""));
            return new RunPlan(
                    List.of(job.spec().text().split(" ", 3)),
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

        @Override
        public Remains examine(Job job, Path directory) {
            return new Remains(
                    job.spec().text().endsWith("last-word")
                            ? Optional.of(new Verdict.Success())
                            : Optional.empty(),
                    Map.of("session", "s-1"));
        }
    }
}
