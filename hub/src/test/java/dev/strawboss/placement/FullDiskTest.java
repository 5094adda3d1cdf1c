package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    @TempDir Path directory;
    private Path disk;
    private Attempts attempts;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectory(directory.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=256k", "none", disk.toString()),
                "only root can mount a small disk");
        attempts = new Attempts(disk, new MarkedProcesses());
    }

    @AfterEach
    void unmount() throws Exception {
        command("umount", "-l", disk.toString());
    }

    @Test
    void theVerdictSurvivesADiskThatTheOutputFills() throws Exception {
        RunHandle run =
                attempts.start(
                        plan("sh", "-c", "head -c 2000000 /dev/zero; echo still here >&2; exit 7"));

        assertThat(attempts.awaitExit(run).status()).isEqualTo(7);
        Attempts.await(() -> !attempts.placement.alive(run), () -> "the runner stays");
        assertThat(disk.resolve("done").resolve(run.directory().getFileName())).exists();
    }

    @Test
    void onAFullDiskNothingIsStarted() throws Exception {
        Files.createDirectories(disk.resolve("attempts"));
        assertThat(command("sh", "-c", "cat /dev/zero >" + disk + "/ballast || exit 0")).isTrue();

        assertThatThrownBy(() -> attempts.start(plan("touch", directory + "/ran")))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("could not be started");
        assertThat(directory.resolve("ran")).doesNotExist();
    }

    private static boolean command(String... words) throws InterruptedException {
        Command command = Command.of(Path.of("/"), Attempts.ENVIRONMENT, List.of(words));
        return Processes.run(command) instanceof Outcome.Ended ended && ended.succeeded();
    }
}
