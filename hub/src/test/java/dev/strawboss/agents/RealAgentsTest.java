package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.real.ScriptedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The real claude and codex against a scripted model. They are looked for where the property
/// `strawboss.clis` says, else the variable `STRAWBOSS_CLIS`, else in `~/.cache/agent-clis`: `bin`.
@Tag("real")
class RealAgentsTest {
    private static final Path USER_HOME = Path.of(System.getProperty("user.home"));
    private static final Path CLIS =
            Path.of(
                    Optional.ofNullable(System.getProperty("strawboss.clis"))
                            .or(() -> Optional.ofNullable(System.getenv("CLIS")))
                            .orElse(USER_HOME.resolve(".cache/agent-clis").toString()));

    private Path directory;
    private AgentBench bench;
    private ScriptedModel model;

    @BeforeEach
    void open() throws Exception {
        // Codex's sandbox does not start when CODEX_HOME is under /tmp.
        Path cache = Files.createDirectories(USER_HOME.resolve(".cache"));
        directory = Files.createTempDirectory(cache, "strawboss-real");
        bench = new AgentBench(directory);
        bench.environment.put("PATH", clis() + System.getenv("PATH"));
        bench.environment.put("CLAUDE_CODE_MAX_RETRIES", "1");
        model = new ScriptedModel();
        agent("claude", model.address());
        agent("codex", model.address() + "/v1");
    }

    @AfterEach
    void close() throws IOException {
        model.close();
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void doesAJobOnABranch(String cli) throws Exception {
        installed(cli);
        String prompt =
                ScriptedModel.prompt(
                        "--help me " + "x".repeat(200_000),
                        List.of(
                                Map.of("write", List.of("hello.txt", "hi\n")),
                                Map.of("shell", "cat hello.txt"),
                                Map.of("say", "All done.")));
        Conclusion conclusion = bench.run(bench.request("scripted-" + cli, prompt));
        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Success());
        assertThat(conclusion.report())
                .containsEntry("text", "All done.")
                .containsEntry("mode", "auto")
                .containsKeys("session", "usage", "branch", "patch");
        assertThat(String.valueOf(conclusion.report().get("changed_files"))).contains("hello.txt");
        assertThat(bench.repository.resolve("hello.txt")).doesNotExist();
        assertThat(model.log()).contains("sk-scripted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void writesNothingInModeReadOnly(String cli) throws Exception {
        installed(cli);
        String prompt =
                ScriptedModel.prompt(
                        "x",
                        List.of(
                                Map.of(
                                        "shell",
                                        "touch made.txt; cat /etc/hostname",
                                        "optional",
                                        true),
                                Map.of("write", List.of("made.txt", "x"), "optional", true),
                                Map.of("say", "Looked.")));
        AgentRequest asked = bench.request("scripted-" + cli, prompt);
        Conclusion conclusion =
                bench.run(
                        new AgentRequest(
                                asked.target(),
                                asked.current(),
                                asked.agent(),
                                asked.prompt(),
                                Optional.of(AgentMode.READ_ONLY),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                false,
                                false));
        assertThat(conclusion.report()).containsEntry("mode", "read-only");
        assertThat(bench.repository.resolve("made.txt")).doesNotExist();
        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Success());
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void seesNoToolsOfARegisteredStrawboss(String cli) throws Exception {
        installed(cli);
        Path home = directory.resolve("home");
        Path server = bench.program("server", "exec node -e '" + SERVER + "'\n");
        Files.writeString(
                home.resolve(".claude.json"),
                """
                {"mcpServers":{"strawboss":{"type":"stdio","command":"%1$s","args":[]},
                 "other":{"type":"stdio","command":"%1$s","args":[]}}}
                """
                        .formatted(server));
        Files.createDirectories(home.resolve(".codex"));
        Files.writeString(
                home.resolve(".codex/config.toml"),
                """
                [mcp_servers.strawboss]
                command = "%1$s"
                required = true
                [mcp_servers.other]
                command = "%1$s"
                required = true
                """
                        .formatted(server));
        bench.environment.put("ENABLE_TOOL_SEARCH", "false");
        bench.agents.save(
                "loud",
                Map.of(
                        "cli",
                        cli,
                        "base_url",
                        model.address() + (cli.equals("codex") ? "/v1" : ""),
                        "key",
                        "SCRIPTED_KEY",
                        "model",
                        "scripted-1",
                        "environment",
                        Map.of("ENABLE_TOOL_SEARCH", "false")));
        String prompt = ScriptedModel.prompt("x", List.of(Map.of("say", "hi")));
        assertThat(bench.run(bench.request("loud", prompt)).verdict())
                .isEqualTo(new Verdict.Success());
        assertThat(model.log()).contains("mcp__other").doesNotContain("mcp__strawboss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aRefusedKeyIsSaid(String cli) throws Exception {
        installed(cli);
        String prompt =
                ScriptedModel.prompt("x", List.of(Map.of("error", 401, "message", "bad key")));
        assertThat(bench.run(bench.request("scripted-" + cli, prompt)).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Failure.class,
                        failure -> {
                            assertThat(failure.code()).isEqualTo(ErrorCode.AGENT_AUTH);
                            assertThat(failure.reason()).contains("bad key");
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "claude",
                "codex",
                "gemini",
                "opencode",
                "qwen",
                "copilot",
                "cline",
                "pi",
                "kilo",
                "droid",
                "continue"
            })
    void isAsTheCatalogSays(String cli) throws Exception {
        installed(cli);
        Diagnosis diagnosis = bench.agents.doctor(cli, Ran::output);
        assertThat(diagnosis.warnings()).isEmpty();
        assertThat(diagnosis.version()).isPresent();
    }

    // The least MCP server: one tool.
    private static final String SERVER =
            """
            require("readline").createInterface({input:process.stdin}).on("line", l => {
              const m = JSON.parse(l); if (m.id === undefined) return;
              const r = m.method === "initialize"
                ? {protocolVersion: m.params.protocolVersion, capabilities: {tools: {}}, serverInfo: {name: "s", version: "1"}}
                : m.method === "tools/list" ? {tools: [{name: "echo", inputSchema: {type: "object"}}]} : null;
              console.log(JSON.stringify(r ? {jsonrpc: "2.0", id: m.id, result: r}
                : {jsonrpc: "2.0", id: m.id, error: {code: -32601, message: "no"}}));
            });
            """;

    private void agent(String cli, String address) {
        bench.environment.put("SCRIPTED_KEY", "sk-scripted");
        bench.agents.save(
                "scripted-" + cli,
                Map.of(
                        "cli", cli,
                        "base_url", address,
                        "key", "SCRIPTED_KEY",
                        "model", "scripted-1",
                        "timeout", "2m"));
    }

    // .ci/install-clis names those that are missing, and EveryWorkerTest fails if too many are.
    private static void installed(String cli) {
        Path binary = CLIS.resolve("bin/" + (cli.equals("continue") ? "cn" : cli));
        assumeTrue(Files.isExecutable(binary), "no " + binary + "; .ci/install-clis says why");
    }

    private static String clis() {
        return CLIS.resolve("bin") + ":";
    }
}
