package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What clients with a handshake get: requests of ours, notices between their own, and the methods
/// that later revisions dropped.
@Timeout(60)
class LegacyTest {
    private static final String ALL = "{\"elicitation\":{},\"sampling\":{},\"roots\":{}}";

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
    void theHandshakeDeclaresWhatIsOffered() throws IOException {
        Map<String, Object> answer = peer.initialize("2025-11-25", "{}");
        Map<?, ?> capabilities = (Map<?, ?>) Peer.at(answer, "result capabilities");
        assertThat(capabilities.keySet())
                .asString()
                .isEqualTo("[tools, prompts, resources, completions, logging]");
        assertThat(Peer.at(answer, "result capabilities tools listChanged")).isEqualTo(true);
        assertThat(Peer.at(answer, "result capabilities resources subscribe")).isEqualTo(true);
    }

    @Test
    void aToolAsksThePersonAndGoesOnWithTheAnswer() throws IOException {
        peer.initialize("2025-06-18", ALL);
        Map<String, Object> question = peer.ask(elicitation(1));
        assertThat(question).containsEntry("method", "elicitation/create");
        assertThat(Peer.at(question, "params message")).isEqualTo("Who?");
        Map<String, Object> answer =
                peer.ask(
                        answer(
                                question,
                                "\"result\":{\"action\":\"accept\",\"content\":{\"username\":\"x\"}}"));
        assertThat(Peer.at(answer, "result content 0 text"))
                .isEqualTo("User response: action=accept, content={\"username\":\"x\"}");
    }

    @Test
    void aClientThatDeclaredNothingIsNotAsked() throws IOException {
        peer.initialize("2025-06-18", "{}");
        assertThat(Peer.at(peer.ask(elicitation(1)), "error code")).isEqualTo(-32021L);
    }

    @Test
    void anErrorIsNoAnswerAndALateOrUnknownAnswerIsIgnored() throws IOException {
        peer.initialize("2025-11-25", ALL);
        Map<String, Object> question = peer.ask(elicitation(1));
        String refusal = answer(question, "\"error\":{\"code\":-1,\"message\":\"no\"}");
        assertThat(Peer.at(peer.ask(refusal), "error code")).isEqualTo(-32021L);
        peer.send(refusal);
        peer.send("{\"jsonrpc\":\"2.0\",\"id\":\"strawboss-other-1\",\"result\":{}}");
        assertThat(peer.ask(Peer.legacy(2, "ping", ""))).containsKey("result");
    }

    @Test
    void aQuestionThatNobodyAnswersIsGivenUpInTime() throws IOException {
        Tool asks =
                FixtureTool.of(
                        "asks",
                        (call, arguments) -> {
                            Optional<?> answers =
                                    call.ask(
                                            Map.of("roots", new Question.Roots()),
                                            Duration.ofMillis(20));
                            return FixtureTool.text("answered: " + answers.isPresent());
                        });
        try (McpServer other = ScriptedTools.server(List.of(asks));
                Peer silent = new Peer(other, directory)) {
            silent.initialize("2025-06-18", ALL);
            Map<String, Object> question =
                    silent.ask(Peer.legacy(1, "tools/call", "\"name\":\"asks\""));
            assertThat(question).containsEntry("method", "roots/list");
            Map<String, Object> cancelled = silent.require();
            assertThat(Peer.at(cancelled, "params requestId")).isEqualTo(question.get("id"));
            assertThat(Peer.at(silent.require(), "result content 0 text"))
                    .isEqualTo("answered: false");
        }
    }

    @Test
    void aCancelledCallAsksNobodyAnyMore() throws IOException {
        peer.initialize("2025-06-18", ALL);
        Map<String, Object> question = peer.ask(elicitation(1));
        peer.send(
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":1}}");
        Map<String, Object> cancelled = peer.require();
        assertThat(cancelled).containsEntry("method", "notifications/cancelled");
        assertThat(Peer.at(cancelled, "params requestId")).isEqualTo(question.get("id"));
        assertThat(peer.ask(Peer.legacy(2, "ping", "")).get("id")).isEqualTo(2L);
    }

    @Test
    void theLogHasWhatTheClientWants() throws IOException {
        peer.initialize("2025-06-18", "{}");
        String call = Peer.legacy(1, "tools/call", "\"name\":\"test_tool_with_logging\"");
        assertThat(Peer.at(peer.ask(call), "params data")).isEqualTo("Tool execution started");
        peer.require();
        assertThat(Peer.at(peer.require(), "params level")).isEqualTo("info");
        assertThat(peer.require()).containsEntry("id", 1L);

        String level = Peer.legacy(2, "logging/setLevel", "\"level\":\"warning\"");
        assertThat(peer.ask(level).get("result")).isEqualTo(Map.of());
        assertThat(peer.ask(call)).containsEntry("id", 1L);
        assertThat(
                        Peer.at(
                                peer.ask(Peer.legacy(3, "logging/setLevel", "\"level\":\"loud\"")),
                                "error code"))
                .isEqualTo(-32602L);
    }

