package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir Path directory;
    private SmallDisk disk;
    private Attempts attempts;

    @BeforeEach
    void mount() throws Exception {
        disk = SmallDisk.mount(directory.resolve("disk"), "256k");
        attempts = new Attempts(disk.path(), new MarkedProcesses());
    }

    @AfterEach
    void unmount() throws Exception {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void theVerdictSurvivesADiskThatTheOutputFills() throws Exception {
        RunHandle run =
                attempts.start(
                        plan("sh", "-c", "head -c 2000000 /dev/zero; echo still here >&2; exit 7"));

        assertThat(attempts.awaitExit(run).status()).isEqualTo(7);
        Attempts.await(() -> !attempts.placement.alive(run), () -> "the runner stays");
        assertThat(disk.path().resolve("done").resolve(run.directory().getFileName())).exists();
    }

    @Test
    void onAFullDiskNothingIsStarted() throws Exception {
        Files.createDirectories(disk.path().resolve("attempts"));
        disk.fill();

        assertThatThrownBy(() -> attempts.start(plan("touch", directory + "/ran")))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e ->
                                assertThat(e.hint())
                                        .startsWith("Free disk space (df -h '" + disk.path()))
                .hasMessageContaining("could not be started")
                .hasMessageContaining("No space left on device");
        assertThat(directory.resolve("ran")).doesNotExist();
    }
}
