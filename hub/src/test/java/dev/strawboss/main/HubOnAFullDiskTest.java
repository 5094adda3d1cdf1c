package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Jobs;
import dev.strawboss.process.SmallDisk;
import dev.strawboss.store.Database;
import java.io.IOException;
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

/// The real hub, whose state lies on a disk that is full: store, prompts, output and its own log.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HubOnAFullDiskTest {
    private static final int MOST = 2_000;

    @TempDir Path directory;
    private SmallDisk disk;
    private Site site;

    @BeforeEach
    void open() throws Exception {
        disk = SmallDisk.mount(directory.resolve("state"), "24m");
        site = Site.real(directory);
        site.configure("slots: 1\n");
    }

    @AfterEach
    void close() throws Exception {
        if (site != null) {
            site.close();
        }
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void whatIsRefusedIsNoJobAndWhatWasAcceptedEndsOnceThereIsSpace() throws Exception {
        Path go = directory.resolve("go");
        List<String> accepted = new ArrayList<>();
        try (Caller caller = site.caller("client")) {
            String first =
                    caller.run(
                            "until [ -e '%s' ]; do sleep 0.02; done; head -c 30000000 /dev/zero; touch '%s.over'; exit 3"
                                    .formatted(go, go));
            awaitState(caller, first, "running");
            long hub = site.hubPid();
            disk.fill();

            assertThat(acceptUntilRefused(caller, accepted))
                    .contains("code=store")
                    .contains("strawboss.db could not be written, so nothing was accepted")
                    .contains("Free disk space (df -h '" + disk.path());
            assertThat(caller.complaint("run", script("# " + "x".repeat(100_000))))
                    .contains("code=store")
                    .contains("The prompt of 100002 bytes could not be kept in " + disk.path())
                    .contains("so nothing was accepted")
                    .contains("Free disk space (df -h '" + disk.path());
            assertThat(directories()).containsExactly(first);
            Files.createFile(go);
            until(directory.resolve("go.over"));
            awaitWhy(caller, first, "It is held up, and tried again every second: The store ");

            disk.free();

            assertThat(caller.finished(first))
                    .containsEntry("state", "failed")
                    .containsEntry("exit_status", 3L);
            assertThat(accepted)
                    .allSatisfy(job ->
                            assertThat(caller.finished(job)).containsEntry("state", "succeeded"));
            assertThat(site.hubPid()).isEqualTo(hub);
            assertThat(Files.readString(site.control().log()))
                    .contains("job=" + first + " state=failed finished");
        }
        site.control().stop();
        assertThat(site.jobsInStore()).isEqualTo(accepted.size() + 1);
        try (Database database = Database.open(disk.path().resolve("strawboss.db"))) {
            assertThat(Jobs.audit(database)).isEmpty();
        }
    }

    @Test
    void aHubThatCannotStartForLackOfSpaceSaysSoAndLosesNothing() throws Exception {
        String job;
        try (Caller caller = site.caller("client")) {
            job = caller.run("exit 0");
            assertThat(caller.finished(job)).containsEntry("state", "succeeded");
        }
        site.kill();
        disk.fill();
        assertThatThrownBy(() -> site.control().start())
                .hasMessageContaining("Its disk is full: df -h '" + disk.path() + "'");
        disk.free();
        site.control().start();
        try (Caller caller = site.caller("client")) {
            assertThat(caller.job(job)).containsEntry("state", "succeeded");
        }
    }

    @Test
    void aDiskThatIsReadOnlyIsSaidToBe() throws Exception {
        disk.readOnly();
        assertThatThrownBy(() -> site.control().start())
                .hasMessageContaining("its state directory cannot be written")
                .hasMessageContaining("Read-only file system")
                .hasMessageContaining("findmnt -T '" + disk.path() + "'");
        assertThatThrownBy(() -> StateDirectory.take(disk.path(), "m", ""))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("findmnt -T '" + disk.path() + "'"))
                .hasMessageContaining("The state cannot be kept in " + disk.path())
                .hasMessageContaining("Read-only file system");
        disk.close(); // stopping the hub leaves a mark
    }

    /// The log may have some room left that an earlier checkpoint freed.
    private static String acceptUntilRefused(Caller caller, List<String> accepted) {
        for (int i = 0; i < MOST; i++) {
            String key = "job-" + i;
            String complaint =
                    caller.complaint("run", script("true " + key + "#".repeat(5_000)), accepted);
            if (!complaint.isEmpty()) {
                return complaint;
            }
        }
        throw new AssertionError("the disk takes everything");
    }

    private static Map<String, Object> script(String text) {
        return Map.of("script", text, "directory", "/tmp");
    }

    private List<String> directories() throws IOException {
        try (var all = Files.list(disk.path().resolve("jobs"))) {
            return all.map(job -> job.getFileName().toString()).toList();
        }
    }

    private static void awaitState(Caller caller, String job, String state) throws Exception {
        while (!state.equals(caller.job(job).get("state"))) {
            Thread.sleep(20);
        }
    }

    private static void awaitWhy(Caller caller, String job, String why) throws Exception {
        while (!String.valueOf(caller.job(job).get("why")).contains(why)) {
            Thread.sleep(20);
        }
    }

    private static void until(Path file) throws InterruptedException {
        while (!Files.exists(file)) {
            Thread.sleep(20);
        }
    }
}
