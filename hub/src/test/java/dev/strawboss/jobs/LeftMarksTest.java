package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LeftMarksTest {
    @TempDir Path directory;

    private final JobKind kind =
            new JobKind() {
                @Override
                public String name() {
                    return "test";
                }

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
            };

    /// `strawboss torture --points` found it: a hub died before it had taken the mark away, and the
    /// job was cleaned up before the next one started.
    @Test
    @Timeout(60)
    void soAreThoseOfJobsThatWereCleanedUpMeanwhile() throws Exception {
        Path done = Files.createDirectories(directory.resolve("done"));
        Path mark = Files.createFile(done.resolve(Attempt.name(JobId.random(), 1)));
        try (Database database = Database.open(directory.resolve("strawboss.db"));
                Jobs _ = jobs(database)) {
            while (Files.exists(mark)) {
                Thread.sleep(2);
            }
        }
    }

    @Test
    @Timeout(60)
    void marksOfFinishedJobsAreTidiedUpByTheNextHub() throws Exception {
        Path mark;
        try (Database database = Database.open(directory.resolve("strawboss.db"));
                Jobs jobs = jobs(database)) {
            Job job = jobs.accept(spec(), "test", Optional.empty());
            assertThat(jobs.await(List.of(job.id()), true, Duration.ofSeconds(20)))
                    .allMatch(Job::finished);
            mark = directory.resolve("done").resolve(Attempt.name(job.id(), 1));
            assertThat(mark).doesNotExist();
        }
        Files.createFile(mark);
        Path strange = Files.createFile(mark.resolveSibling("strange"));
        try (Database database = Database.open(directory.resolve("strawboss.db"));
                Jobs _ = jobs(database)) {
            while (Files.exists(mark)) {
                Thread.sleep(2);
            }
        }
        assertThat(strange).exists();
    }

    private Jobs jobs(Database database) throws InterruptedException {
        return new Jobs(
                database,
                directory.resolve("jobs"),
                new LocalPlacement(directory),
                List.of(kind),
                1,
                Clock.systemUTC());
    }

    private static JobSpec spec() {
        return new JobSpec(
                "test",
                "t",
                Optional.empty(),
                Optional.empty(),
                Path.of("/"),
                Duration.ofSeconds(20),
                "x",
                Map.of());
    }
}
