package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @Test
    void readsWhatPeopleWrite() {
        assertThat(Durations.parse("90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Durations.parse("1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(Durations.parse("45")).isEqualTo(Duration.ofSeconds(45));
        assertThat(Durations.parse("250ms")).isEqualTo(Duration.ofMillis(250));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "0s",
                "-5m",
                "soon",
                "5 m",
                "1.5h",
                "99999999999999999999",
                "9999999d"
            })
    void refusesWhatIsNoDurationAndSaysHowToWriteOne(String text) {
        assertThatThrownBy(() -> Durations.parse(text))
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("duration");
    }

    @Test
    void writesTheShortestForm() {
        assertThat(Durations.text(Duration.ofMinutes(90))).isEqualTo("1h30m");
        assertThat(Durations.parse(Durations.text(Duration.ofMillis(61_001))))
                .isEqualTo(Duration.ofMillis(61_001));
    }
}
