package dev.strawboss.main;

import static dev.strawboss.main.Notices.IDLE;
import static dev.strawboss.main.Notices.MEANWHILE;
import static dev.strawboss.main.Notices.awaitEnd;
import static dev.strawboss.main.Notices.awaitNotice;
import static dev.strawboss.main.Notices.idle;
import static dev.strawboss.main.Notices.notices;
import static dev.strawboss.main.Notices.structured;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Notices of finished jobs, through real bridges.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoticesTest {
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
}
