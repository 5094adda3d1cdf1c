package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a full disk does, for an ordinary user: the files of the hub may not grow beyond 2 MB
/// (RLIMIT_FSIZE).
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubWithoutRoomTest {
    private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
    private static final int MOST = 400;

    @TempDir Path directory;
    private Site site;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Files.isExecutable(PRLIMIT), "prlimit (util-linux) is not installed");
        site =
                new Site(
                        directory,
                        "Main",
                        List.of("/bin/sh", "-c", "ulimit -S -f 4096; exec \"$@\"", "sh"));
        site.configure("slots: 1\n");
    }

    @AfterEach
    void close() throws Exception {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void whatIsRefusedIsNoJobAndWhatWasAcceptedEndsOnceThereIsRoom() throws Exception {
        List<String> accepted = new ArrayList<>();
        Path go = directory.resolve("go");
        try (Caller caller = site.caller("client")) {
            accepted.add(caller.run("until [ -e '" + go + "' ]; do sleep 0.02; done"));
            String complaint = "";
            for (int i = 0; i < MOST && complaint.isEmpty(); i++) {
                Map<String, Object> script =
                        Map.of("script", "#".repeat(60_000), "directory", "/tmp");
                complaint = caller.complaint("run", script, accepted);
            }
            assertThat(complaint)
                    .contains("code=store")
                    .contains("strawboss.db could not be written, so nothing was accepted")
                    .contains("df -h '" + site.home.state());
            Process more =
                    new ProcessBuilder(
                                    PRLIMIT.toString(),
                                    "--pid",
                                    Long.toString(site.hubPid()),
                                    "--fsize=unlimited:")
                            .inheritIO()
                            .start();
            assertThat(more.waitFor()).isZero();
            Files.createFile(go);
            assertThat(accepted)
                    .hasSizeGreaterThan(5)
                    .allSatisfy(job ->
                            assertThat(caller.finished(job)).containsEntry("state", "succeeded"));
        }
        site.control().stop();
        assertThat(site.jobsInStore()).isEqualTo(accepted.size());
    }
}
