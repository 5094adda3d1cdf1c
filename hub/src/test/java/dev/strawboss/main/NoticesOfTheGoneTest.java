package dev.strawboss.main;

import static dev.strawboss.main.Notices.IDLE;
import static dev.strawboss.main.Notices.awaitEnd;
import static dev.strawboss.main.Notices.awaitNotice;
import static dev.strawboss.main.Notices.idle;
import static dev.strawboss.main.Notices.notices;
import static dev.strawboss.main.Notices.structured;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Notices of finished jobs where a client, its bridge or the hub is gone.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoticesOfTheGoneTest {
    @TempDir Path directory;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.real(directory.resolve("site"));
        site.configure("slots: 4\n");
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void theNextClientInTheProjectIsToldWhenTheDispatcherIsGone()
            throws IOException, InterruptedException {
        Path project = Files.createDirectories(directory.resolve("projects/a"));
        Path other = Files.createDirectories(directory.resolve("projects/b"));
        Wire gone = bridgeIn(project);
        Path go = directory.resolve("go");
        gone.send(
                Wire.modern(
                        1,
                        "run",
                        Map.of(
                                "script",
                                "until [ -e " + go + " ]; do sleep 0.05; done",
                                "directory",
                                project.toString())));
        String job = String.valueOf(structured(gone.require()).get("job"));
        try (Caller next = new Caller(bridgeIn(project), "codex");
                Caller stranger = new Caller(bridgeIn(other), "codex")) {
            Files.createFile(go);
            awaitEnd(stranger, job);
            assertThat(idle(next, 3)).as("it is still here").isEmpty();
            gone.process.destroyForcibly().waitFor();
            awaitNotice(next, job);
            assertThat(idle(stranger, 3)).isEmpty();
        }
    }

    @Test
    void anAnswerThatTheClientDidNotGetToldNobody() throws IOException, InterruptedException {
        Path project = Files.createDirectories(directory.resolve("projects/a"));
        Wire deaf = bridgeIn(project);
        deaf.send(Wire.modern(1, "run", Map.of("script", "true", "directory", project.toString())));
        String job = String.valueOf(structured(deaf.require()).get("job"));
        try (Caller next = new Caller(bridgeIn(project), "codex")) {
            awaitEnd(next, job);
            deaf.process.getInputStream().close(); // its standard output has no reader any more
            deaf.send(Wire.modern(2, "setup", IDLE));
            assertThat(deaf.process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            awaitNotice(next, job);
        }
    }

    @Test
    void aHubThatIsKilledTellsAllAtLeastOnceAndOthersOnce()
            throws IOException, InterruptedException {
        try (Caller caller = site.caller("one")) {
            Set<String> jobs = new HashSet<>();
            Set<String> told = new HashSet<>();
            for (int i = 0; i < 24; i++) {
                Map<String, Object> accepted =
                        Caller.soon(caller.call("run", Caller.command("true")));
                jobs.add(String.valueOf(accepted.get("job")));
                told.addAll(notices(accepted));
                if (i % 8 == 7) {
                    CompletableFuture<Map<String, Object>> underWay = caller.call("setup", IDLE);
                    site.kill();
                    told.addAll(notices(Caller.soon(underWay)));
                }
            }
            for (long end = System.nanoTime() + 60_000_000_000L;
                    told.size() < jobs.size() && System.nanoTime() < end; ) {
                told.addAll(idle(caller, 1));
            }
            assertThat(told).isEqualTo(jobs);
            assertThat(idle(caller, 5)).isEmpty();
        }
    }

    @Test
    void noticesWaitForTheirClientWhileTheHubIsDown() throws IOException, InterruptedException {
        try (Caller caller = site.caller("one");
                Caller other = site.caller("one")) {
            Path go = directory.resolve("go");
            String job = caller.run("until [ -e " + go + " ]; do sleep 0.05; done");
            site.kill();
            Files.createFile(go);
            awaitEnd(other, job);
            other.run("sleep 60"); // works in the same directory
            assertThat(idle(other, 3)).as("its bridge lives, connected or not").isEmpty();
            awaitNotice(caller, job);
            awaitToldInStore(1);
            site.kill();
            assertThat(idle(caller, 3)).as("told is durable").isEmpty();
        }
    }

    @Test
    void aClientThatWritesAllAndClosesItsInputIsToldOnce()
            throws IOException, InterruptedException {
        Path project = Files.createDirectories(directory.resolve("projects/a"));
        Map<String, Object> run = Map.of("script", "true", "directory", project.toString());
        try (Caller next = new Caller(bridgeIn(project), "codex")) {
            Wire brief = bridgeIn(project);
            brief.send(Wire.modern(1, "run", run));
            String job = String.valueOf(structured(brief.require()).get("job"));
            awaitEnd(next, job);
            brief.send(Wire.modern(2, "setup", IDLE));
            brief.endInput();
            assertThat(notices(structured(brief.require()))).containsExactly(job);
            assertThat(brief.read()).isNull();
            brief.process.waitFor();
            next.run("true");
            for (int i = 0; i < 5; i++) {
                assertThat(idle(next, 1)).doesNotContain(job);
                Thread.sleep(300); // who is gone is looked at once a second
            }
        }
    }

    private Wire bridgeIn(Path cwd) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(site.bridgeCommand());
        builder.directory(cwd.toFile());
        builder.redirectError(directory.resolve("bridge.err").toFile());
        Process process = builder.start();
        return new Wire(process.getInputStream(), process.getOutputStream(), process);
    }

    /// What is told is known to the hub after the client: its bridge confirms it.
    private void awaitToldInStore(int jobs) throws InterruptedException {
        String url = "jdbc:sqlite:" + site.home.state().resolve("strawboss.db");
        try (var handle = Jdbi.create(url).open()) {
            while (handle.createQuery("select count(told_at) from endings")
                            .mapTo(Integer.class)
                            .one()
                    < jobs) {
                Thread.sleep(5);
            }
        }
    }
}
