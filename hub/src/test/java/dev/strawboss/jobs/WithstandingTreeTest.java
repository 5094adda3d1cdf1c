package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithstandingTreeTest {
    /// Runs for an hour if it is let.
    private static final JobKind KIND =
            new JobKind() {
                @Override
                public String name() {
                    return "test";
                }

                @Override
                public RunPlan prepare(Job job, Path directory) {
                    return new RunPlan(
                            List.of("3600000", "0"),
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

    @TempDir Path directory;

    @Test
    void aTreeThatWithstandsAStopIsTriedAgainUntilItIsGone() throws Exception {
        SurvivingPlacement placement = new SurvivingPlacement();
        placement.withstand(2);
        try (Database database = Database.open(directory.resolve("strawboss.db"));
                Jobs jobs =
                        new Jobs(
                                database,
                                directory.resolve("jobs"),
                                placement,
                                List.of(KIND),
                                1,
                                Clock.systemUTC())) {
            JobId id = jobs.accept(spec(), "test", Optional.empty()).id();
            while (!(jobs.require(id.value()).state() instanceof JobState.Running)) {
                Thread.sleep(2);
            }
            Job stopped = jobs.stop(id, "cli");
            Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(26));
            assertThat(jobs.why(stopped)).doesNotContain("withstand");
            assertThat(Why.sentence(stopped, new Hindrance.None(), List.of(), later))
                    .contains("withstand KILL", "tried again");

            assertThat(jobs.await(List.of(id), true, Duration.ofSeconds(30)))
                    .allMatch(job -> job.state() instanceof JobState.Cancelled);
        }
    }

    private static JobSpec spec() {
        return new JobSpec(
                "test",
                "t",
                Optional.empty(),
                Optional.empty(),
                Path.of("/"),
                Duration.ofHours(2),
                "x",
                Map.of());
    }
}
