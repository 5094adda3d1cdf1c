package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Throttle throttle = new Throttle(nanos::get);

    @Test
    void aTokenThatIsTooFastWaitsAndOthersDoNot() {
        HttpSettings settings = settings(2, 1_000);
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.open("a", settings)).isEqualTo(Throttle.Verdict.ALLOWED);
            throttle.closed("a");
        }
        assertThat(throttle.open("a", settings)).isEqualTo(Throttle.Verdict.TOO_FAST);
        assertThat(throttle.open("b", settings)).isEqualTo(Throttle.Verdict.ALLOWED);
        nanos.addAndGet(500_000_000);
        assertThat(throttle.open("a", settings)).isEqualTo(Throttle.Verdict.ALLOWED);
        assertThat(throttle.open("a", settings)).isEqualTo(Throttle.Verdict.TOO_FAST);
    }

    @Test
    void onlySoManyAnswersAreOpenForOneTokenAndForAll() {
        HttpSettings settings = settings(100_000, 600);
        for (int i = 0; i < 600; i++) {
            assertThat(throttle.open("a", settings)).isEqualTo(Throttle.Verdict.ALLOWED);
        }
        assertThat(throttle.open("a", settings)).isEqualTo(Throttle.Verdict.TOO_MANY_OF_TOKEN);
        for (int i = 0; i < Throttle.MOST_OPEN - 600; i++) {
            assertThat(throttle.open("b", settings)).isEqualTo(Throttle.Verdict.ALLOWED);
        }
        assertThat(throttle.open("b", settings)).isEqualTo(Throttle.Verdict.TOO_MANY);
        throttle.closed("a");
        assertThat(throttle.open("b", settings)).isEqualTo(Throttle.Verdict.ALLOWED);
    }

    private static HttpSettings settings(int rate, int streams) {
        return new HttpSettings(
                true, "127.0.0.1", 1, Optional.empty(), false, List.of(), rate, streams);
    }
}
