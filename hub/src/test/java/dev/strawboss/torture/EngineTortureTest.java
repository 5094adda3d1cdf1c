package dev.strawboss.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.crash.CrashPoint;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class EngineTortureTest {
    private final long seed = Long.getLong("strawboss.seed", 20261120L);
    private final int seeds = Integer.getInteger("strawboss.seeds", 60);

    @TempDir Path directory;

    /// `-Dstrawboss.seed=N -Dstrawboss.seeds=1` runs one again.
    @Test
    @Timeout(600)
    void noJobIsLostRunTwiceUnknownOrUntoldHoweverTheEngineDies() throws Exception {
        System.out.println("seeds from " + seed);
        Tally tally =
                Torture.engine(seed, seeds, directory, Clock.systemUTC(), System.out::println);
        assertThat(tally.lines()).isEmpty();
        assertThat(tally.passed())
                .containsAll(
                        EngineTrial.POINTS.stream()
                                .filter(point -> point != CrashPoint.MARK_FOUND) // a race
                                .map(CrashPoint::name)
                                .toList());
    }
}
