package dev.strawboss.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A job that gets no further because of the disk waits for that, and says so.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HeldUpTest extends Engine {
    @Test
    void aJobWhoseDirectoryCannotBeMadeSaysWhyAndRunsOnceItCan() throws Exception {
        Path root = directory.resolve("jobs");
        Files.delete(root);
        Files.writeString(root, "in the way");
        Job job = accept("1 0");
        awaitWhy(job, "It is held up, and tried again every second: The directory of job ");
        assertThat(jobs.why(jobs.require(job.id().value())))
                .contains(root.toString())
                .contains("It must be a directory of ours: ls -la '" + root + "'");
        assertThatThrownBy(() -> accept("x".repeat(100_000)))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("ls -la '" + root + "'"))
                .hasMessageContaining("The prompt of 100000 bytes could not be kept in " + root);

        Files.delete(root);

        assertThat(await(job.id()).state()).isInstanceOf(JobState.Succeeded.class);
        assertThat(jobs.why(jobs.require(job.id().value()))).doesNotContain("held up");
    }

    @Test
    void aLongPromptThatFindsNoRoomLeavesNothing() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("jobs"), "1m")) {
            disk.fill();
            assertThatThrownBy(() -> accept("x".repeat(100_000)))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e ->
                                    assertThat(e.hint())
                                            .startsWith("Free disk space (df -h '" + disk.path()))
                    .hasMessageContaining("so nothing was accepted")
                    .hasMessageContaining("No space left on device");
            disk.free();
            assertThat(disk.path()).isEmptyDirectory();
            assertThat(jobs.history().list(JobFilter.ALL, Optional.empty(), 10).jobs()).isEmpty();
        }
    }

    private void awaitWhy(Job job, String why) throws InterruptedException {
        while (!jobs.why(jobs.require(job.id().value())).contains(why)) {
            Thread.sleep(2);
        }
    }
}
