package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Notices of finished jobs, through real bridges.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoticesTest {
    private static final Map<String, Object> IDLE = Map.of("what", "projects");
    private static final String MEANWHILE = "finished_meanwhile";

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
    void aFinishedJobIsToldOnceInAnAnswerToSomethingElse() throws IOException {
        try (Caller caller = site.caller("one")) {
            String job = caller.run("exit 3");
            Map<String, Object> notice = awaitNotice(caller, job);
            assertThat(notice)
                    .containsEntry("state", "failed")
                    .containsEntry("code", "nonzero_exit")
                    .containsKey("title");
            assertThat(idle(caller, 5)).isEmpty();
        }
    }

    @Test
    void twoSessionsOfTheSameClientAreToldOfTheirOwnJobsOnly() throws IOException {
        try (Caller first = site.caller("claude-code");
                Caller second = site.caller("claude-code")) {
            String job = first.run("true");
            second.run("sleep 60");
            awaitEnd(second, job);
            assertThat(idle(second, 3)).isEmpty();
            awaitNotice(first, job);
        }
    }

    @Test
    void waitWithoutIdsWaitsForTheJobsOfItsOwnSession() throws IOException {
        try (Caller first = site.caller("claude-code");
                Caller second = site.caller("claude-code")) {
            String mine = first.run("true");
            String other = second.run("sleep 60");
            Map<String, Object> answer = Caller.soon(first.call("wait", Map.of("seconds", 40L)));
            assertThat(answer).containsEntry("done", true);
            assertThat(Caller.first(answer)).containsEntry("job", mine);
            assertThat(Caller.first(Caller.soon(second.call("wait", Map.of("seconds", 0L)))))
                    .containsEntry("job", other);
        }
    }

    @Test
    void whatTheAnswerItselfShowsIsNotToldAgain() throws IOException {
        try (Caller caller = site.caller("one")) {
            String job = caller.run("true");
            Map<String, Object> answer =
                    Caller.soon(caller.call("wait", Map.of("jobs", List.of(job), "seconds", 40L)));
            assertThat(answer).containsEntry("done", true).doesNotContainKey(MEANWHILE);
            assertThat(idle(caller, 3)).isEmpty();
        }
    }

    @Test
    void theAnswerToASubAgentDoesNotSwallowWhatTheParentWaitsFor() throws IOException {
        try (Caller caller = site.caller("claude-code")) {
            Path go = directory.resolve("go");
            String job = caller.run("until [ -e " + go + " ]; do sleep 0.05; done");
            String other = caller.run("true");
            CompletableFuture<Map<String, Object>> parent =
                    caller.call("wait", Map.of("jobs", List.of(job), "seconds", 45L));
            awaitNotice(caller, other);
            Files.createFile(go);
            List<String> subAgents = new ArrayList<>();
            while (!parent.isDone()) {
                subAgents.addAll(idle(caller, 1));
            }
            assertThat(subAgents).isEmpty();
            assertThat(Caller.first(Caller.soon(parent)))
                    .containsEntry("job", job)
                    .containsEntry("state", "succeeded");
        }
    }

    @Test
    void whatASubAgentsAnswerToldIsStillFoundByWaiting() throws IOException {
        try (Caller caller = site.caller("claude-code")) {
            String job = caller.run("true");
            awaitNotice(caller, job);
            Map<String, Object> answer = Caller.soon(caller.call("wait", Map.of("seconds", 0L)));
            assertThat(Caller.first(answer)).containsEntry("job", job);
        }
    }

    @Test
    void twoHundredAreToldFiveAtATimeInAKilobyte() throws IOException {
        try (Caller caller = site.caller("one")) {
            Set<String> jobs = new HashSet<>();
            List<String> told = new ArrayList<>();
            String title = "é".repeat(300);
            for (int i = 0; i < 200; i++) {
                Map<String, Object> accepted =
                        Caller.soon(caller.call("run", Caller.command("exit 1 # " + title)));
                jobs.add(String.valueOf(accepted.get("job")));
                told.addAll(few(accepted));
            }
            for (long end = System.nanoTime() + 60_000_000_000L;
                    told.size() < 200 && System.nanoTime() < end; ) {
                told.addAll(few(Caller.soon(caller.call("setup", IDLE))));
            }
            assertThat(told).containsExactlyInAnyOrderElementsOf(jobs);
        }
    }

    private static List<String> few(Map<String, Object> answer) {
        Map<String, Object> meanwhile = new TreeMap<>(answer);
        meanwhile.keySet().removeIf(name -> !name.startsWith(MEANWHILE));
        assertThat(Json.writeBytes(meanwhile).length).isLessThanOrEqualTo(1_000);
        assertThat(notices(answer)).hasSizeLessThanOrEqualTo(5);
        return notices(answer);
    }

    @Test
    void aLegacyClientIsToldInTheTextToo() throws IOException {
        try (Wire wire = site.bridge()) {
            wire.send(
                    "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                            + "\"2024-11-05\",\"capabilities\":{},\"clientInfo\":{\"name\":\"cline\","
                            + "\"version\":\"1\"}}}");
            wire.require();
            String accepted = legacy(wire, 1, "run", Caller.command("exit 3"));
            String job = accepted.substring(4, 16);
            String text = "";
            for (int id = 2; !text.contains("Finished meanwhile"); id++) {
                text = legacy(wire, id, "setup", IDLE);
            }
            assertThat(text).contains("  " + job + "  failed").contains("nonzero_exit");
            assertThat(legacy(wire, 9_000, "setup", IDLE)).doesNotContain("meanwhile");
        }
    }

    @Test
    void anErrorTellsToo() throws IOException {
        try (Wire wire = site.bridge()) {
            wire.send(Wire.modern(0, "run", Caller.command("true")));
            wire.require();
            String text = "";
            for (int id = 1; !text.contains(MEANWHILE); id++) {
                wire.send(Wire.modern(id, "job", Map.of("job", "zzzzzzzzzzzz")));
                text = String.valueOf(wire.require());
            }
            assertThat(text).contains("unknown_job", "Finished meanwhile:");
        }
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
    void aCancelledCallTakesNoNoticeAwayAndOneCancelledAfterItsAnswerTellsNothingTwice()
            throws IOException, InterruptedException {
        long seed = Long.getLong("strawboss.seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        try (Wire wire = site.bridge()) {
            List<String> jobs = new ArrayList<>();
            List<String> told = new ArrayList<>();
            int id = 0;
            for (int i = 0; i < 30; i++) {
                wire.send(Wire.modern(++id, "run", Caller.command("true")));
                Map<String, Object> answer = structured(wire.require());
                jobs.add(String.valueOf(answer.get("job")));
                told.addAll(notices(answer));
            }
            Map<Integer, Boolean> answered = new TreeMap<>();
            for (int i = 0; i < 100; i++) {
                wire.send(Wire.modern(++id, "setup", IDLE));
                Thread.sleep(0, random.nextInt(900_000));
                wire.send(cancelled(id));
                wire.send("{\"jsonrpc\":\"2.0\",\"id\":\"p" + i + "\",\"method\":\"nothing\"}");
                for (Map<String, Object> message = wire.require();
                        !("p" + i).equals(message.get("id"));
                        message = wire.require()) {
                    told.addAll(notices(structured(message)));
                    answered.put(id, true);
                }
            }
            for (long end = System.nanoTime() + 30_000_000_000L;
                    told.size() < jobs.size() && System.nanoTime() < end; ) {
                wire.send(Wire.modern(++id, "setup", IDLE));
                told.addAll(notices(structured(wire.require())));
            }
            System.out.println(
                    answered.size() + " of 100 were answered before they were cancelled");
            assertThat(told).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(jobs);
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
    void theCommandLineTakesNoNoticesAway() throws IOException, InterruptedException {
        try (Caller caller = site.caller("one");
                HubClient cli = new HubClient(site.starter(), "cli", "1")) {
            String job = caller.run("true");
            Map<String, Object> mine =
                    cli.call("run", Caller.command("true"), ProgressListener.NONE).structured();
            for (String state = ""; !state.equals("succeeded"); ) {
                HubClient.Reply looked = cli.call("job", Map.of("job", job), ProgressListener.NONE);
                assertThat(looked.structured()).doesNotContainKey(MEANWHILE);
                state = String.valueOf(looked.structured().get("state"));
            }
            assertThat(awaitNotice(caller, job)).containsEntry("job", job);
            for (Object state = ""; !"succeeded".equals(state); ) {
                Map<String, Object> theirs = caller.job(String.valueOf(mine.get("job")));
                assertThat(theirs).doesNotContainKey(MEANWHILE);
                state = theirs.get("state");
            }
            assertThat(idle(caller, 3)).as("not of those of the command line").isEmpty();
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

    @Test
    void theToolsTogetherCostAModelThreeThousandTokensAtMost() throws IOException {
        try (Wire wire = site.bridge()) {
            wire.send(
                    Json.write(
                            Map.of(
                                    "jsonrpc",
                                    "2.0",
                                    "id",
                                    1,
                                    "method",
                                    "tools/list",
                                    "params",
                                    Map.of("_meta", Wire.META))));
            Map<?, ?> result = (Map<?, ?>) Objects.requireNonNull(wire.require().get("result"));
            // about 4 bytes each
            assertThat(Json.writeBytes(result.get("tools"))).hasSizeLessThan(12_000);
        }
    }

    private Wire bridgeIn(Path cwd) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(site.bridgeCommand());
        builder.directory(cwd.toFile());
        builder.redirectError(directory.resolve("bridge.err").toFile());
        Process process = builder.start();
        return new Wire(process.getInputStream(), process.getOutputStream(), process);
    }

    /// Waits until the job's end is told, and returns the notice.
    private static Map<String, Object> awaitNotice(Caller caller, String job) {
        for (long end = System.nanoTime() + 30_000_000_000L; System.nanoTime() < end; ) {
            Map<String, Object> answer = Caller.soon(caller.call("setup", IDLE));
            if (answer.get(MEANWHILE) instanceof List<?> rows) {
                assertThat(notices(answer)).containsExactly(job);
                @SuppressWarnings("unchecked") // an object of JSON
                Map<String, Object> notice = (Map<String, Object>) rows.getFirst();
                return notice;
            }
        }
        throw new AssertionError("nobody tells of " + job);
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

    /// The jobs that answers to something else tell of.
    private static List<String> idle(Caller caller, int calls) {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            told.addAll(notices(Caller.soon(caller.call("setup", IDLE))));
        }
        return told;
    }

    private static List<String> notices(Map<String, Object> answer) {
        return answer.get(MEANWHILE) instanceof List<?> rows
                ? rows.stream().map(row -> String.valueOf(((Map<?, ?>) row).get("job"))).toList()
                : List.of();
    }

    /// Waits for the end of another session's job, which tells that session nothing.
    private static void awaitEnd(Caller another, String job) {
        another.finished(job);
    }

    private static String legacy(Wire wire, int id, String tool, Map<String, Object> arguments)
            throws IOException {
        wire.send(
                Json.write(
                        Map.of(
                                "jsonrpc",
                                "2.0",
                                "id",
                                id,
                                "method",
                                "tools/call",
                                "params",
                                Map.of("name", tool, "arguments", arguments))));
        Map<String, Object> answer = wire.require();
        while (!answer.containsKey("id")) { // lists change
            answer = wire.require();
        }
        Map<?, ?> result = (Map<?, ?>) Objects.requireNonNull(answer.get("result"));
        assertThat(result.containsKey("structuredContent")).isFalse();
        List<?> content = (List<?>) Objects.requireNonNull(result.get("content"));
        return String.valueOf(((Map<?, ?>) content.getFirst()).get("text"));
    }

    private static String cancelled(int id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                + id
                + "}}";
    }

    private static Map<String, Object> structured(Map<String, Object> message) {
        Map<String, Object> structured = new TreeMap<>();
        if (message.get("result") instanceof Map<?, ?> result
                && result.get("structuredContent") instanceof Map<?, ?> members) {
            members.forEach((name, value) -> structured.put(String.valueOf(name), value));
        }
        return structured;
    }
}
