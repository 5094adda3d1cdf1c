package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What bridges and their open calls make of it when the real hub is killed at random moments, in
/// its start too, while jobs come, run and end: one answer to each call. The moments are those of
/// `-Dstrawboss.seed`, as far as a machine repeats itself. What becomes of the jobs is for
/// `HubTortureTest`.
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KillsTest {
    private static final int BRIDGES = 4;

    @TempDir Path directory;
    private Site site;
    private final long seed = Long.getLong("strawboss.seed", 20261120L);
    private final Random random = new Random(seed);
    private final List<Caller> callers = new ArrayList<>();
    private final List<CompletableFuture<Map<String, Object>>> accepted = new ArrayList<>();
    private final List<CompletableFuture<Map<String, Object>>> waited = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        System.out.println("seed " + seed);
        site = Site.real(directory);
        site.configure("slots: 8\n");
        for (int i = 0; i < BRIDGES; i++) {
            callers.add(site.caller("client-" + i));
        }
    }

    @AfterEach
    void close() throws IOException {
        for (Caller caller : callers) {
            caller.close();
        }
        site.close();
    }

    @Test
    void noJobIsLostRunTwiceOrUnknownUnderAFewKills() throws Exception {
        killWhileJobsCome(8);
    }

    private void killWhileJobsCome(int kills) throws Exception {
        Path repository = repository();
        for (int kill = 0; kill < kills; kill++) {
            for (Caller caller : callers) {
                accepted.add(send(caller, accepted.size(), repository));
            }
            Thread starter = Threads.virtual("starter", this::start);
            while (site.hubPid() == 0) {
                Thread.sleep(1);
            }
            // a quarter of them before they listen
            Thread.sleep(random.nextInt(4) == 0 ? 0 : random.nextInt(800));
            site.kill();
            starter.join();
        }
        Map<String, String> states = new LinkedHashMap<>();
        for (int i = 0; i < accepted.size(); i++) {
            String job = String.valueOf(Caller.soon(accepted.get(i)).get("job"));
            Map<String, Object> end = callers.get(i % BRIDGES).finished(job);
            states.put(job, end.get("state") + " " + end.get("reason"));
        }
        for (CompletableFuture<Map<String, Object>> wait : waited) {
            assertThat(Caller.soon(wait)).containsKey("done");
        }
        int surplus = 0;
        for (Caller caller : callers) {
            surplus += caller.surplus();
        }
        site.control().stop();
        assertThat(surplus).as("answers beyond the first, seed %d", seed).isZero();
        assertThat(states).as("seed %d", seed).hasSize(accepted.size());
        assertThat(states.values()).as("seed %d", seed).containsOnly("succeeded null");
        assertThat(site.jobsInStore()).as("seed %d", seed).isEqualTo(accepted.size());
        for (int i = 0; i < accepted.size(); i++) {
            assertThat(mark(i)).as("seed %d", seed).hasContent("ran");
        }
    }

    /// May see the hub killed under it.
    private void start() {
        try {
            site.control().start();
        } catch (IOException killed) {
            System.out.println(killed.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Every fifth job has a worktree, so that some kills hit git.
    private CompletableFuture<Map<String, Object>> send(
            Caller caller, int number, Path repository) {
        Map<String, Object> arguments =
                new LinkedHashMap<>(
                        Caller.command(
                                "sleep 0.%03d; echo ran >>'%s'"
                                        .formatted(random.nextInt(1_000), mark(number))));
        if (number % 5 == 0) {
            arguments.put("workspace", "worktree");
            arguments.put("directory", repository.toString());
        }
        CompletableFuture<Map<String, Object>> answer = caller.call("run", arguments);
        waited.add(
                answer.thenCompose(job ->
                        caller.call(
                                "wait",
                                Map.of(
                                        "jobs",
                                        List.of(String.valueOf(job.get("job"))),
                                        "seconds",
                                        50L))));
        return answer;
    }

    private Path mark(int number) {
        return directory.resolve("ran-" + number);
    }

    private Path repository() throws IOException, InterruptedException {
        Path repository = Files.createDirectory(directory.resolve("repository"));
        String script =
                "git init -q && i=0 && while [ $i -lt 200 ]; do echo $i >file$i; i=$((i+1)); done"
                        + " && git add . && git -c user.name=a -c user.email=a@b commit -qm start";
        Process made =
                new ProcessBuilder("/bin/sh", "-c", script).directory(repository.toFile()).start();
        assertThat(made.waitFor()).isZero();
        return repository;
    }
}
