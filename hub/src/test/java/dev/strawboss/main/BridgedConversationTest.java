package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What passes over a bridge besides requests and answers, and what of it outlives the hub.
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BridgedConversationTest {
    private static final String WATCHED = "test://watched-resource";

    @TempDir Path directory;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = new Site(directory, "ConformanceHub", List.of());
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void aQuestionOfTheHubReachesTheClientAndTheAnswerTheHub() throws Exception {
        try (Wire wire = site.bridge()) {
            initialize(wire);
            wire.send(elicit());
            Map<String, Object> question = wire.require();
            assertThat(question).containsEntry("method", "elicitation/create");
            wire.send(answer(question, "first"));
            assertThat(wire.require().toString()).contains("first");
        }
    }

    @Test
    void aQuestionOfADeadHubIsAskedAgainByTheNextAndALateAnswerIsIgnored() throws Exception {
        try (Wire wire = site.bridge()) {
            initialize(wire);
            wire.send(elicit());
            Map<String, Object> lost = wire.require();
            site.kill();
            Map<String, Object> again = beyondNotices(wire);
            assertThat(again).containsEntry("method", "elicitation/create");
            assertThat(again.get("id")).isNotEqualTo(lost.get("id"));
            wire.send(answer(lost, "late"));
            wire.send(answer(again, "second"));
            Map<String, Object> answer = beyondNotices(wire);
            assertThat(answer).containsEntry("id", 1L);
            assertThat(answer.toString()).contains("second").doesNotContain("late");
        }
    }

    @Test
    void whatALegacyClientHasSetIsSetAtTheNextHubToo() throws Exception {
        try (Wire wire = site.bridge()) {
            initialize(wire);
            wire.send(legacy(1, "logging/setLevel", Map.of("level", "error")));
            wire.require();
            wire.send(legacy(2, "resources/subscribe", Map.of("uri", "test://static-text")));
            wire.require();
            wire.send(legacy(3, "resources/subscribe", Map.of("uri", WATCHED)));
            wire.require();
            wire.send(legacy(4, "resources/unsubscribe", Map.of("uri", "test://static-text")));
            wire.require();
            site.kill();
            wire.send(call(5, "test_tool_with_logging", Map.of()));
            assertThat(beyondNotices(wire)).containsEntry("id", 5L);
            change("test://static-text");
            change(WATCHED);
            awaitsChange(wire, WATCHED);
        }
    }

    @Test
    void whatIsListenedToIsListenedToAtTheNextHubToo() throws Exception {
        try (Wire wire = site.bridge()) {
            wire.send(
                    modern(
                            "l",
                            "subscriptions/listen",
                            Map.of(
                                    "notifications",
                                    Map.of("resourceSubscriptions", List.of(WATCHED)))));
            assertThat(wire.require().toString()).contains("subscriptions/acknowledged");
            site.kill();
            assertThat(wire.require().toString()).contains("subscriptions/acknowledged");
            awaitsChange(wire, WATCHED);
            change(WATCHED);
            awaitsChange(wire, WATCHED);
            wire.endInput();
            assertThat(wire.read()).isNull();
        }
    }

    /// Nobody knows what has changed between two hubs; the next one may be a newer version.
    @Test
    void whoListenedIsToldByTheNextHubThatAllOfItMayHaveChanged() throws Exception {
        try (Wire wire = site.bridge()) {
            wire.send(
                    modern(
                            "l",
                            "subscriptions/listen",
                            Map.of(
                                    "notifications",
                                    Map.of(
                                            "toolsListChanged",
                                            true,
                                            "resourceSubscriptions",
                                            List.of(WATCHED)))));
            Map<String, Object> agreed = wire.require();
            assertThat(agreed.toString()).contains("acknowledged", "toolsListChanged=true");
            site.kill();
            assertThat(List.of(wire.require(), wire.require(), wire.require()))
                    .extracting(message -> message.get("method"))
                    .containsExactly(
                            agreed.get("method"),
                            "notifications/tools/list_changed",
                            "notifications/resources/updated");
        }
    }

    @Test
    void aStateSealedByADeadHubIsOpenedByTheNext() throws Exception {
        String tool = "test_input_required_result_request_state";
        try (Wire wire = site.bridge()) {
            wire.send(modern(1, "tools/call", Map.of("name", tool)));
            Map<String, Object> asked = wire.require();
            Map<?, ?> result = Objects.requireNonNull((Map<?, ?>) asked.get("result"));
            assertThat(result.get("resultType")).isEqualTo("input_required");
            site.kill();
            wire.send(
                    modern(
                            2,
                            "tools/call",
                            Map.of(
                                    "name",
                                    tool,
                                    "inputResponses",
                                    Map.of("confirm", Map.of("action", "accept")),
                                    "requestState",
                                    String.valueOf(result.get("requestState")))));
            assertThat(wire.require().toString()).contains("state-ok");
        }
    }

    private static void awaitsChange(Wire wire, String uri) throws IOException {
        Map<String, Object> told = wire.require();
        assertThat(told).containsEntry("method", "notifications/resources/updated");
        assertThat(told.toString()).contains(uri);
    }

    /// The next message that is no notice.
    private static Map<String, Object> beyondNotices(Wire wire) throws IOException {
        Map<String, Object> message = wire.require();
        while (!message.containsKey("id")) {
            message = wire.require();
        }
        return message;
    }

    private void change(String uri) throws IOException {
        try (Wire other = site.bridge()) {
            other.send(Wire.modern(1, "test_change_resource", Map.of("uri", uri)));
            other.require();
        }
    }

    private static void initialize(Wire wire) throws IOException {
        wire.send(
                legacy(
                        0,
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                "2025-11-25",
                                "capabilities",
                                Map.of("elicitation", Map.of()),
                                "clientInfo",
                                Map.of("name", "l", "version", "1"))));
        wire.require();
        wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    private static String elicit() {
        return call(1, "test_elicitation", Map.of("message", "Who?"));
    }

    private static String call(int id, String tool, Map<String, Object> arguments) {
        return legacy(id, "tools/call", Map.of("name", tool, "arguments", arguments));
    }

    private static String legacy(Object id, String method, Map<String, Object> params) {
        return Json.write(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
    }

    private static String modern(Object id, String method, Map<String, Object> params) {
        Map<String, Object> meta = new HashMap<>(Wire.META);
        meta.put("io.modelcontextprotocol/clientCapabilities", Map.of("elicitation", Map.of()));
        Map<String, Object> all = new HashMap<>(params);
        all.put("_meta", meta);
        return legacy(id, method, all);
    }

    private static String answer(Map<String, Object> question, String name) {
        return Json.write(
                Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        String.valueOf(question.get("id")),
                        "result",
                        Map.of("action", "accept", "content", Map.of("username", name))));
    }
}