    @Test
    void promptsResourcesAndCompletionsAreServed() throws IOException {
        peer.initialize("2025-11-25", "{}");
        Map<String, Object> prompts = ask("prompts/list", "");
        assertThat(Peer.at(prompts, "result prompts 1 arguments 0 required")).isEqualTo(true);
        assertThat(prompts.toString()).doesNotContain("ttlMs");
        String prompt = "\"name\":\"test_prompt_with_arguments\"";
        assertThat(Peer.at(ask("prompts/get", prompt), "error code")).isEqualTo(-32602L);
        assertThat(
                        Peer.at(
                                ask(
                                        "prompts/get",
                                        prompt + ",\"arguments\":{\"arg1\":\"a\",\"arg2\":\"b\"}"),
                                "result messages 0 content text"))
                .isEqualTo("Prompt with arguments: arg1='a', arg2='b'");
        assertThat(Peer.at(ask("resources/list", ""), "result resources 0 uri"))
                .isEqualTo("test://static-text");
        assertThat(
                        Peer.at(
                                ask("resources/templates/list", ""),
                                "result resourceTemplates 0 uriTemplate"))
                .isEqualTo("test://template/{id}/data");
        assertThat(
                        Peer.at(
                                ask("resources/read", "\"uri\":\"test://template/7/data\""),
                                "result contents 0 text"))
                .asString()
                .contains("\"id\":\"7\"");
        Map<String, Object> none = ask("resources/read", "\"uri\":\"test://none\"");
        assertThat(Peer.at(none, "error code")).isEqualTo(-32002L);
        assertThat(Peer.at(none, "error data uri")).isEqualTo("test://none");
        assertThat(
                        Peer.at(
                                ask(
                                        "completion/complete",
                                        "\"ref\":{\"type\":\"ref/prompt\",\"name\":\"x\"},"
                                                + "\"argument\":{\"name\":\"a\",\"value\":\"par\"}"),
                                "result completion values"))
                .isEqualTo(List.of("paris", "park", "party"));
    }

    @Test
    void whatIsNotOfferedIsAnUnknownMethod() throws IOException {
        try (McpServer bare = ScriptedTools.server(List.of());
                Peer other = new Peer(bare, directory)) {
            other.initialize("2025-11-25", "{}");
            for (String method :
                    List.of(
                            "prompts/list",
                            "prompts/get",
                            "resources/list",
                            "resources/read",
                            "resources/templates/list",
                            "resources/subscribe",
                            "completion/complete",
                            "tasks/get",
                            "subscriptions/listen",
                            "roots/list")) {
                assertThat(Peer.at(other.ask(Peer.legacy(1, method, "")), "error code"))
                        .as(method)
                        .isEqualTo(-32601L);
            }
        }
    }

    @Test
    void aSwitchedToolsetIsAChangedListAndItsToolsCanBeCalledAnyway() throws IOException {
        peer.initialize("2025-11-25", "{}");
        String extra = Peer.legacy(5, "tools/call", "\"name\":\"test_extra\"");
        assertThat(Peer.at(peer.ask(extra), "result content 0 text")).isEqualTo("extra");
        assertThat(ask("tools/list", "").toString()).doesNotContain("test_extra");
        peer.send(Peer.legacy(6, "tools/call", "\"name\":\"test_trigger_tool_change\""));
        List<Object> methods =
                List.of(
                        String.valueOf(peer.require().get("method")),
                        String.valueOf(peer.require().get("method")));
        assertThat(methods).contains("notifications/tools/list_changed", "null");
        assertThat(ask("tools/list", "").toString()).contains("test_extra");
        try (Peer other = new Peer(server, directory)) {
            assertThat(other.ask(Peer.request(1, "tools/list", "")).toString())
                    .doesNotContain("test_extra");
        }
    }

    @Test
    void aToolsetThatComesByDefaultIsAChangedListForAll() throws IOException {
        AtomicBoolean on = new AtomicBoolean();
        Tool tool = FixtureTool.of("late", (call, arguments) -> FixtureTool.text(""));
        Offer one = Offer.of(List.of(), "", InstantSource.system());
        Offer both =
                new Offer(
                        List.of(
                                one.toolsets().getFirst(),
                                new Toolset("more", "", List.of(tool), on::get)),
                        List.of(),
                        null,
                        null,
                        null,
                        one.clients(),
                        "");
        try (McpServer other =
                        new McpServer(both, new Seal(new byte[32], InstantSource.system()), "1");
                Peer there = new Peer(other, directory)) {
            there.initialize("2025-11-25", "{}");
            other.look();
            on.set(true);
            other.look();
            other.look();
            assertThat(there.require()).containsEntry("method", "notifications/tools/list_changed");
            assertThat(there.ask(Peer.legacy(1, "tools/list", "")).toString()).contains("late");
        }
    }

    private Map<String, Object> ask(String method, String params) throws IOException {
        return peer.ask(Peer.legacy(9, method, params));
    }

    private static String elicitation(int id) {
        return Peer.legacy(
                id,
                "tools/call",
                "\"name\":\"test_elicitation\",\"arguments\":{\"message\":\"Who?\"}");
    }

    private static String answer(Map<String, Object> question, String outcome) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + Json.write(question.get("id"))
                + ","
                + outcome
                + "}";
    }
}
