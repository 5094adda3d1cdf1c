package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import dev.strawboss.mcp.ScriptedTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Streamable HTTP in both eras.
@Timeout(60)
class HttpTest {
    private Served served;
    private HttpPeer peer;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        served = new Served(directory, ScriptedTools.offer(), 1_000, 256);
        peer = served.peer;
    }

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void aQuickCallIsAnsweredAsPlainJsonOnAConnectionThatStays() throws Exception {
        try (HttpPeer.Answer answer =
                peer.modern(1L, "tools/call", HttpPeer.call("echo", Map.of("text", "ü")))) {
            assertThat(answer.status).isEqualTo(200);
            assertThat(answer.headers).containsEntry("Content-Type", "application/json");
            assertThat(answer.headers).doesNotContainKeys("Connection", "Server", "Mcp-Session-Id");
            assertThat(at(answer.json(), "result", "structuredContent", "text")).isEqualTo("ü");
        }
    }

    @Test
    void aCallThatTellsOfItsProgressIsAnsweredAsAStreamThatEndsWithTheAnswer() throws Exception {
        try (HttpPeer.Answer answer =
                peer.modern(1L, "tools/call", HttpPeer.call("sleep", Map.of("millis", 10L)))) {
            assertThat(answer.headers)
                    .containsEntry("Content-Type", "text/event-stream")
                    .containsEntry("Cache-Control", "no-cache")
                    .containsEntry("X-Accel-Buffering", "no");
            assertThat(answer.message()).containsEntry("method", "notifications/progress");
            assertThat(answer.message()).containsEntry("id", 1L).containsKey("result");
            assertThat(answer.ended()).isTrue();
        }
    }

    @Test
    void anAnswerThatTakesItsTimeBecomesAStreamWithComments(@TempDir Path directory)
            throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            HttpPeer client = sleepers.peer();
            String session = client.initialize("2025-06-18");
            try (HttpPeer.Answer answer =
                    client.legacy(session, 1L, "tools/call", HttpPeer.call("sleep", Map.of()))) {
                assertThat(answer.headers).containsEntry("Content-Type", "text/event-stream");
                assertThat(answer.bodyLine()).startsWith(":");
                sleepers.wakeAll();
                assertThat(answer.message()).containsEntry("id", 1L);
            }
        }
    }

    @Test
    void closingTheStreamCancelsTheCallInTheModernEra(@TempDir Path directory) throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            HttpPeer.Answer answer =
                    sleepers.peer().modern(1L, "tools/call", HttpPeer.call("sleep", Map.of()));
            assertThat(answer.message()).containsEntry("method", "notifications/progress");
            assertThat(sleepers.interrupted()).isZero();
            answer.close();
            sleepers.awaitInterrupted(1);
        }
    }

    @Test
    void aSessionsCallGoesOnWithoutItsConnectionAndTheClientComesBackToIt(@TempDir Path directory)
            throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            HttpPeer client = sleepers.peer();
            String session = client.initialize("2025-11-25");
            Map<String, Object> params = HttpPeer.call("sleep", Map.of());
            params.put("_meta", Map.of("progressToken", "t"));
            String last;
            try (HttpPeer.Answer answer = client.legacy(session, 7L, "tools/call", params)) {
                Map<String, String> event = answer.event();
                while (event.getOrDefault("data", "").isEmpty()) { // the first one is to start from
                    event = answer.event();
                }
                assertThat(event.get("data")).contains("notifications/progress");
                last = event.getOrDefault("id", "");
            }
            sleepers.wakeAll();
            try (HttpPeer.Answer again =
                    client.send(
                            "GET",
                            "/mcp",
                            new byte[0],
                            "Mcp-Session-Id: " + session,
                            "Last-Event-ID: " + last)) {
                assertThat(again.message()).containsEntry("id", 7L).containsKey("result");
                assertThat(again.ended()).isTrue();
            }
            assertThat(sleepers.interrupted()).isZero();
        }
    }

    @Test
    void aCancelledCallOfASessionLeavesNoResponseOpen(@TempDir Path directory) throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            HttpPeer client = sleepers.peer();
            String session = client.initialize("2025-11-25");
            Map<String, Object> params = HttpPeer.call("sleep", Map.of());
            params.put("_meta", Map.of("progressToken", "t"));
            try (HttpPeer.Answer answer = client.legacy(session, 7L, "tools/call", params)) {
                assertThat(answer.message()).containsEntry("method", "notifications/progress");
                Map<String, Object> cancel = new HashMap<>();
                cancel.put("jsonrpc", "2.0");
                cancel.put("method", "notifications/cancelled");
                cancel.put("params", Map.of("requestId", 7L));
                assertThat(client.post(Json.write(cancel), "Mcp-Session-Id: " + session).status)
                        .isEqualTo(202);
                assertThat(answer.ended()).isTrue();
            }
            sleepers.awaitInterrupted(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"})
    void aSessionIsBegunUsedAndEnded(String revision) throws Exception {
        String session = peer.initialize(revision);
        assertThat(session).matches("[A-Za-z0-9_-]{43}");
        assertThat(peer.legacy(session, 1L, "ping", Map.of()).json())
                .containsEntry("result", Map.of());
        assertThat(at(peer.legacy(session, 2L, "nothing", Map.of()).json(), "error", "code"))
                .isEqualTo(-32601L);
        assertThat(delete(session)).isEqualTo(204);
        assertThat(delete(session)).isEqualTo(404);
        assertThat(peer.legacy(session, 3L, "ping", Map.of()).status).isEqualTo(404);
    }

    @Test
    void aBatchIsOfOneRevisionOnly() throws Exception {
        String batch =
                "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},"
                        + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"},"
                        + "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}, 5]";
        String with = "Mcp-Session-Id: " + peer.initialize("2025-03-26");
        try (HttpPeer.Answer answer = peer.post(batch, with)) {
            assertThat(
                            List.of(
                                    String.valueOf(answer.message().get("id")),
                                    String.valueOf(answer.message().get("id")),
                                    String.valueOf(answer.message().get("id"))))
                    .containsExactly("1", "2", "null");
            assertThat(answer.ended()).isTrue();
        }
        String without = "Mcp-Session-Id: " + peer.initialize("2025-06-18");
        assertThat(peer.post(batch, without).status).isEqualTo(400);
        assertThat(peer.post("[]", with).status).isEqualTo(400);
        assertThat(peer.post("[{\"jsonrpc\":\"2.0\",\"method\":\"notifications/x\"}]", with).status)
                .isEqualTo(202);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Mcp-Method: tools/list|-32020
                    Mcp-Method: TOOLS/CALL|-32020
                    Mcp-Method:|-32020
                    Mcp-Name: other|-32020
                    Mcp-Name:|-32020
                    Mcp-Name: =?base64?ZWNobw?=|-32020
                    +Mcp-Name: sleep|-32020
                    MCP-Protocol-Version: 2025-11-25|-32020
                    MCP-Protocol-Version:|-32020
                    """)
    void whatTheHeadersSayMustBeWhatTheBodySays(String header, long code) throws Exception {
        try (HttpPeer.Answer answer =
                peer.modern(5L, "tools/call", HttpPeer.call("echo", Map.of("text", "x")), header)) {
            assertThat(answer.status).isEqualTo(400);
            Map<String, Object> json = answer.json();
            assertThat(at(json, "error", "code")).isEqualTo(code);
            assertThat(json).containsEntry("id", 5L);
        }
    }

    @Test
    void anEncodedNameIsTheSameName() throws Exception {
        assertThat(
                        peer.modern(
                                        5L,
                                        "tools/call",
                                        HttpPeer.call("echo", Map.of("text", "x")),
                                        "Mcp-Name: =?base64?ZWNobw==?=")
                                .status)
                .isEqualTo(200);
    }

    @Test
    void anUnknownMethodIsNotFoundAndMissingMetaIsABadRequest() throws Exception {
        try (HttpPeer.Answer answer = peer.modern(5L, "no/such", Map.of())) {
            assertThat(answer.status).isEqualTo(404);
            assertThat(at(answer.json(), "error", "code")).isEqualTo(-32601L);
        }
        try (HttpPeer.Answer answer =
                peer.post(
                        Json.write(HttpPeer.body(5L, "tools/list", Map.of())),
                        "MCP-Protocol-Version: 2026-07-28",
                        "Mcp-Method: tools/list")) {
            assertThat(answer.status).isEqualTo(400);
            assertThat(at(answer.json(), "error", "code")).isEqualTo(-32602L);
        }
    }

    @Test
    void callsUnderWayAreAnsweredWhenTheServerStops() throws Exception {
        HttpPeer.Answer answer =
                peer.modern(1L, "tools/call", HttpPeer.call("sleep", Map.of("millis", 600L)));
        assertThat(answer.message()).containsEntry("method", "notifications/progress");
        Thread stop = Threads.virtual("stop", served::stop);
        assertThat(answer.message()).containsEntry("id", 1L).containsKey("result");
        stop.join();
        assertThatThrownBy(() -> peer.initialize("2025-11-25")).isInstanceOf(IOException.class);
    }

    private int delete(String session) throws IOException {
        return peer.send("DELETE", "/mcp", new byte[0], "Mcp-Session-Id: " + session).status;
    }

    static @Nullable Object at(Map<String, Object> message, String... path) {
        Object at = message;
        for (String name : path) {
            at = at instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return at;
    }
}
