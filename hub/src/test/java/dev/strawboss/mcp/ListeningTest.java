package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What clients hear of that listen, in both eras, and how tasks are served.
@Timeout(60)
class ListeningTest {
    private static final String ID = "io.modelcontextprotocol/subscriptionId";
    private static final String TASKS =
            "{\"elicitation\":{},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}";

    @TempDir Path directory;
    private final Offer offer = ConformanceFixture.offer();
    private final ConformanceResources resources =
            (ConformanceResources) offer.offeredResources().orElseThrow();
    private final McpServer server =
            new McpServer(offer, new Seal(new byte[32], InstantSource.system()), "1");
    private Peer peer;

    @BeforeEach
    void connect() throws IOException {
        peer = new Peer(server, directory);
    }

    @AfterEach
    void disconnect() throws IOException {
        peer.close();
        server.close();
    }

    @Test
    void whatIsHeardIsAcknowledgedFirstTaggedAndNoMoreThanWasAskedFor() throws IOException {
        Map<String, Object> acknowledged =
                peer.ask(
                        listen(
                                "l1",
                                "\"toolsListChanged\":true,\"promptsListChanged\":true,"
                                        + "\"resourceSubscriptions\":[\"test://watched-resource\"]"));
        assertThat(acknowledged)
                .containsEntry("method", "notifications/subscriptions/acknowledged");
        assertThat(Peer.at(acknowledged, "params _meta " + ID)).isEqualTo("l1");
        assertThat(Peer.at(acknowledged, "params notifications"))
                .isEqualTo(
                        Map.of(
                                "toolsListChanged",
                                true,
                                "resourceSubscriptions",
                                List.of("test://watched-resource")));

        resources.change("");
        resources.change("test://static-text");
        resources.change("test://watched-resource");
        Map<String, Object> updated = peer.require();
        assertThat(updated).containsEntry("method", "notifications/resources/updated");
        assertThat(Peer.at(updated, "params uri")).isEqualTo("test://watched-resource");
        assertThat(Peer.at(updated, "params _meta " + ID)).isEqualTo("l1");

        peer.send(cancelled("l1"));
        assertThat(peer.ask(Peer.request(2, "server/discover", ""))).containsEntry("id", 2L);
        awaitNobodyWatching();
        resources.change("test://watched-resource");
        assertThat(peer.ask(Peer.request(3, "server/discover", ""))).containsEntry("id", 3L);
    }

    @Test
    void whatLaterRequestsChangeIsHeardHoweverSoonTheyCome() throws IOException {
        for (int i = 0; i < 200; i++) {
            String uri = "test://watched-" + i;
            peer.send(
                    listen("l" + i, "\"resourceSubscriptions\":[\"" + uri + "\"]")
                            + "\n"
                            + Peer.request("d" + i, "server/discover", ""));
            Map<String, Object> first = peer.require();
            while (!("d" + i).equals(first.get("id"))) {
                first = peer.require();
            }
            resources.change(uri);
            Map<String, Object> next = peer.require();
            while (!"notifications/resources/updated".equals(next.get("method"))) {
                next = peer.require();
            }
            assertThat(Peer.at(next, "params uri")).isEqualTo(uri);
        }
    }

    @Test
    void twoListenOnOneConnectionAndEachHearsItsOwn() throws IOException {
        peer.ask(listen("a", "\"resourcesListChanged\":true"));
        peer.ask(listen("b", "\"resourceSubscriptions\":[\"test://static-text\"]"));
        resources.change("");
        assertThat(Peer.at(peer.require(), "params _meta " + ID)).isEqualTo("a");
        resources.change("test://static-text");
        assertThat(Peer.at(peer.require(), "params _meta " + ID)).isEqualTo("b");
    }

    @Test
    void aClientThatOnlyListensHoldsUpNoEnd() throws IOException, InterruptedException {
        peer.ask(listen(1, "\"resourcesListChanged\":true"));
        peer.channel.shutdownOutput();
        assertThat(peer.read()).isNull();
        assertThat(peer.serving.join(Duration.ofSeconds(10))).isTrue();
        awaitNobodyWatching();
    }

    @Test
    void aLegacyClientHearsOfWhatItSubscribedToAndOfTheLists() throws IOException {
        peer.initialize("2025-06-18", "{}");
        String uri = "\"uri\":\"test://watched-resource\"";
        assertThat(peer.ask(Peer.legacy(1, "resources/subscribe", uri)).get("result"))
                .isEqualTo(Map.of());
        resources.change("test://watched-resource");
        assertThat(peer.require()).containsEntry("method", "notifications/resources/updated");
        assertThat(peer.ask(Peer.legacy(2, "resources/unsubscribe", uri)).get("result"))
                .isEqualTo(Map.of());
        resources.change("test://watched-resource");
        resources.change("");
        assertThat(peer.require()).containsEntry("method", "notifications/resources/list_changed");
        peer.close();
        awaitNobodyWatching();
    }

