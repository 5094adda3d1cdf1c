package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.agents.AgentReport.AgentError;
import dev.strawboss.config.Configuration;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunOutput;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The `*.jsonl` files beside are what the CLIs, in the versions of `.ci/install-clis`, wrote
/// against `fixtures/scripted-llm.mjs`; the newer ones without deltas and what tools did.
class ReportReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir Path directory;
    private Catalog catalog;

    @BeforeEach
    void open() {
        catalog = new Catalog(new Configuration(directory.resolve("config"), List.of()));
    }

    @Test
    void aSuccessfulRunOfClaude() throws Exception {
        AgentReport report = golden("claude-success", 0);
        assertThat(report.text()).isEqualTo("All done.");
        assertThat(report.session()).contains("db611d34-8cc3-4c67-823f-17674b71f7a6");
        assertThat(report.model()).contains("claude-sonnet-4-5");
        assertThat(report.usage()).contains(new AgentReport.Usage(3245 + 56, 56, 118));
        assertThat(report.cost().orElseThrow()).isBetween(0.0115, 0.0116);
        assertThat(verdict(report, 0)).isEqualTo(new Verdict.Success());
    }

    @Test
    void aSuccessfulRunOfCodex() throws Exception {
        AgentReport report = golden("codex-success", 0);
        assertThat(report.text()).isEqualTo("All done.");
        assertThat(report.session()).contains("01a1fac8-e215-7413-81dc-2e06b85ae978");
        assertThat(report.usage()).contains(new AgentReport.Usage(3221, 56, 118));
        assertThat(report.cost()).isEmpty();
        assertThat(verdict(report, 0)).isEqualTo(new Verdict.Success());
    }

    @ParameterizedTest
    @CsvSource({
        "gemini, true, gemini-2.5-pro, 3230, 56, 118, ",
        "opencode, true, , 3218, 56, 118, 0.003398",
        "copilot, true, scripted-1, , , , ",
        "cline, false, scripted-1, 3214, 56, 118, 0",
        "qwen, true, scripted-1, 3242, 56, 118, ",
        "pi, true, scripted-1, 3204, 56, 118, 0.003384",
        "droid, true, custom:S1-0, 3226, 56, 118, ",
        "continue, false, , , , , ",
    })
    void whatASuccessfulRunSays(
            String cli,
            boolean session,
            @Nullable String model,
            @Nullable Long input,
            @Nullable Long cached,
            @Nullable Long output,
            @Nullable Double cost)
            throws Exception {
        AgentReport report = golden(cli + "-success", 0);
        assertThat(report.text()).isEqualTo("All done.");
        assertThat(report.session().isPresent()).isEqualTo(session);
        assertThat(report.model()).isEqualTo(Optional.ofNullable(model));
        assertThat(report.usage())
                .isEqualTo(
                        input == null || cached == null || output == null
                                ? Optional.empty()
                                : Optional.of(new AgentReport.Usage(input, cached, output)));
        assertThat(report.cost().orElse(null)).isEqualTo(cost);
        assertThat(verdict(report, 0)).isEqualTo(new Verdict.Success());
    }

    @Test
    void anErrorThatARetryMendedIsNone() throws Exception {
        Files.writeString(
                directory.resolve("stdout"),
                """
                {"type":"message_end","message":{"role":"assistant","stopReason":"error","errorMessage":"429 slow down"}}
                {"type":"message_end","message":{"role":"assistant","stopReason":"toolUse","content":[{"type":"text","text":"First."},{"type":"toolCall"}]}}
                {"type":"message_end","message":{"role":"assistant","stopReason":"stop","content":[{"type":"text","text":"One."},{"type":"text","text":"Two."}]}}
                """);
        AgentReport report = read("pi", 0);
        assertThat(report.text()).isEqualTo("One.\n\nTwo.");
        assertThat(verdict(report, 0)).isEqualTo(new Verdict.Success());
    }

    @Test
    void aRunThatWasCutOffIsNoSuccessWhateverItSaid() throws Exception {
        Files.writeString(
                directory.resolve("stdout"),
                """
                {"type":"text","sessionID":"s","part":{"text":"I will begin."}}
                {"type":"step_finish","sessionID":"s","part":{"reason":"tool-calls","tokens":{"input":3}}}
                """);
        assertThat(verdict(read("opencode", 0), 0))
                .isInstanceOfSatisfying(
                        Verdict.Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.AGENT_CRASH));
        Files.writeString(
                directory.resolve("stderr"), "{\"status\":\"error\",\"message\":\"429 no\"}\n");
        assertThat(verdict(read("continue", 1), 1))
                .isInstanceOfSatisfying(
                        Verdict.Failure.class,
                        failure ->
                                assertThat(failure.code()).isEqualTo(ErrorCode.AGENT_RATE_LIMIT));
    }

    @Test
    void piecesOfAnAnswerAreJoinedAndWhatStoodBeforeAToolIsNotTheAnswer() throws Exception {
        Files.writeString(
                directory.resolve("stdout"),
                """
                {"type":"message","role":"assistant","content":"I look.","delta":true}
                {"type":"tool_use"}
                {"type":"message","role":"assistant","content":"It is ","delta":true}
                {"type":"message","role":"assistant","content":"done.","delta":true}
                {"type":"result","status":"success"}
                """);
        assertThat(read("gemini", 0).text()).isEqualTo("It is done.");
    }

    @ParameterizedTest
    @CsvSource({
        "claude-401, AGENT_AUTH, bad key",
        "claude-nologin, AGENT_AUTH, Not logged in",
        "claude-429, AGENT_RATE_LIMIT, slow down",
        "claude-500, AGENT_MODEL, boom",
        "claude-404, AGENT_MODEL, selected model",
        "claude-drop, AGENT_MODEL, Connection dropped",
        "claude-max-turns, AGENT_MODEL, maximum number of turns",
        "claude-empty, EMPTY_ANSWER, without an answer",
        "claude-killed, AGENT_CRASH, signal 9",
        "codex-401, AGENT_AUTH, bad key",
        "codex-429, AGENT_RATE_LIMIT, 429 Too Many Requests",
        "codex-usage-limit, AGENT_RATE_LIMIT, usage limit",
        "codex-quota, AGENT_RATE_LIMIT, Quota exceeded",
        "codex-500, AGENT_MODEL, high demand",
        "codex-404, AGENT_MODEL, 404 Not Found",
        "codex-drop, AGENT_MODEL, stream disconnected",
        "codex-empty, EMPTY_ANSWER, without an answer",
        "codex-killed, AGENT_CRASH, signal 9",
        "gemini-401, AGENT_AUTH, bad key",
        "gemini-404, AGENT_MODEL, no such model",
        "gemini-429, AGENT_RATE_LIMIT, slow down",
        "gemini-500, AGENT_MODEL, boom",
        "gemini-empty, EMPTY_ANSWER, without an answer",
        "opencode-401, AGENT_AUTH, APIError 401 bad key",
        "opencode-404, AGENT_MODEL, no such model",
        "opencode-429, AGENT_RATE_LIMIT, slow down",
        "opencode-500, AGENT_MODEL, boom",
        "opencode-drop, AGENT_MODEL, closed unexpectedly",
        "opencode-empty, EMPTY_ANSWER, without an answer",
        "copilot-401, AGENT_AUTH, Authentication failed",
        "copilot-404, AGENT_MODEL, not found",
        "copilot-429, AGENT_RATE_LIMIT, slow down",
        "copilot-500, AGENT_MODEL, boom",
        "copilot-drop, AGENT_MODEL, connection closed",
        "copilot-empty, EMPTY_ANSWER, without an answer",
        "cline-401, AGENT_AUTH, bad key",
        "cline-500, AGENT_MODEL, boom",
        "cline-drop, AGENT_MODEL, onnect",
        "cline-empty, AGENT_MODEL, empty response",
        "qwen-401, AGENT_AUTH, bad key",
        "qwen-404, AGENT_MODEL, no such model",
        "qwen-500, AGENT_MODEL, boom",
        "qwen-empty, EMPTY_ANSWER, without an answer",
        "pi-401, AGENT_AUTH, bad key",
        "pi-429, AGENT_RATE_LIMIT, slow down",
        "pi-500, AGENT_MODEL, boom",
        "pi-drop, AGENT_MODEL, Connection error",
        "pi-empty, EMPTY_ANSWER, without an answer",
        "droid-401, AGENT_AUTH, bad key",
        "droid-429, AGENT_RATE_LIMIT, slow down",
        "droid-500, AGENT_MODEL, boom",
        "droid-drop, AGENT_MODEL, onnection",
        "droid-empty, EMPTY_ANSWER, without an answer",
    })
    void theFinalEventDecides(String name, ErrorCode code, String part) throws Exception {
        // an exit status of 0 changes nothing where the event says that it failed
        for (int status : name.endsWith("killed") ? new int[] {137} : new int[] {0, 1}) {
            assertThat(verdict(golden(name, status), status))
                    .isInstanceOfSatisfying(
                            Verdict.Failure.class,
                            failure -> {
                                assertThat(failure.code()).isEqualTo(code);
                                assertThat(failure.reason()).contains(part);
                            });
        }
    }

    @Test
    void aRunWithoutEventsIsJudgedByItsStandardError() throws Exception {
        Files.writeString(
                directory.resolve("stderr"),
                "Error: required MCP servers failed to initialize: \u001b[31mbroken\n");
        AgentReport report = read("codex", 1);
        assertThat(report.error().orElseThrow().kind()).isEqualTo(ErrorKind.TOOL);
        assertThat(report.error().orElseThrow().message()).doesNotContain("\u001b");
        Files.writeString(directory.resolve("stderr"), "sh: claude: not found\n");
        assertThat(verdict(read("claude", 127), 127))
                .isInstanceOfSatisfying(
                        Verdict.Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.MISSING_BINARY));
    }

    @Test
    void theEndOfTheRateLimitIsTakenFromTheEventOrTheMessage() throws Exception {
        String event =
                """
                {"type":"rate_limit_event","rate_limit_info":{"status":"rejected","resetsAt":1795000000}}
                {"type":"result","subtype":"success","is_error":true,"api_error_status":429,"result":"limit"}
                """;
        Files.writeString(directory.resolve("stdout"), event);
        AgentError error = read("claude", 1).error().orElseThrow();
        assertThat(error.reset()).contains(Instant.ofEpochSecond(1_795_000_000));

        assertThat(reset("usage limit reached|1795000000")).contains("2026-11-18T11:06:40Z");
        assertThat(reset("Try again in 3 hours 5 minutes.")).contains("2026-11-20T15:05:00Z");
        assertThat(reset("retry after 30s")).contains("2026-11-20T12:00:30Z");
        assertThat(reset("limit · resets 3pm (Europe/Berlin)")).contains("2026-11-20T14:00:00Z");
        assertThat(reset("limit · resets 12:30am (UTC)")).contains("2026-11-21T00:30:00Z");
        assertThat(reset("Try again later.")).isEmpty();
        assertThat(reset("resets 3pm (Nowhere/Land)")).isEmpty();
    }

    @Test
    void sixtyFourMegabytesWithACutMiddleAndNoiseAreReadInBoundedMemory() throws Exception {
        byte[] line = ("{\"type\":\"user\",\"x\":\"" + "y".repeat(1 << 20) + "\"}\n").getBytes(UTF);
        try (OutputStream out = Files.newOutputStream(directory.resolve("stdout"))) {
            out.write("{\"type\":\"system\",\"session_id\":\"s1\"}\n".getBytes(UTF));
            out.write(new byte[] {(byte) 0xff, (byte) 0xfe, '{', '\n', '{', '\n'});
            for (int i = 0; i < 47; i++) {
                out.write(line);
            }
            out.write(line, 0, 1000); // cut in the middle of a line
        }
        try (OutputStream out = Files.newOutputStream(directory.resolve("stdout.tail"))) {
            out.write("yyy\"}\n".getBytes(UTF));
            for (int i = 0; i < 15; i++) {
                out.write(line, 0, line.length - 1); // one line of 15 MB
            }
            out.write(
                    "\n{\"type\":\"result\",\"is_error\":false,\"result\":\"ok \\ud83d\"}"
                            .getBytes(UTF));
        }
        AgentReport report = read("claude", 0);
        assertThat(report.text()).startsWith("ok ");
        assertThat(report.session()).contains("s1");
        assertThat(verdict(report, 0)).isEqualTo(new Verdict.Success());
    }

    @Test
    void aLongAnswerIsCutInTheMiddle() throws Exception {
        Files.writeString(
                directory.resolve("stdout"),
                "{\"type\":\"result\",\"is_error\":false,\"result\":\"a"
                        + "b".repeat(200_000)
                        + "c\"}");
        String text = read("claude", 0).text();
        assertThat(text).startsWith("ab").endsWith("bc").contains("characters left out");
        assertThat(text.length()).isLessThan(70_000);
    }

    @Test
    void plainTextIsJudgedByTheExitStatusAndTheAgentsOwnPatterns() throws Exception {
        ErrorPatterns patterns =
                ErrorPatterns.of(
                        Configuration.parse("x", "rate_limit: [quota]\nauth: ['bad key']\n"));
        Files.writeString(directory.resolve("stdout"), "the answer\n");
        assertThat(plain(patterns, 0).text()).isEqualTo("the answer");
        assertThat(plain(patterns, 0).error()).isEmpty();
        assertThat(plain(patterns, 3).error().orElseThrow().kind()).isEqualTo(ErrorKind.CRASH);
        Files.writeString(directory.resolve("stdout"), "Error: QUOTA used up, resets in 2h\n");
        AgentError error = plain(patterns, 0).error().orElseThrow();
        assertThat(error.kind()).isEqualTo(ErrorKind.RATE_LIMIT);
        assertThat(error.reset()).contains(NOW.plusSeconds(7200));
        Files.delete(directory.resolve("stdout"));
        assertThat(verdict(plain(patterns, 0), 0))
                .isInstanceOfSatisfying(
                        Verdict.Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.EMPTY_ANSWER));
    }

    private static final Charset UTF = StandardCharsets.UTF_8;

    private static Optional<String> reset(String message) {
        return ResetTime.in(message, NOW).map(Instant::toString);
    }

    private AgentReport plain(ErrorPatterns patterns, int status) throws Exception {
        return new PlainText(patterns).read(output(status));
    }

    private AgentReport golden(String name, int status) throws Exception {
        try (InputStream resource =
                Objects.requireNonNull(
                        ReportReaderTest.class.getResourceAsStream(name + ".jsonl"), name)) {
            Files.write(directory.resolve("stdout"), resource.readAllBytes());
        }
        return read(name.substring(0, name.indexOf('-')), status);
    }

    private AgentReport read(String cli, int status) throws Exception {
        Cli entry = Objects.requireNonNull(catalog.entries().get(cli));
        return entry.output().reader(entry.errors()).read(output(status));
    }

    private AgentOutput output(int status) {
        return new AgentOutput(
                new RunOutput(directory, "stdout"),
                new RunOutput(directory, "stderr"),
                new Exit(status, NOW));
    }

    private static Verdict verdict(AgentReport report, int status) {
        return Verdicts.of("x", report, new Exit(status, NOW), Optional.empty());
    }
}
