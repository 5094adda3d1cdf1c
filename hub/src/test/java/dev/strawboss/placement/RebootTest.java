package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The machine starts again: here, the file that names the boot says something else.
class RebootTest {
    @TempDir Path state;

    @Test
    void nothingOfAnEarlierBootIsAliveAndItsNumbersAreAnothers() throws Exception {
        Path boot = Files.writeString(state.resolve("boot_id"), "first\n");
        LocalPlacement before = new LocalPlacement(state, boot);
        RunHandle run = start(before, "earlier", plan("sleep", "651"));
        assertThat(before.alive(run)).isTrue();
        Files.writeString(boot, "second\n");
        LocalPlacement after = new LocalPlacement(state, boot);

        assertThat(after.alive(run)).isFalse();
        assertThat(after.exit(run)).isEmpty();
        after.pause(run);
        after.stop(run, Duration.ofSeconds(5));
        after.dispose("earlier", run);

        assertThat(before.alive(run)).as("what has its numbers now is left alone").isTrue();
        before.stop(run, Duration.ofSeconds(5));
    }

    @Test
    void whatEndedBeforeItKeepsItsRecordAndTheNextBootRunsAsEver() throws Exception {
        Path boot = Files.writeString(state.resolve("boot_id"), "first\n");
        LocalPlacement before = new LocalPlacement(state, boot);
        RunHandle ended = start(before, "ended", plan("sh", "-c", "exit 3"));
        Attempts.await(() -> before.exit(ended).isPresent(), () -> "no exit");
        Files.writeString(boot, "second\n");
        LocalPlacement after = new LocalPlacement(state, boot);

        assertThat(after.exit(ended).orElseThrow().status()).isEqualTo(3);
        assertThat(after.recover("ended", ended.directory())).contains(ended);
        RunHandle next = start(after, "next", plan("sh", "-c", "exit 4"));
        assertThat(next.runner().bootId()).isEqualTo("second");
        Attempts.await(() -> after.exit(next).isPresent(), () -> "no exit");
        assertThat(after.exit(next).orElseThrow().status()).isEqualTo(4);
        after.dispose("ended", ended);
        after.dispose("next", next);
    }

    private RunHandle start(LocalPlacement placement, String name, RunPlan plan) throws Exception {
        return placement.start(name, Files.createDirectories(state.resolve(name)), plan);
    }
}
