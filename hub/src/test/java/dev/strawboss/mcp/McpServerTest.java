package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class McpServerTest {
    @TempDir Path directory;
    private final McpServer server = ScriptedTools.server(ScriptedTools.all());
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

    static List<String> handshakes() throws IOException {
        return Files.readAllLines(
                Path.of("src/test/resources/mcp-client-handshakes.jsonl"), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("handshakes")
    void everyClientsFirstMessageIsAnsweredAsItExpects(String line) throws IOException {
        Map<String, Object> request = Json.parseObject(line);
        Map<String, Object> answer = peer.ask(line);
        assertThat(answer.get("id")).isEqualTo(request.get("id"));
        if ("initialize".equals(request.get("method"))) {
            assertThat(Peer.at(answer, "result protocolVersion"))
                    .isEqualTo(Peer.at(request, "params protocolVersion"));
            assertThat(Peer.at(answer, "result serverInfo version")).isEqualTo("1.2.3");
            assertThat(Peer.at(answer, "result capabilities tools")).isEqualTo(Map.of());
        } else {
            assertThat(Peer.at(answer, "result supportedVersions"))
                    .isEqualTo(List.of("2026-07-28"));
            assertThat(Peer.at(answer, "result resultType")).isEqualTo("complete");
            assertThat(Peer.at(answer, "result ttlMs")).isEqualTo(60_000L);
            assertThat(Peer.at(answer, "result cacheScope")).isEqualTo("private");
            assertThat(Peer.at(answer, "result _meta io.modelcontextprotocol/serverInfo name"))
                    .isEqualTo("strawboss");
        }
        assertThat(Peer.at(answer, "result instructions")).isEqualTo("Do this.");
    }

    @Test
    void aModernCallNeedsNoHandshake() throws IOException {
        Map<String, Object> answer = peer.ask(Peer.call("a", "echo", "\"text\":\"hé\""));
        assertThat(Peer.at(answer, "id")).isEqualTo("a");
        assertThat(Peer.at(answer, "result resultType")).isEqualTo("complete");
        assertThat(Peer.at(answer, "result content 0 text")).isEqualTo("hé");
        assertThat(Peer.at(answer, "result structuredContent"))
                .isEqualTo(Map.of("text", "hé", "client", "t"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-11-05,false,false",
        "2025-03-26,true,false",
        "2025-06-18,true,true",
        "2025-11-25,true,true"
    })
    void aLegacyClientGetsWhatItsRevisionKnows(
            String revision, boolean annotations, boolean structured) throws IOException {
        initialize(revision);
        Map<String, Object> list =
                peer.ask("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"tools/list\"}");
        assertThat(list.get("id")).isEqualTo(0L);
        Map<?, ?> tool = (Map<?, ?>) Peer.at(list, "result tools 0");
        assertThat(tool.containsKey("annotations")).isEqualTo(annotations);
        assertThat(tool.containsKey("outputSchema")).isEqualTo(structured);
        assertThat(tool.get("_meta")).isEqualTo(Map.of("anthropic/alwaysLoad", true));
        assertThat(Peer.at(list, "result tools 0 inputSchema additionalProperties"))
                .isEqualTo(false);

        Map<String, Object> answer = peer.ask(legacyCall(1, "echo", "\"text\":\"x\""));
        Map<?, ?> result = (Map<?, ?>) Peer.at(answer, "result");
        assertThat(result.containsKey("structuredContent")).isEqualTo(structured);
        assertThat(result.containsKey("resultType")).isFalse();
        assertThat(peer.ask("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}").get("result"))
                .isEqualTo(Map.of());
    }

    @Test
    void anUnknownLegacyRevisionIsOfferedTheNewest() throws IOException {
        assertThat(Peer.at(initialize("2031-01-01"), "result protocolVersion"))
                .isEqualTo("2025-11-25");
    }

    @Test
    void bothErasMixOnOneConnection() throws IOException {
        initialize("2025-06-18");
        assertThat(Peer.at(peer.ask(Peer.request(1, "tools/list", "")), "result resultType"))
                .isEqualTo("complete");
        assertThat(peer.ask(legacyCall(2, "echo", "\"text\":\"x\""))).containsKey("result");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"jsonrpc":"2.0","id":7,"method":"no/such"}|-32601|7
                    {"jsonrpc":"2.0","id":7,"method":"tools/list"}|-32602|7
                    {"jsonrpc":"2.0","id":7,"method":"server/discover"}|-32602|7
                    {"jsonrpc":"2.0","id":7,"method":"initialize","params":{}}|-32602|7
                    {"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}|-32602|7
                    {"jsonrpc":"2.0","id":7,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2099-01-01"}}}|-32022|7
                    {"jsonrpc":"2.0","id":{"a":1},"method":"ping"}|-32600|null
                    {"jsonrpc":"2.0","id":[1],"method":"ping"}|-32600|null
                    {"jsonrpc":"2.0","id":null,"method":"ping"}|-32600|null
                    {"jsonrpc":"2.0","id":7}|-32600|null
                    [{"jsonrpc":"2.0","id":7,"method":"ping"}]|-32600|null
                    {"jsonrpc":"2.0","id":7,"method":|-32700|null
                    hello|-32700|null
                    """)
    void whatTheProtocolRefusesIsAnErrorAndTheConnectionGoesOn(String line, long code, String id)
            throws IOException {
        Map<String, Object> answer = peer.ask(line);
        assertThat(Peer.at(answer, "error code")).isEqualTo(code);
        assertThat(String.valueOf(answer.get("id"))).isEqualTo(id);
        assertThat(peer.ask("{\"jsonrpc\":\"2.0\",\"id\":\"on\",\"method\":\"ping\"}").get("id"))
                .isEqualTo("on");
    }

    @Test
    void anUnsupportedRevisionIsToldWhatIsSupported() throws IOException {
        String line = Peer.request(1, "tools/list", "").replace("2026-07-28", "2030-01-01");
        assertThat(Peer.at(peer.ask(line), "error data"))
                .isEqualTo(Map.of("supported", List.of("2026-07-28"), "requested", "2030-01-01"));
    }

    @Test
    void anUnknownToolIsRefusedWithTheNearestName() throws IOException {
        Map<String, Object> answer = peer.ask(Peer.call(1, "ecko", ""));
        assertThat(Peer.at(answer, "error code")).isEqualTo(-32602L);
        assertThat(Peer.at(answer, "error message").toString()).contains("Did you mean echo?");
    }

    @Test
    void aWrongArgumentIsAFailedCallWithCodeAndHint() throws IOException {
        Map<String, Object> answer = peer.ask(Peer.call(1, "echo", "\"txt\":1"));
        assertThat(Peer.at(answer, "result isError")).isEqualTo(true);
        assertThat(Peer.at(answer, "result structuredContent error code"))
                .isEqualTo("invalid_input");
        assertThat(Peer.at(answer, "result content 0 text").toString())
                .contains("no parameter txt", "Did you mean text?", "again, corrected");
    }

    @Test
    void aBugInAToolIsAFailedCall() throws IOException {
        Map<String, Object> answer = peer.ask(Peer.call(1, "fail", ""));
        assertThat(Peer.at(answer, "result structuredContent error code")).isEqualTo("internal");
    }

    @Test
    void aCancelledCallIsInterruptedAndNeverAnswered() throws IOException {
        peer.send(Peer.call("slow", "sleep", "\"millis\":30000"));
        peer.send(cancelled("\"slow\""));
        peer.send(cancelled("\"slow\""));
        peer.send(cancelled("99"));
        peer.send(cancelled("{}"));
        assertThat(peer.ask(Peer.call("next", "echo", "\"text\":\"x\"")).get("id"))
                .isEqualTo("next");
        long start = System.nanoTime();
        peer.channel.shutdownOutput();
        assertThat(peer.read()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void progressIsToldOnlyToThoseWhoAskAndBeforeTheAnswer() throws IOException {
        String quiet = Peer.call(1, "sleep", "\"millis\":1");
        assertThat(peer.ask(quiet).get("id")).isEqualTo(1L);
        String asking = quiet.replace("\"_meta\":{", "\"_meta\":{\"progressToken\":\"p\",");
        Map<String, Object> progress = peer.ask(asking);
        assertThat(progress.get("method")).isEqualTo("notifications/progress");
        assertThat(Peer.at(progress, "params progressToken")).isEqualTo("p");
        assertThat(peer.require().get("id")).isEqualTo(1L);
    }

    @Test
    void anIdInUseIsRefused() throws IOException {
        peer.send(Peer.call(1, "sleep", "\"millis\":300"));
        assertThat(Peer.at(peer.ask(Peer.call(1, "echo", "\"text\":\"x\"")), "error code"))
                .isEqualTo(-32600L);
        assertThat(peer.require()).containsKey("result");
    }

    @Test
    void elevenRequestsThenTheEndAreElevenAnswers() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 11; i++) {
            lines.append(Peer.call(i, "sleep", "\"millis\":100")).append('\n');
        }
        peer.sendBytes(lines.toString().getBytes(StandardCharsets.UTF_8));
        peer.channel.shutdownOutput();
        Set<Object> ids = new HashSet<>();
        for (Map<String, Object> answer = peer.read(); answer != null; answer = peer.read()) {
            assertThat(answer).containsKey("result");
            ids.add(answer.get("id"));
        }
        assertThat(ids).hasSize(11);
    }

    @Test
    void aLineOfAHundredMegabytesIsRefusedByItsIdAndTheConnectionGoesOn() throws IOException {
        byte[] chunk = new byte[1 << 20];
        Arrays.fill(chunk, (byte) 'x');
        peer.sendBytes(
                "{\"method\":\"tools/call\",\"params\":{\"text\":\""
                        .getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 100; i++) {
            peer.sendBytes(chunk);
        }
        Map<String, Object> answer = peer.ask("\"},\"id\":\"big\"}");
        assertThat(answer.get("id")).isEqualTo("big");
        assertThat(Peer.at(answer, "error code")).isEqualTo(-32600L);
        assertThat(peer.ask(Peer.call(2, "echo", "\"text\":\"x\""))).containsKey("result");
    }

    @Test
    void aTextOfTenMegabytesGoesThrough() throws IOException {
        String text = "y".repeat(10 << 20);
        Map<String, Object> answer = peer.ask(Peer.call(1, "echo", "\"text\":\"" + text + "\""));
        assertThat(Peer.at(answer, "result structuredContent text")).isEqualTo(text);
    }

    @Test
    void aClientThatNeverReadsHoldsUpNobodyElse() throws IOException, InterruptedException {
        List<Peer> deaf = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Peer other = new Peer(server, directory);
            deaf.add(other);
            other.channel.configureBlocking(false);
            byte[] line =
                    (Peer.call(1, "echo", "\"text\":\"" + "z".repeat(60_000) + "\"") + "\n")
                            .getBytes(StandardCharsets.UTF_8);
            int idle = 0;
            while (idle < 20) {
                int n = other.channel.write(java.nio.ByteBuffer.wrap(line));
                idle = n == 0 ? idle + 1 : 0;
                if (n < line.length) {
                    Thread.sleep(5);
                }
            }
        }
        for (int i = 0; i < 100; i++) {
            assertThat(peer.ask(Peer.call(i, "echo", "\"text\":\"x\""))).containsKey("id");
        }
        for (Peer other : deaf) {
            other.close();
        }
        for (Peer other : deaf) {
            assertThat(other.serving.join(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void aVanishedClientsCallsAreInterrupted() throws IOException, InterruptedException {
        peer.send(Peer.call(1, "sleep", "\"millis\":60000"));
        peer.close();
        assertThat(peer.serving.join(Duration.ofSeconds(8))).isTrue();
    }

    @Test
    void closingTheServerLetsShortCallsAnswer() throws IOException {
        peer.send(Peer.call(1, "sleep", "\"millis\":300"));
        peer.send(Peer.call(2, "sleep", "\"millis\":60000"));
        peer.ask("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"ping\"}");
        server.close();
        assertThat(peer.require().get("id")).isEqualTo(1L);
        assertThat(peer.read()).isNull();
    }

    private Map<String, Object> initialize(String revision) throws IOException {
        return peer.initialize(revision, "{}");
    }

    private static String legacyCall(long id, String tool, String arguments) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + id
                + ",\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool
                + "\",\"arguments\":{"
                + arguments
                + "}}}";
    }

    private static String cancelled(String id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                + id
                + "}}";
    }
}
