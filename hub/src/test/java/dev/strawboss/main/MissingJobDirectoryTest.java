package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Somebody removes what is kept of jobs beside the store.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MissingJobDirectoryTest {
    @TempDir Path directory;
    private Site site;
    private Caller caller;

    @BeforeEach
    void open() throws IOException {
        site = Site.real(directory);
        site.configure("slots: 1\n");
        caller = site.caller("client");
    }

    @AfterEach
    void close() throws IOException {
        caller.close();
        site.close();
    }

    @Test
    void eachJobSaysWhatIsMissingAndTheNextOnesRun() throws Exception {
        String finished = caller.run("echo kept; exit 4");
        assertThat(caller.finished(finished)).containsEntry("exit_status", 4L);
        Path go = directory.resolve("go");
        String running =
                caller.run("until [ -e '%s' ]; do sleep 0.02; done; echo out".formatted(go));
        while (!"running".equals(caller.job(running).get("state"))) {
            Thread.sleep(20);
        }
        String queued = script("true # " + "x".repeat(100_000));

        remove(site.home.state().resolve("jobs"));

        assertThat(caller.job(finished))
                .containsEntry("state", "failed")
                .containsEntry("exit_status", 4L);
        assertThat(caller.complaint("job", Map.of("job", finished, "view", "log")))
                .contains("code=store")
                .contains("The output of job " + finished + " is gone: ")
                .contains("strawboss job " + finished);
        Files.createFile(go);
        assertThat(caller.finished(running)).containsEntry("state", "unknown");
        assertThat(String.valueOf(caller.job(running).get("why")))
                .contains("left no record of how they ended")
                .contains("Nothing was repeated");
        assertThat(caller.finished(queued)).containsEntry("state", "failed");
        assertThat(String.valueOf(caller.job(queued).get("why")))
                .contains("The prompt of job " + queued + " is gone: ")
                .contains("Dispatch the job again.");
        assertThat(caller.finished(script("# " + "y".repeat(100_000))))
                .containsEntry("state", "succeeded");
    }

    private String script(String text) {
        return String.valueOf(
                Caller.soon(caller.call("run", Map.of("script", text, "directory", "/tmp")))
                        .get("job"));
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
