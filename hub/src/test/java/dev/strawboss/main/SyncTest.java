package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final String READ = "read|readv|recvfrom|recvmsg";
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
        String calls = "trace=fdatasync,fsync,pwrite64," + READ.replace('|', ',') + ',';
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
        List<String> ids = new ArrayList<>();
        try (Caller caller = site.caller("careful")) {
            // takes the one slot, so that nothing but accepts is written from here on
            String first = caller.run("sleep 600");
            while (!"running".equals(caller.job(first).get("state"))) {
                Thread.sleep(20);
            }
            for (int i = 0; i < 50; i++) {
                ids.add("one-%04d-".formatted(i));
                Caller.soon(accept(caller, ids.getLast()));
            }
            List<CompletableFuture<Map<String, Object>>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                ids.add("all-%04d-".formatted(i));
                answers.add(accept(caller, ids.getLast()));
            }
            answers.forEach(Caller::soon);
            Caller.soon(caller.call("stop", Map.of("jobs", List.of(first))));
        }
        site.control().stop();
        Trace trace = Trace.read(file);
        List<Trace.Call> syncs = trace.calls("fdatasync|fsync", LOG);
        List<Trace.Call> logged = trace.calls("pwrite64", LOG);
        for (String id : ids) {
            Trace.Call asked = trace.passed(READ, SOCKET, id).orElseThrow();
            Trace.Call answered = trace.passed(WRITE, SOCKET, id).orElseThrow();
            Trace.Call sync =
                    syncs.stream()
                            .filter(one ->
                                    one.from() >= asked.from() && one.to() <= answered.from())
                            .reduce((_, last) -> last)
                            .orElseThrow(() -> new AssertionError(id + " answered without a sync"));
            assertThat(logged)
                    .as("what was written to the log for %s, before the sync", id)
                    .anyMatch(write -> write.from() >= asked.from() && write.to() <= sync.from());
            if (id.startsWith("one")) {
                assertThat(logged)
                        .as("what was written to the log after the sync, before the answer %s", id)
                        .noneMatch(write ->
                                write.from() >= sync.to() && write.to() <= answered.from());
            }
        }
    }

    private static CompletableFuture<Map<String, Object>> accept(Caller caller, String id) {
        return caller.call(id, "run", Caller.command("exit 0"));
    }
}
