package dev.strawboss.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.launcher.TestJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The real hub dies. `-Dstrawboss.seed=N -Dstrawboss.seeds=1` runs one seed again.
@Tag("real")
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubTortureTest {
    private static final Torture.HubCommand HUB =
            new Torture.HubCommand(TestJvm.hub(), System.getenv());

    private final long begin = System.nanoTime();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void everyKindOfJobSurvivesADeathAtEveryPoint() throws Exception {
        Tally tally = Torture.sweep(directory, HUB, System.out::println);
        show(tally);
        assertThat(tally.lines()).isEmpty();
        assertThat(tally.deaths().keySet())
                .containsAll(Arrays.stream(CrashPoint.values()).map(CrashPoint::name).toList());
    }

    @Test
    void jobsOfEveryKindSurviveAHundredDeathsAtRandom() throws Exception {
        long seed = Long.getLong("strawboss.seed", 20261120L);
        System.out.println("seeds from " + seed);
        int seeds = Integer.getInteger("strawboss.seeds", 40);
        Tally tally = Torture.hubs(seed, seeds, directory, HUB, System.out::println);
        show(tally);
        assertThat(tally.lines()).isEmpty();
    }

    private void show(Tally tally) {
        System.out.println(tally.table(Duration.ofNanos(System.nanoTime() - begin)));
        System.out.println(tally.deaths());
    }
}
