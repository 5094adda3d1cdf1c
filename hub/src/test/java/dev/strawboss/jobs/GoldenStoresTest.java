package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.store.Database;
import dev.strawboss.store.GoldenStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Stores of every released schema are read by this version. `-Dstrawboss.golden=DIRECTORY` writes
/// the one of this version's schema there.
class GoldenStoresTest {
    @TempDir Path directory;

    @Test
    void theNewestSchemaHasItsGoldenStore() {
        assertThat(GoldenStore.schemas())
                .as("golden/store-NNNN.sql; CONTRIBUTING.md says how to make one")
                .contains(1, GoldenStore.newest());
    }

    static Stream<Integer> schemas() {
        return GoldenStore.schemas().stream();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyRowIsWhatItsEventsSay(int schema) throws Exception {
        GoldenStore.load(schema, file());
        try (Database database = Database.open(file())) {
            SqliteJobStore store = new SqliteJobStore(database);
            List<Job> jobs =
                    new SqliteJobList(database, store)
                            .page(JobFilter.ALL, "", Optional.empty(), 10_000, "")
                            .jobs();
            assertThat(jobs).hasSizeGreaterThan(50);
            Set<String> states = new TreeSet<>();
            for (Job listed : jobs) {
                Job job = store.find(listed.id()).orElseThrow();
                Job folded = folded(job, store.events(job.number()));
                assertThat(job)
                        .usingRecursiveComparison()
                        .ignoringFields("report")
                        .isEqualTo(folded);
                assertThat(row(database, job)).isEqualTo(row(folded));
                assertThat(job.report()).containsAllEntriesOf(folded.report());
                states.add(job.spec().kind() + " " + job.state().wireName());
            }
            assertThat(states).hasSize(schema == 1 ? 18 : 20); // nothing waited then
            assertThat(
                            database.<Integer>read(handle ->
                                    handle.createQuery("select count(*) from requests")
                                            .mapTo(Integer.class)
                                            .one()))
                    .isGreaterThan(10);
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void aGoldenStoreLosesNothingOnItsWay(int schema) throws Exception {
        GoldenStore.load(schema, file());
        String text =
                new String(
                        GoldenStore.class
                                .getResourceAsStream("/golden/store-%04d.sql".formatted(schema))
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
        assertThat(GoldenStore.dump(file())).isEqualTo(text);
    }

    @Test
    void writesTheGoldenStoreOfThisVersionWhenAsked() throws Exception {
        String target = System.getProperty("strawboss.golden", "");
        assumeTrue(!target.isEmpty(), "only with -Dstrawboss.golden=DIRECTORY");
        GoldenJobs.write(directory);
        Files.writeString(
                Path.of(target).resolve("store-%04d.sql".formatted(GoldenStore.newest())),
                GoldenStore.dump(file()));
    }

    /// The job as its events make it, from its acceptance on.
    private static Job folded(Job job, List<JobEvent> events) {
        Job folded =
                new Job(
                        job.id(),
                        job.number(),
                        job.spec(),
                        job.client(),
                        job.accepted(),
                        new JobState.Queued(job.accepted()),
                        0,
                        Optional.empty(),
                        Map.of());
        for (JobEvent event : events.subList(1, events.size())) {
            folded = JobProjection.after(folded, event, Map.of());
        }
        return folded;
    }

    private static List<String> row(Job job) {
        JobRow.Ending ending = JobRow.Ending.of(job.state());
        return Stream.of(
                        job.state().wireName(),
                        ending.at().toEpochMilli(),
                        ending.code(),
                        ending.reason(),
                        job.attempts(),
                        job.started().map(at -> at.toEpochMilli()).orElse(null))
                .map(String::valueOf)
                .toList();
    }

    private static List<String> row(Database database, Job job) {
        return database.read(handle ->
                handle.createQuery(
                                "select state, state_at, code, reason, attempts, started_at from jobs where number = ?")
                        .bind(0, job.number())
                        .map((rows, _) ->
                                IntStream.rangeClosed(1, 6)
                                        .mapToObj(column -> text(rows, column))
                                        .toList())
                        .one());
    }

    private static String text(ResultSet rows, int column) {
        try {
            return String.valueOf(rows.getString(column));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path file() {
        return directory.resolve("strawboss.db");
    }
}
