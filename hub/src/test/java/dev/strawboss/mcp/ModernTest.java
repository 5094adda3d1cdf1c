package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What clients of 2026-07-28 get, which say everything with each request.
@Timeout(60)
class ModernTest {
    @TempDir Path directory;
    private final McpServer server =
            new McpServer(
                    ConformanceFixture.offer(),
                    new Seal(new byte[32], InstantSource.system()),
                    "1");
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
    void everyListSaysHowLongItHoldsAndComesInOneOrder() throws IOException {
        for (String method :
                List.of(
                        "tools/list",
                        "prompts/list",
                        "resources/list",
                        "resources/templates/list")) {
            Map<String, Object> list = peer.ask(Peer.request(1, method, ""));
            assertThat(Peer.at(list, "result ttlMs")).as(method).isEqualTo(60_000L);
            assertThat(Peer.at(list, "result cacheScope")).isEqualTo("private");
            assertThat(Peer.at(list, "result resultType")).isEqualTo("complete");
            assertThat(Json.write(peer.ask(Peer.request(1, method, ""))))
                    .isEqualTo(Json.write(list));
        }
    }

    @Test
    void theLogIsOnlyForRequestsThatAskForIt() throws IOException {
        String call = Peer.call(1, "test_logging_tool", "");
        assertThat(peer.ask(call)).containsEntry("id", 1L);
        assertThat(peer.ask(withLevel(call, "\"warning\""))).containsEntry("id", 1L);
        assertThat(peer.ask(withLevel(call, "17"))).containsEntry("id", 1L);
        Map<String, Object> message = peer.ask(withLevel(call, "\"info\""));
        assertThat(message).containsEntry("method", "notifications/message");
        assertThat(Peer.at(message, "params data")).isEqualTo("Tool execution started");
        assertThat(Peer.at(message, "params logger")).isEqualTo("conformance");
        peer.require();
        peer.require();
        assertThat(peer.require()).containsEntry("id", 1L);
    }

    @Test
    void whatLaterRevisionsDroppedIsUnknown() throws IOException {
        for (String method :
                List.of(
                        "initialize",
                        "ping",
                        "logging/setLevel",
                        "resources/subscribe",
                        "resources/unsubscribe")) {
            assertThat(Peer.at(peer.ask(Peer.request(1, method, "")), "error code"))
                    .as(method)
                    .isEqualTo(-32601L);
        }
    }

    @Test
    void aResourceThatIsNotThereIsAWrongParameterThatNamesIt() throws IOException {
        Map<String, Object> none =
                peer.ask(Peer.request(1, "resources/read", "\"uri\":\"test://none\""));
        assertThat(Peer.at(none, "error code")).isEqualTo(-32602L);
        assertThat(Peer.at(none, "error data uri")).isEqualTo("test://none");
        assertThat(Peer.at(peer.ask(Peer.request(1, "resources/read", "")), "error code"))
                .isEqualTo(-32602L);
    }

    @Test
    void aQuestionIsAskedInTheEraOfItsCallWhateverElseTheConnectionSpeaks() throws IOException {
        peer.initialize("2025-06-18", "{\"elicitation\":{}}");
        String params = "\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"Who?\"}";
        Map<String, Object> modern =
                peer.ask(Peer.request(1, "tools/call", params, "{\"elicitation\":{}}"));
        assertThat(Peer.at(modern, "result resultType")).isEqualTo("input_required");
        Map<String, Object> legacy = peer.ask(Peer.legacy(2, "tools/call", params));
        assertThat(legacy).containsEntry("method", "elicitation/create");
        // what the handshake declared does not count for a request that says it declares nothing
        assertThat(Peer.at(peer.ask(Peer.request(3, "tools/call", params, "{}")), "error code"))
                .isEqualTo(-32021L);
    }

    @Test
    void aToolShowsHowLargeItsAnswersGetAndWhatIsRepeatedInHeaders() {
        Tool tool =
                FixtureTool.of(
                        "large",
                        (call, arguments) -> FixtureTool.text(""),
                        Parameter.string("region", "where").inHeader("Region"));
        ToolDescription description = tool.description().withLargest(20_000);
        Catalog catalog =
                new Catalog(
                        List.of(
                                Toolset.always(
                                        "core",
                                        List.of(
                                                new FixtureTool(
                                                        description,
                                                        (call, arguments) ->
                                                                FixtureTool.text(""))))));
        Map<String, Object> shown =
                Map.of("tools", catalog.list(Revision.MODERN, Map.of("core", true)));
        assertThat(Peer.at(shown, "tools 0 _meta"))
                .isEqualTo(
                        Map.of(
                                "anthropic/alwaysLoad",
                                true,
                                "anthropic/maxResultSizeChars",
                                20_000));
        assertThat(Peer.at(shown, "tools 0 inputSchema properties region x-mcp-header"))
                .isEqualTo("Region");
        assertThat(catalog.list(Revision.MODERN, Map.of("core", false))).isEmpty();
    }

    private static String withLevel(String call, String level) {
        return call.replace(
                "\"_meta\":{", "\"_meta\":{\"io.modelcontextprotocol/logLevel\":" + level + ",");
    }
}
