package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest extends Engine {
    @Test
    void aRepeatedRequestLeavesNoSecondCopyOfItsLongPrompt() throws Exception {
        JobSpec spec = spec("1 0 " + "x".repeat(100_000), LONG);
        Job first = jobs.accept(spec, "test", Optional.of("bridge-1"));
        for (int i = 0; i < 3; i++) {
            assertThat(jobs.accept(spec, "test", Optional.of("bridge-1")).id())
                    .isEqualTo(first.id());
        }
        assertThat(directory.resolve("jobs").toFile().list()).containsExactly(first.id().value());
        await(first.id());
    }

    @Test
    void theSameRequestKeyGivesTheSameJobAndAnotherRequestUnderItIsRefused() throws Exception {
        Job first = jobs.accept(spec("1 0", LONG), "test", Optional.of("bridge-1"));
        Job again = jobs.accept(spec("1 0", LONG), "test", Optional.of("bridge-1"));
        assertThat(again.id()).isEqualTo(first.id());
        assertThatThrownBy(() -> jobs.accept(spec("2 0", LONG), "test", Optional.of("bridge-1")))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("bridge-1");
        restart();
        assertThat(jobs.acceptedUnder("bridge-1").map(Job::id)).contains(first.id());
        assertThat(jobs.acceptedUnder("bridge-2")).isEmpty();
        assertThat(jobs.accept(spec("1 0", LONG), "test", Optional.of("bridge-1")).id())
                .isEqualTo(first.id());
    }
}
