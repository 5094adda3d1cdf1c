package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.mcp.ConformanceFixture;
import dev.strawboss.mcp.ScriptedTools;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a hostile page, a hostile client and a broken one can send.
@Timeout(120)
class AttackTest {
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Host: evil.example.com|403
                    Host: localhost.evil.com|403
                    Host: [::2]:80|403
                    Host: [::1].evil.com|400
                    Host:|400
                    +Host: localhost|400
                    Origin: null|403
                    Origin: http://evil.example.com|403
                    Origin: http://localhost.evil.com|403
                    +Origin: null|403
                    Authorization:|401
                    Authorization: Bearer x|401
                    Authorization: Basic cGVlcjpwZWVy|401
                    Content-Type: text/plain|415
                    Content-Type: application/x-www-form-urlencoded|415
                    Content-Type: multipart/form-data; boundary=x|415
                    Content-Type: application/json; charset=utf-16|415
                    Content-Type:|415
                    Content-Encoding: gzip|415
                    Accept: application/json|406
                    Accept: text/event-stream|406
                    Accept: text/html|406
                    Content-Length: 104857600|413
                    Transfer-Encoding: chunked|400
                    """)
    void whoeverShouldNotGetInDoesNot(String header, int status) throws Exception {
        try (HttpPeer.Answer answer = peer.post(PING, header)) {
            assertThat(answer.status).isEqualTo(status);
            assertThat(answer.headers).doesNotContainKey("Access-Control-Allow-Origin");
            if (status == 401) {
                assertThat(answer.headers.get("WWW-Authenticate")).startsWith("Bearer");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: localhost",
                "Host: [::1]:7717",
                "Origin: http://localhost:3000",
                "Accept: */*",
                "Content-Type: application/json; charset=UTF-8"
            })
    void whoeverMayIsAnswered(String header) throws Exception {
        String session = "Mcp-Session-Id: " + peer.initialize("2025-11-25");
        assertThat(peer.post(PING, header, session).status).isEqualTo(200);
    }

    @Test
    void aForeignNameInTheRequestLineDoesNotGetInEither() throws Exception {
        int status =
                peer.send(
                                "POST",
                                "http://evil.example.com/mcp",
                                PING.getBytes(StandardCharsets.UTF_8))
                        .status;
        assertThat(status).isIn(400, 403);
        assertThat(peer.send("POST", "/mcp/", new byte[0]).status).isEqualTo(404);
        assertThat(peer.send("OPTIONS", "/mcp", new byte[0], "Origin: null").status).isEqualTo(403);
        assertThat(peer.send("PUT", "/mcp", new byte[0]).status).isEqualTo(405);
    }

    @Test
    void aSessionIsTheTokensThatBeganIt() throws Exception {
        String session = peer.initialize("2025-11-25");
        HttpPeer other = new HttpPeer(served.port, served.tokens.create("other"));
        assertThat(other.legacy(session, 1L, "ping", Map.of()).status).isEqualTo(404);
        assertThat(other.send("DELETE", "/mcp", new byte[0], "Mcp-Session-Id: " + session).status)
                .isEqualTo(404);
        assertThat(other.send("GET", "/mcp", new byte[0], "Mcp-Session-Id: " + session).status)
                .isEqualTo(404);
        assertThat(peer.legacy(session, 1L, "ping", Map.of()).status).isEqualTo(200);
    }

    @Test
    void whatWasGivenToOneTokenIsNoGoodToAnother(@TempDir Path directory) throws Exception {
        try (Served fixture = new Served(directory, ConformanceFixture.offer(), 1_000, 256)) {
            Map<String, Object> able =
                    Map.of(
                            "elicitation",
                            Map.of(),
                            "extensions",
                            Map.of("io.modelcontextprotocol/tasks", Map.of()));
            HttpPeer owner = new HttpPeer(fixture.port, fixture.token, able);
            HttpPeer thief = new HttpPeer(fixture.port, fixture.tokens.create("thief"), able);

            Map<String, Object> begun =
                    owner.modern(1L, "tools/call", HttpPeer.call("slow_compute", Map.of())).json();
            String task = String.valueOf(HttpTest.at(begun, "result", "taskId"));
            for (String method : List.of("tasks/get", "tasks/cancel")) {
                Map<String, Object> stolen =
                        thief.modern(2L, method, Map.of("taskId", task)).json();
                assertThat(HttpTest.at(stolen, "error", "code")).isEqualTo(-32602L);
            }
            assertThat(owner.modern(3L, "tasks/get", Map.of("taskId", task)).json())
                    .containsKey("result");

            Map<String, Object> call =
                    HttpPeer.call("test_input_required_result_request_state", Map.of());
            Map<String, Object> asked = owner.modern(4L, "tools/call", call).json();
            assertThat(HttpTest.at(asked, "result", "resultType")).isEqualTo("input_required");
            call.put("requestState", HttpTest.at(asked, "result", "requestState"));
            call.put(
                    "inputResponses",
                    Map.of("confirm", Map.of("action", "accept", "content", Map.of("ok", true))));
            assertThat(thief.modern(5L, "tools/call", call).json()).containsKey("error");
            assertThat(
                            HttpTest.at(
                                    owner.modern(6L, "tools/call", call).json(),
                                    "result",
                                    "resultType"))
                    .isEqualTo("complete");
        }
    }

    @Test
    void aRevokedTokenEndsWhatIsOpenWithIt(@TempDir Path directory) throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            HttpPeer client = sleepers.peer();
            String session = client.initialize("2025-11-25");
            HttpPeer.Answer call =
                    client.modern(1L, "tools/call", HttpPeer.call("sleep", Map.of()));
            HttpPeer.Answer stream =
                    client.send("GET", "/mcp", new byte[0], "Mcp-Session-Id: " + session);
            assertThat(stream.status).isEqualTo(200);
            sleepers.awaitAsleep(1);
            sleepers.served().tokens.revoke("peer");
            sleepers.awaitInterrupted(1);
            while (!stream.ended()) { // what was sent before
                assertThat(stream.status).isEqualTo(200);
            }
            call.close();
            assertThat(client.legacy(session, 1L, "ping", Map.of()).status).isEqualTo(401);
        }
    }

    @Test
    void anHttpClientIsNoBridge() throws Exception {
        String session = "Mcp-Session-Id: " + peer.initialize("2025-11-25");
        String hello =
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/dev.strawboss/bridge\","
                        + "\"params\":{\"session\":\"another's\",\"directory\":\"/\"}}";
        assertThat(peer.post(hello, session).status).isEqualTo(202);
        try (HttpPeer.Answer answer =
                peer.post(
                        Json.write(
                                HttpPeer.body(
                                        4L,
                                        "tools/call",
                                        HttpPeer.call("echo", Map.of("text", "x")))),
                        session)) {
            assertThat(answer.text()).doesNotContain("dev.strawboss/confirm");
        }
    }

    @Test
    void anIdInUseIsRefusedAndTheFirstCallGoesOn(@TempDir Path directory) throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            HttpPeer client = sleepers.peer();
            String session = client.initialize("2025-11-25");
            Map<String, Object> params = HttpPeer.call("sleep", Map.of());
            params.put("_meta", Map.of("progressToken", "t"));
            HttpPeer.Answer first = client.legacy(session, 7L, "tools/call", params);
            assertThat(first.message()).containsEntry("method", "notifications/progress");
            assertThat(
                            HttpTest.at(
                                    client.legacy(session, 7L, "tools/call", params).json(),
                                    "error",
                                    "code"))
                    .isEqualTo(-32600L);
            sleepers.wakeAll();
            assertThat(first.message()).containsEntry("id", 7L).containsKey("result");
        }
    }

    @Test
    void aHundredMegabytesAreNotKept() throws Exception {
        Socket socket = peer.connect();
        OutputStream out = socket.getOutputStream();
        out.write(peer.head("POST", "/mcp", 0, "Transfer-Encoding: chunked"));
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) ' ');
        int sent = 0;
        try {
            for (; sent < 100; sent++) {
                out.write("100000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(chunk);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (SocketException refused) {
            assertThat(refused).isNotNull();
        }
        assertThat(sent).isLessThan(100);
        assertThat(peer.initialize("2025-11-25")).isNotEmpty();
    }

    @Test
    void whatIsNestedTooDeepIsRefused() throws Exception {
        String deep = "[".repeat(1_000) + "]".repeat(1_000);
        String body = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":" + deep + "}";
        try (HttpPeer.Answer answer = peer.post(body)) {
            assertThat(answer.status).isEqualTo(400);
            assertThat(HttpTest.at(answer.json(), "error", "code")).isEqualTo(-32700L);
        }
        String session = "Mcp-Session-Id: " + peer.initialize("2025-03-26");
        assertThat(peer.post(deep, session).status).isEqualTo(400);
    }

    @Test
    void aThousandIdleStreamsAreRefusedBeyondTheLimitAndOthersAreServed() throws Exception {
        List<HttpPeer.Answer> open = new ArrayList<>();
        int refused = 0;
        String session = "Mcp-Session-Id: " + peer.initialize("2025-11-25");
        HttpPeer other = new HttpPeer(served.port, served.tokens.create("other"));
        try {
            for (int i = 0; i < 1_000; i++) {
                HttpPeer.Answer answer =
                        peer.modern(
                                (long) i,
                                "subscriptions/listen",
                                Map.of("notifications", Map.of()));
                if (answer.status == 429) {
                    assertThat(answer.headers).containsEntry("Retry-After", "1");
                    refused++;
                    answer.close();
                } else {
                    assertThat(answer.status).isEqualTo(200);
                    open.add(answer);
                }
            }
            assertThat(refused).isEqualTo(1_000 - 256);
            assertThat(peer.send("GET", "/mcp", new byte[0], session).status).isEqualTo(429);
            assertThat(other.initialize("2025-11-25")).isNotEmpty();
        } finally {
            for (HttpPeer.Answer answer : open) {
                answer.close();
            }
        }
        int status = 429;
        while (status == 429) { // the server notices by itself
            HttpPeer.Answer again = peer.send("GET", "/mcp", new byte[0], session);
            status = again.status;
            again.close();
        }
        assertThat(status).isEqualTo(200);
    }

    @Test
    void aClientThatGoesWithCallsInFlightLeavesNothingBehind(@TempDir Path directory)
            throws Exception {
        try (Sleepers sleepers = new Sleepers(directory)) {
            List<Socket> sockets = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                Socket socket = sleepers.peer().connect();
                byte[] body =
                        Json.writeBytes(
                                HttpPeer.modernBody(
                                        (long) i, "tools/call", HttpPeer.call("sleep", Map.of())));
                socket.getOutputStream()
                        .write(
                                sleepers.peer()
                                        .head(
                                                "POST",
                                                "/mcp",
                                                body.length,
                                                "MCP-Protocol-Version: 2026-07-28",
                                                "Mcp-Method: tools/call",
                                                "Mcp-Name: sleep"));
                socket.getOutputStream().write(body);
                sockets.add(socket);
            }
            sleepers.awaitAsleep(20);
            for (Socket socket : sockets) {
                socket.close();
            }
            sleepers.awaitInterrupted(20);
        }
    }

    @Test
    void aClientThatDoesNotReadHoldsUpNobodyElse() throws Exception {
        String session = "Mcp-Session-Id: " + peer.initialize("2025-11-25");
        String big =
                Json.write(
                        HttpPeer.body(
                                1L,
                                "tools/call",
                                HttpPeer.call("echo", Map.of("text", "x".repeat(2 << 20)))));
        List<Socket> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                Socket socket = new Socket();
                socket.setReceiveBufferSize(4 << 10);
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), served.port));
                byte[] body =
                        big.replace("\"id\":1", "\"id\":" + (10 + i))
                                .getBytes(StandardCharsets.UTF_8);
                socket.getOutputStream().write(peer.head("POST", "/mcp", body.length, session));
                socket.getOutputStream().write(body);
                deaf.add(socket);
            }
            for (int i = 0; i < 50; i++) {
                assertThat(peer.post(PING, session).status).isEqualTo(200);
            }
        } finally {
            for (Socket socket : deaf) {
                socket.close();
            }
        }
    }
}
