package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Watches the real hub's system calls: an answer goes out after the disk has the job.
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SyncTest {
    private static final String WRITE = "write|writev|sendto|sendmsg";
    private static final String SOCKET = "(UNIX|socket).*";
    private static final String LOG = ".*/strawboss\\.db-wal";

    @TempDir Path directory;
    private Site site;
    private Path file;

    @BeforeEach
    void open() throws IOException, InterruptedException {
        Path strace = Path.of("/usr/bin/strace");
        assumeTrue(Files.isExecutable(strace), "strace is not installed");
        Process probe =
                new ProcessBuilder(strace.toString(), "-o", "/dev/null", "/bin/true").start();
        assumeTrue(probe.waitFor() == 0, "strace may not trace here");
        file = directory.resolve("trace");
        String calls = "trace=fdatasync,fsync,pwrite64,";
        site =
                new Site(
                        directory,
                        "Main",
                        List.of(
                                strace.toString(),
                                "-D",
                                "-f",
                                "-ttt",
                                "-T",
                                "-y",
                                "-s",
                                "200000",
                                "-e",
                                calls + WRITE.replace('|', ','),
                                "-e",
                                "signal=none",
                                "-o",
                                file.toString()));
        site.configure("slots: 1\n");
    }

    @AfterEach
    void close() throws IOException {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void everyAnswerFollowsTheSyncOfItsJob() throws Exception {
        Map<String, String> jobs = new LinkedHashMap<>();
        try (Caller caller = site.caller("careful")) {
            // takes the one slot, so that the others are accepted and nothing else
            String first = caller.run("sleep 600");
            while (!"running".equals(caller.job(first).get("state"))) {
                Thread.sleep(20);
            }
            for (int i = 0; i < 50; i++) {
                String id = "one-%04d-".formatted(i);
                jobs.put(id, job(accept(caller, id)));
            }
            Map<String, CompletableFuture<Map<String, Object>>> answers = new LinkedHashMap<>();
            for (int i = 0; i < 64; i++) {
                String id = "all-%04d-".formatted(i);
                answers.put(id, accept(caller, id));
            }
            answers.forEach((id, answer) -> jobs.put(id, job(answer)));
            Caller.soon(caller.call("stop", Map.of("jobs", List.of(first))));
        }
        site.control().stop();
        Trace trace = Trace.read(file);
        List<Trace.Call> syncs = trace.calls("fdatasync|fsync", LOG);
        LoggedCommits commits = LoggedCommits.of(trace.calls("pwrite64", LOG));
        jobs.forEach((id, job) -> {
            double answered = trace.passed(WRITE, SOCKET, id).orElseThrow().from();
            double committed = commits.first(job).orElseThrow().to();
            assertThat(committed)
                    .as("when %s was committed, before its answer", id)
                    .isLessThanOrEqualTo(answered);
            assertThat(syncs)
                    .as("a sync that began after the commit of %s and ended before its answer", id)
                    .anyMatch(sync -> sync.from() >= committed && sync.to() <= answered);
        });
    }

    private static String job(CompletableFuture<Map<String, Object>> answer) {
        return String.valueOf(Caller.soon(answer).get("job"));
    }

    private static CompletableFuture<Map<String, Object>> accept(Caller caller, String id) {
        return caller.call(id, "run", Caller.command("exit 0"));
    }
}
