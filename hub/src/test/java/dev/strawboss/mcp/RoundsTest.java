package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// How a call asks its client in the era of 2026-07-28.
@Timeout(60)
class RoundsTest {
    private static final String ALL = "{\"elicitation\":{},\"sampling\":{},\"roots\":{}}";
    private static final String TOOL = "test_input_required_result_elicitation";
    private static final String ALICE =
            "{\"user_name\":{\"action\":\"accept\",\"content\":{\"name\":\"Alice\"}}}";

    @TempDir Path directory;
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private final InstantSource clock = () -> now;
    private final McpServer server = server(new byte[32]);
    private Peer peer;

    private McpServer server(byte[] key) {
        return new McpServer(ConformanceFixture.offer(), new Seal(key, clock), "1");
    }

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
    void aCallEndsWithWhatIsToBeAskedAndGoesOnWithTheAnswer() throws IOException {
        Map<String, Object> asked = call(peer, TOOL, "");
        assertThat(Peer.at(asked, "result resultType")).isEqualTo("input_required");
        assertThat(Peer.at(asked, "result inputRequests user_name method"))
                .isEqualTo("elicitation/create");
        assertThat(Peer.at(asked, "result inputRequests user_name params requestedSchema type"))
                .isEqualTo("object");

        Map<String, Object> answer = call(peer, TOOL, brought(asked, ALICE));
        assertThat(Peer.at(answer, "result resultType")).isEqualTo("complete");
        assertThat(Peer.at(answer, "result content 0 text").toString()).contains("Alice");
    }

    @Test
    void theStateCarriesTheAnswersOfEarlierRounds() throws IOException {
        String tool = "test_input_required_result_multi_round";
        Map<String, Object> first = call(peer, tool, "");
        Map<String, Object> second =
                call(peer, tool, brought(first, "{\"step1\":{\"action\":\"accept\"}}"));
        assertThat(Peer.at(second, "result inputRequests step2 method"))
                .isEqualTo("elicitation/create");
        assertThat(Peer.at(second, "result requestState"))
                .isNotEqualTo(Peer.at(first, "result requestState"));
        Map<String, Object> last =
                call(peer, tool, brought(second, "{\"step2\":{\"action\":\"accept\"}}"));
        assertThat(Peer.at(last, "result resultType")).isEqualTo("complete");
    }

    @Test
    void whatIsMissingIsAskedAgainAndOnlyThat() throws IOException {
        String tool = "test_input_required_result_multiple_inputs";
        Map<String, Object> asked = call(peer, tool, "");
        assertThat((Map<?, ?>) Peer.at(asked, "result inputRequests")).hasSize(3);
        Map<String, Object> again = call(peer, tool, brought(asked, ALICE));
        assertThat(((Map<?, ?>) Peer.at(again, "result inputRequests")).keySet())
                .asString()
                .isEqualTo("[greeting, client_roots]");
    }

    @Test
    void answersWithoutTheStateOfAQuestionAreNone() throws IOException {
        Map<String, Object> asked = call(peer, TOOL, ",\"inputResponses\":" + ALICE);
        assertThat(Peer.at(asked, "result resultType")).isEqualTo("input_required");
        for (String wrong : new String[] {"null", "1", "[]", "{\"user_name\":12345}"}) {
            assertThat(Peer.at(call(peer, TOOL, ",\"inputResponses\":" + wrong), "error code"))
                    .isEqualTo(-32602L);
        }
    }

    @Test
    void aTamperedAForeignAndAnExpiredStateAreRefused() throws IOException {
        Map<String, Object> asked = call(peer, TOOL, "");
        String state = (String) Peer.at(asked, "result requestState");
        String tampered = (state.startsWith("A") ? "B" : "A") + state.substring(1);
        for (String wrong : new String[] {tampered, state + "x", "", ".", "a.b", "%.%"}) {
            assertRefused(call(peer, TOOL, brought(wrong, ALICE)));
        }
        assertRefused(call(peer, "test_streaming_elicitation", brought(state, ALICE)));
        assertRefused(
                peer.ask(
                        Peer.request(
                                1,
                                "tools/call",
                                "\"name\":\""
                                        + TOOL
                                        + "\",\"arguments\":{\"other\":1}"
                                        + brought(state, ALICE),
                                ALL)));
        now = now.plus(Seal.LIFETIME);
        assertRefused(call(peer, TOOL, brought(state, ALICE)));
        now = now.minus(Duration.ofMillis(1));
        assertThat(call(peer, TOOL, brought(state, ALICE))).containsKey("result");
    }

    @Test
    void theNextHubOpensTheStateOfADeadOneAndAStrangerDoesNot() throws IOException {
        String state = (String) Peer.at(call(peer, TOOL, ""), "result requestState");
        server.close();
        byte[] other = new byte[32];
        other[0] = 1;
        try (McpServer next = server(new byte[32]);
                Peer there = new Peer(next, directory);
                McpServer strange = server(other);
                Peer stranger = new Peer(strange, directory)) {
            assertThat(Peer.at(call(there, TOOL, brought(state, ALICE)), "result resultType"))
                    .isEqualTo("complete");
            assertRefused(call(stranger, TOOL, brought(state, ALICE)));
        }
    }

    @Test
    void theStateOfOnePrincipalIsNoneOfAnothers() throws Exception {
        Request request =
                Request.of(
                        Json.parseObject(
                                "{\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"x\"}}"));
        Seal seal = new Seal(new byte[32], clock);
        String sealed = seal.seal(Seal.purpose("one", request), Map.of("a", 1L));
        assertThat(seal.open(Seal.purpose("one", request), sealed)).isEqualTo(Map.of("a", 1L));
        assertThatThrownBy(() -> seal.open(Seal.purpose("other", request), sealed))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aClientThatCannotBeAskedIsToldWhatItLacks() throws IOException {
        Map<String, Object> refused = peer.ask(Peer.call(1, "test_missing_capability", ""));
        assertThat(Peer.at(refused, "error code")).isEqualTo(-32021L);
        assertThat(Peer.at(refused, "error data requiredCapabilities"))
                .isEqualTo(Map.of("sampling", Map.of()));
    }

    @Test
    void aPromptAsksToo() throws IOException {
        String prompt = "\"name\":\"test_input_required_result_prompt\"";
        Map<String, Object> asked = peer.ask(Peer.request(1, "prompts/get", prompt, ALL));
        assertThat(Peer.at(asked, "result resultType")).isEqualTo("input_required");
        Map<String, Object> words =
                peer.ask(
                        Peer.request(
                                2,
                                "prompts/get",
                                prompt
                                        + brought(
                                                asked,
                                                "{\"user_context\":{\"action\":\"accept\"}}"),
                                ALL));
        assertThat(Peer.at(words, "result messages 0 role")).isEqualTo("user");
    }

    private static Map<String, Object> call(Peer peer, String tool, String more)
            throws IOException {
        return peer.ask(
                Peer.request(
                        1, "tools/call", "\"name\":\"" + tool + "\",\"arguments\":{}" + more, ALL));
    }

    private static String brought(Map<String, Object> asked, String answers) {
        return brought((String) Peer.at(asked, "result requestState"), answers);
    }

    private static String brought(String state, String answers) {
        return ",\"inputResponses\":" + answers + ",\"requestState\":" + Json.write(state);
    }

    private static void assertRefused(Map<String, Object> answer) {
        assertThat(Peer.at(answer, "error code")).isEqualTo(-32602L);
        assertThat(Peer.at(answer, "error message").toString()).contains("requestState");
    }
}
