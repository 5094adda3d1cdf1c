package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import dev.strawboss.store.GoldenStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows that a bad disk or a stray hand has damaged stop nobody but their own job.
class DamagedRowsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir Path directory;
    private JobId victim;
    private long number;

    /// The store of schema 1, of which one open job is the victim.
    @BeforeEach
    void open() throws Exception {
        GoldenStore.load(1, file());
        try (Database database = Database.open(file())) {
            Job job =
                    new SqliteJobStore(database)
                            .open().stream()
                                    .filter(open -> open.state() instanceof JobState.Running)
                                    .findFirst()
                                    .orElseThrow();
            victim = job.id();
            number = job.number();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update events set data = '{\"attempt\":' where position = 1 and job = :number",
                "update events set data = 'null' where position = 1 and job = :number",
                "update events set data = '{}' where position = 2 and job = :number",
                "update events set data = char(0, 0, 0) where position = 2 and job = :number",
                "update events set type = 'teleported' where position = 2 and job = :number",
                "update events set version = 77 where position = 2 and job = :number",
                "update events set type = 'succeeded' where position = 1 and job = :number",
                "delete from events where position = 0 and job = :number",
                "delete from events where position = 1 and job = :number",
                "delete from events where job = :number",
                "update jobs set details = '[1, 2' where number = :number",
                "update jobs set details = char(0) where number = :number",
                "update jobs set report = 'x' where number = :number",
                "update jobs set directory = 'nowhere' where number = :number",
                "update jobs set directory = 'a' || char(0) where number = :number",
                "update jobs set timeout_ms = -1 where number = :number",
                "update jobs set tags = '{' where number = :number",
                "update jobs set after_jobs = '[\"x\"]' where number = :number",
                "update jobs set priority = 4000 where number = :number",
                "update jobs set state = 'failed', code = 'no_such_code' where number = :number",
            })
    void aDamagedJobIsShownAsUnknownWithTheReasonAndStopsNobody(String damage) throws Exception {
        damage(damage);
        List<String> before = rows();
        try (Database database = Database.open(file());
                Jobs jobs = jobs(database)) {
            assertThat(jobs.history().list(JobFilter.ALL, Optional.empty(), 1_000).jobs())
                    .filteredOn(job -> job.id().equals(victim))
                    .singleElement()
                    .satisfies(job -> assertThat(job.state()).isInstanceOf(JobState.Unknown.class));
            Job job = jobs.require(victim.value());
            assertThat(jobs.why(job))
                    .contains("damaged")
                    .contains("job number " + job.number())
                    .contains("strawboss restore");
            assertThat(jobs.await(List.of(victim), true, LONG)).allMatch(Job::finished);
            assertThatThrownBy(() -> jobs.stop(victim, "a test"))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e -> assertThat(e.hint()).contains("strawboss why " + victim))
                    .hasMessageContaining("damaged, so it is left as it is");
            assertThatThrownBy(() ->
                            jobs.recovery()
                                    .retry(job, new Dispatcher("a test", ""), Optional.empty()))
                    .hasMessageContaining("damaged, so it is left as it is");
            assertThat(everythingElseGoesOn(jobs)).isTrue();
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void aStateThatIsNoneIsReadFromTheEventsAndTheJobGoesOn() throws Exception {
        damage("update jobs set state = char(0) || 'r' where number = :number");
        try (Database database = Database.open(file())) {
            assertThat(new SqliteJobStore(database).open())
                    .filteredOn(job -> job.id().equals(victim))
                    .singleElement()
                    .satisfies(job -> assertThat(job.state()).isInstanceOf(JobState.Running.class));
        }
    }

    @Test
    void anIdThatIsNoneIsListedAllTheSame() throws Exception {
        damage("update jobs set id = 'NOT AN ID' where number = :number");
        try (Database database = Database.open(file());
                Jobs jobs = jobs(database)) {
            assertThat(jobs.history().list(JobFilter.ALL, Optional.empty(), 1_000).jobs())
                    .filteredOn(job -> job.id().value().equals("000000000000"))
                    .hasSize(1);
            assertThat(everythingElseGoesOn(jobs)).isTrue();
        }
    }

    private boolean everythingElseGoesOn(Jobs jobs) throws InterruptedException {
        Job job =
                jobs.accept(
                        new JobSpec(
                                "command",
                                "t",
                                Optional.empty(),
                                Optional.empty(),
                                Path.of("/"),
                                LONG,
                                "1 0",
                                Map.of()),
                        "test",
                        Optional.empty());
        return jobs.await(List.of(job.id()), true, LONG).getFirst().state()
                instanceof JobState.Succeeded;
    }

    private void damage(String sql) {
        try (var handle = Jdbi.open("jdbc:sqlite:" + file())) {
            int changed =
                    handle.createUpdate(sql.replace(":number", Long.toString(number))).execute();
            assertThat(changed).isPositive();
        }
    }

    private Jobs jobs(Database database) {
        return new Jobs(
                database,
                directory.resolve("jobs"),
                new InstantPlacement(),
                List.of(new PlayedKind("agent"), new PlayedKind("command")),
                200,
                Clock.systemUTC());
    }

    /// What the store has of the victim.
    private List<String> rows() {
        return GoldenStore.dump(file())
                .lines()
                .filter(line ->
                        line.contains("'" + victim + "'")
                                || (line.startsWith("insert into events")
                                        && line.contains("values (" + number + ",")))
                .toList();
    }

    /// Runs nothing, and that well.
    private record PlayedKind(String name) implements JobKind {
        @Override
        public RunPlan prepare(Job job, Path directory) {
            return new RunPlan(
                    List.of("true"),
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

    private Path file() {
        return directory.resolve("strawboss.db");
    }
}
