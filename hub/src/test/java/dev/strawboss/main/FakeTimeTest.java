package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real hub on a machine whose clock is set, as libfaketime plays it. (In the Debian package
/// `faketime`.)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FakeTimeTest {
    @TempDir Path directory;
    private Path library;
    private @Nullable Site site;

    @BeforeEach
    void find() throws IOException {
        Optional<Path> found = library();
        boolean ci = "true".equals(System.getenv("CI"));
        assumeTrue(ci || found.isPresent(), "libfaketime is not installed: apt install faketime");
        library = found.orElseThrow();
    }

    @AfterEach
    void close() throws IOException {
        if (site != null) {
            site.close();
        }
    }

    /// While no hub runs: under a running one JDK 25 stands still with libfaketime 0.9.10.
    @Test
    void jobsEndAsTheyShouldHoweverTheClockIsSetFromOneHubToTheNext() throws Exception {
        site = off("-40d");
        String first;
        String endless;
        try (Caller caller = site.caller("early")) {
            first = caller.run("sleep 6; echo first");
            endless = started(caller, "sleep 600", 15);
            awaitState(caller, first, "running");
            awaitState(caller, endless, "running");
            String before = accepted(caller, first);
            assertThat(Instant.parse(before)).isBefore(Instant.now().minus(Duration.ofDays(39)));
            site.kill();
        }
        site = off("+40d");
        try (Caller caller = site.caller("late")) {
            assertThat(caller.finished(first)).containsEntry("state", "succeeded");
            assertThat(caller.job(endless)).containsEntry("state", "running");
            String queued = caller.run("echo queued");
            assertThat(caller.finished(queued)).containsEntry("state", "succeeded");
            site.kill();
        }
        site = off("-40d");
        try (Caller caller = site.caller("early")) {
            assertThat(caller.finished(endless)).containsEntry("state", "timed_out");
            String last = caller.run("echo last");
            assertThat(caller.finished(last)).containsEntry("state", "succeeded");
        }
    }

    private Site off(String by) throws IOException {
        return new Site(
                directory,
                "Main",
                List.of("/usr/bin/env", "LD_PRELOAD=" + library, "FAKETIME=" + by));
    }

    private static String started(Caller caller, String script, int seconds) {
        return String.valueOf(
                Caller.soon(
                                caller.call(
                                        "run",
                                        Map.of(
                                                "command",
                                                List.of("/bin/sh", "-c", script),
                                                "directory",
                                                "/tmp",
                                                "timeout",
                                                seconds + "s")))
                        .get("job"));
    }

    private static String accepted(Caller caller, String job) {
        return String.valueOf(
                Caller.first(Map.of("jobs", List.of(caller.job(job)))).get("created_at"));
    }

    private static void awaitState(Caller caller, String job, String state) throws Exception {
        while (!state.equals(caller.job(job).get("state"))) {
            Thread.sleep(20);
        }
    }

    private static Optional<Path> library() throws IOException {
        for (Path lib : List.of(Path.of("/usr/lib"), Path.of("/usr/lib64"))) {
            if (Files.isDirectory(lib)) {
                try (Stream<Path> files =
                        Files.find(
                                lib, 3, (file, _) -> file.endsWith("faketime/libfaketime.so.1"))) {
                    Optional<Path> found = files.findFirst();
                    if (found.isPresent()) {
                        return found;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
