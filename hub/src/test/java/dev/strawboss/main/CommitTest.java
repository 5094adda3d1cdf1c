package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a hub that dies between commit and answer leaves: one job and one answer.
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CommitTest {
    private static final int CALLS = 5; // a bridge, which pauses longer after each death

    @TempDir Path directory;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.mortal(directory);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void deathsBetweenCommitAndAnswerAreOneJobAndOneAnswerEach() throws Exception {
        dieBetweenCommitAndAnswer(2);
    }

    @Test
    @Tag("real")
    void aHundredDeathsBetweenCommitAndAnswerAreAHundredJobsAndAHundredAnswers() throws Exception {
        dieBetweenCommitAndAnswer(20);
    }

    private void dieBetweenCommitAndAnswer(int bridges) throws Exception {
        int all = bridges * CALLS;
        Files.write(
                site.crashes().resolve("armed"),
                Collections.nCopies(all, CrashPoint.ENQUEUED + ":1"));
        Set<String> jobs = new HashSet<>();
        int surplus = 0;
        for (int bridge = 0; bridge < bridges; bridge++) {
            try (Caller caller = site.caller("client-" + bridge)) {
                for (int call = 0; call < CALLS; call++) {
                    Path ran = directory.resolve("ran-" + bridge + "-" + call);
                    jobs.add(caller.run("echo once >>'" + ran + "'"));
                }
                surplus += caller.surplus();
            }
        }
        try (Caller caller = site.caller("waiting")) {
            for (String job : jobs) {
                assertThat(caller.finished(job)).containsEntry("state", "succeeded");
            }
        }
        site.control().stop();
        assertThat(surplus).as("answers beyond the first").isZero();
        assertThat(site.crashes().resolve("armed")).as("deaths still to come").isEmptyFile();
        assertThat(jobs).hasSize(all);
        assertThat(site.jobsInStore()).isEqualTo(all);
        assertThat(count(directory, "ran-*")).isEqualTo(all);
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("ran-")))
                    .allSatisfy(file -> assertThat(file).hasContent("once"));
        }
    }

    private static long count(Path directory, String pattern) throws IOException {
        try (var files = Files.newDirectoryStream(directory, pattern)) {
            long count = 0;
            for (Path _ : files) {
                count++;
            }
            return count;
        }
    }
}