    @Test
    void aCallThatGoesOnIsATaskForThoseWhoTakeTasks() throws IOException {
        assertThat(Peer.at(peer.ask(Peer.request(1, "server/discover", "")), "result capabilities"))
                .asString()
                .contains("extensions={io.modelcontextprotocol/tasks={}}");
        Map<String, Object> created = peer.ask(task("confirm_delete", ""));
        assertThat(Peer.at(created, "result resultType")).isEqualTo("task");
        String id = (String) Peer.at(created, "result taskId");
        Map<String, Object> asks = await(id, "input_required");
        assertThat(Peer.at(asks, "result inputRequests confirm method"))
                .isEqualTo("elicitation/create");
        assertThat(Peer.at(asks, "result resultType")).isEqualTo("complete");
        Map<String, Object> updated =
                tasks(
                        "update",
                        id,
                        ",\"inputResponses\":{\"confirm\":{\"action\":\"accept\"},\"x\":{}}");
        assertThat(((Map<?, ?>) Peer.at(updated, "result")).keySet())
                .asString()
                .isEqualTo("[resultType, _meta]");
        assertThat(Peer.at(await(id, "completed"), "result result content 0 text"))
                .asString()
                .contains("accept");
        assertThat(Peer.at(tasks("cancel", id, ""), "result resultType")).isEqualTo("complete");
        assertThat(Peer.at(tasks("get", id, ""), "result status")).isEqualTo("completed");
    }

    @Test
    void aTaskThatIsCancelledOrFailsSaysSo() throws IOException {
        String slow =
                (String) Peer.at(peer.ask(task("slow_compute", "\"seconds\":60")), "result taskId");
        tasks("cancel", slow, "");
        await(slow, "cancelled");
        String broken = (String) Peer.at(peer.ask(task("protocol_error_job", "")), "result taskId");
        assertThat(Peer.at(await(broken, "failed"), "result error code")).isEqualTo(-32603L);
    }

    @Test
    void aListenerHearsOfItsTasks() throws IOException {
        String id = (String) Peer.at(peer.ask(task("confirm_delete", "")), "result taskId");
        await(id, "input_required");
        Map<String, Object> acknowledged =
                peer.ask(listen("t", "\"taskIds\":[\"" + id + "\",\"none\"]"));
        assertThat(Peer.at(acknowledged, "params notifications taskIds")).isEqualTo(List.of(id));
        assertThat(Peer.at(peer.require(), "params status")).isEqualTo("input_required");
        try (Peer other = new Peer(server, directory)) {
            other.ask(
                    Peer.request(
                            1,
                            "tasks/update",
                            "\"taskId\":\""
                                    + id
                                    + "\",\"inputResponses\":{\"confirm\":{\"action\":\"decline\"}}",
                            TASKS));
        }
        Map<String, Object> told = peer.require();
        while (!"completed".equals(Peer.at(told, "params status"))) {
            told = peer.require();
        }
        assertThat(told).containsEntry("method", "notifications/tasks");
        assertThat(Peer.at(told, "params _meta " + ID)).isEqualTo("t");
    }

    @Test
    void tasksAreOnlyForThoseWhoDeclareThem() throws IOException {
        Map<String, Object> refused =
                peer.ask(Peer.request(1, "tasks/get", "\"taskId\":\"x\"", "{}"));
        assertThat(Peer.at(refused, "error code")).isEqualTo(-32021L);
        Map<String, Object> plain = peer.ask(Peer.call(2, "slow_compute", "\"seconds\":0"));
        assertThat(Peer.at(plain, "result resultType")).isEqualTo("complete");
        for (String id : List.of("none", "", "../x")) {
            assertThat(Peer.at(tasks("get", id, ""), "error code")).isEqualTo(-32602L);
            assertThat(Peer.at(tasks("cancel", id, ""), "error code")).isEqualTo(-32602L);
        }
        for (String gone : List.of("tasks/list", "tasks/result")) {
            assertThat(Peer.at(peer.ask(Peer.request(3, gone, "", TASKS)), "error code"))
                    .isEqualTo(-32601L);
        }
    }

    private Map<String, Object> await(String id, String status) throws IOException {
        Map<String, Object> task = tasks("get", id, "");
        while (!Peer.at(task, "result status").equals(status)) {
            assertThat(Peer.at(task, "result status")).isIn("working", "input_required");
            task = tasks("get", id, "");
        }
        return task;
    }

    private Map<String, Object> tasks(String verb, String id, String more) throws IOException {
        return peer.ask(
                Peer.request(
                        4,
                        "tasks/" + verb,
                        "\"taskId\":\""
                                + id
                                + "\""
                                + (verb.equals("update") && more.isEmpty()
                                        ? ",\"inputResponses\":{}"
                                        : more),
                        TASKS));
    }

    private static String task(String tool, String arguments) {
        return Peer.request(
                3,
                "tools/call",
                "\"name\":\"" + tool + "\",\"arguments\":{" + arguments + "}",
                TASKS);
    }

    private static String listen(Object id, String filter) {
        return Peer.request(
                id, "subscriptions/listen", "\"notifications\":{" + filter + "}", TASKS);
    }

    private static String cancelled(String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\""
                + id
                + "\"}}";
    }

    private void awaitNobodyWatching() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (resources.watching() > 0) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
    }
}
