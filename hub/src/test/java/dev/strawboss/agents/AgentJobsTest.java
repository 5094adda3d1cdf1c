package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.jobs.JobSpec;
import dev.strawboss.json.Json;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.workspace.WorkspaceMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentJobsTest {
    @TempDir Path directory;
    private AgentBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new AgentBench(directory);
        bench.program("echoer", "cat; echo; echo \"args:$*\"; echo change > file.txt");
        custom("stdin", List.of("echoer"));
        custom("argument", List.of("echoer", "-m", "{prompt}"));
        custom("file", List.of("echoer", "--from", "{prompt_file}", "{directory}"));
    }

    @Test
    void anAgentsWorkComesBackOnABranch() throws Exception {
        Conclusion conclusion = bench.run(bench.request("stdin", "say hi"));
        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Success());
        assertThat(conclusion.report())
                .containsEntry("text", "say hi\nargs:")
                .containsEntry("agent", "stdin")
                .containsEntry("mode", "auto")
                .containsEntry("isolation", "worktree")
                .containsEntry("sandbox", "none")
                .containsKeys("branch", "base", "changed_files", "patch");
        assertThat(conclusion.report().keySet())
                .startsWith("text", "agent", "mode", "isolation", "sandbox", "branch", "base");
        assertThat(bench.repository.resolve("file.txt")).doesNotExist();
    }

    @Test
    void aPromptLikeAnOptionIsStillAPrompt() throws Exception {
        assertThat(text(bench.run(bench.request("stdin", "--help")))).isEqualTo("--help\nargs:");
        assertThat(text(bench.run(bench.request("argument", "-rf /")))).isEqualTo("args:-m  -rf /");
        custom("dashes", List.of("echoer", "--", "{prompt}"));
        assertThat(text(bench.run(bench.request("dashes", "-x")))).isEqualTo("args:-- -x");
        assertThat(text(bench.run(bench.request("stdin", "half a pair \ud83d"))))
                .isEqualTo("half a pair ?\nargs:");
        RunPlan file = bench.prepare(bench.job(bench.jobs.spec(bench.request("file", "-x"))));
        assertThat(Path.of(file.command().get(2))).hasContent("-x");
        assertThat(file.command().get(3)).isEqualTo(file.directory().toString());
        assertThat(file.stdin()).isEmpty();
    }

    @Test
    void aPromptOfTenMegabytesNeverGoesIntoAnArgument() throws Exception {
        String prompt = "x".repeat(10 << 20);
        Conclusion conclusion = bench.run(bench.request("stdin", prompt));
        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Success());
        refused(
                ErrorCode.TOO_LARGE,
                "over 64 KB",
                () -> bench.jobs.spec(bench.request("argument", prompt)));
        bench.agents.save(
                "both",
                Map.of(
                        "command", List.of("echoer", "{prompt}"),
                        "large_command", List.of("echoer", "-")));
        RunPlan large = bench.prepare(bench.job(bench.jobs.spec(bench.request("both", prompt))));
        assertThat(large.command()).hasSize(2).endsWith("-");
        assertThat(large.stdin()).isPresent();
        RunPlan small = bench.prepare(bench.job(bench.jobs.spec(bench.request("both", "hi"))));
        assertThat(small.command()).endsWith("hi");
    }

    @Test
    void aPromptThatIsTooLongForACliIsReadFromItsFile() throws Exception {
        bench.program("cline", "true");
        bench.program("gemini", "true");
        String prompt = "-x".repeat(5 << 20);
        RunPlan argument =
                bench.prepare(bench.job(bench.jobs.spec(bench.request("cline", prompt))));
        Path file = bench.attempt.resolve("prompt");
        assertThat(argument.command().getLast()).contains("in the file " + file + "\n");
        assertThat(argument.stdin()).isEmpty();
        assertThat(file).hasSize(10 << 20);

        RunPlan input = bench.prepare(bench.job(bench.jobs.spec(bench.request("gemini", prompt))));
        assertThat(input.command()).endsWith("--include-directories", bench.attempt.toString());
        assertThat(Files.readString(input.stdin().orElseThrow()))
                .contains("in the file " + bench.attempt.resolve("prompt") + "\n");
        RunPlan small = bench.prepare(bench.job(bench.jobs.spec(bench.request("gemini", "-x"))));
        assertThat(small.stdin().orElseThrow()).hasContent("-x");
        assertThat(small.command()).doesNotContain("--include-directories");
    }

    @Test
    void whatSeveralCircumstancesPutIntoOneVariableIsMerged() throws Exception {
        bench.program("opencode", "mkdir -p $HOME/.local/share/opencode");
        bench.environment.put("OPENCODE_CONFIG_CONTENT", "{\"theme\":\"mine\",\"mcp\":{\"x\":{}}}");
        bench.environment.put("SOME_KEY", "sk-1");
        bench.agents.save(
                "own",
                Map.of(
                        "cli", "opencode",
                        "base_url", "http://h/v1",
                        "model", "m\"1",
                        "key", "SOME_KEY"));
        RunPlan plan = plan("own");
        Map<String, Object> content =
                Json.parseObject(plan.environment().getOrDefault("OPENCODE_CONFIG_CONTENT", ""));
        assertThat(content)
                .containsEntry("theme", "mine")
                .containsEntry("mcp", Map.of("x", Map.of(), "strawboss", Map.of("enabled", false)));
        assertThat(Json.write(content.get("provider")))
                .contains("http://h/v1", "m\\\"1", "{env:STRAWBOSS_AGENT_KEY}")
                .doesNotContain("sk-1");
        assertThat(plan.environment()).containsEntry("STRAWBOSS_AGENT_KEY", "sk-1");
        assertThat(plan.command()).containsSequence("-m", "strawboss/m\"1");
        bench.agents.save("vague", Map.of("cli", "opencode", "base_url", "http://h/v1"));
        refused(
                ErrorCode.INVALID_INPUT,
                "needs a model",
                () -> bench.jobs.spec(bench.request("vague", "x")));
    }

    @Test
    void aCliThatMustBeAloneTheFirstTimeIsRunAloneOnce() throws Exception {
        bench.program(
                "opencode",
                "echo \"$*\" >>$HOME/runs; mkdir -p $HOME/.local/share/opencode;"
                        + " echo >$HOME/.local/share/opencode/opencode.db");
        assertThat(plan("opencode").command()).contains("run");
        assertThat(plan("opencode").command()).contains("run");
        assertThat(directory.resolve("home/runs")).hasContent("session list");
    }

    @Test
    void promptsThatSayNothingOrCannotBePassedAreRefused() {
        for (String prompt : List.of("", " \n\t")) {
            refused(
                    ErrorCode.INVALID_INPUT,
                    "The prompt is empty.",
                    () -> bench.jobs.spec(bench.request("stdin", prompt)));
        }
        refused(
                ErrorCode.INVALID_INPUT,
                "NUL character, at index 1",
                () -> bench.jobs.spec(bench.request("stdin", "a\0b")));
    }

    @Test
    void whatIsUnknownIsRefusedBeforeAJobIsAccepted() throws Exception {
        refused(
                ErrorCode.UNKNOWN_AGENT,
                "Did you mean claude?",
                () -> bench.jobs.spec(bench.request("cluade", "x")));
        refused(
                ErrorCode.MISSING_BINARY,
                "needs the program codex",
                () -> bench.jobs.spec(bench.request("codex", "x")));
        Path plain = Files.createDirectory(directory.resolve("plain"));
        refused(
                ErrorCode.NOT_A_GIT_REPOSITORY,
                "not in a git repository",
                () -> bench.jobs.spec(at(plain.toString(), Optional.empty())));
        assertThat(bench.jobs.spec(at("plain", Optional.of(WorkspaceMode.IN_PLACE))).directory())
                .isEqualTo(plain);
        refused(
                ErrorCode.UNKNOWN_PROJECT,
                "no project",
                () -> bench.jobs.spec(at("nowhere", Optional.empty())));
        refused(
                ErrorCode.INVALID_INPUT,
                "cannot be held to read-only",
                () -> bench.jobs.spec(mode("stdin", AgentMode.READ_ONLY)));
        refused(
                ErrorCode.INVALID_INPUT,
                "takes no model",
                () -> bench.jobs.spec(model("stdin", "gpt")));
        bench.program("claude", "true");
        refused(
                ErrorCode.INVALID_INPUT,
                "begins with no dash",
                () -> bench.jobs.spec(model("claude", "--evil")));
    }

    @Test
    void aMissingBinarySaysHowToInstallIt() {
        assertThatThrownBy(() -> bench.jobs.spec(bench.request("claude", "x")))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> assertThat(e.hint()).contains("npm install -g @anthropic-ai/claude"));
    }

    @Test
    void theEnvironmentIsTheLeast() throws Exception {
        bench.program("claude", "true");
        bench.environment.put("GITHUB_TOKEN", "t");
        bench.environment.put("ANTHROPIC_API_KEY", "own");
        bench.environment.put("OPENAI_API_KEY", "other");
        Map<String, String> environment = plan("claude").environment();
        assertThat(environment)
                .containsEntry("ANTHROPIC_API_KEY", "own")
                .containsEntry("IS_SANDBOX", "1")
                .containsKeys("PATH", "HOME", "CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC")
                .doesNotContainKeys("GITHUB_TOKEN", "OPENAI_API_KEY");
    }

    @Test
    void aNamedAgentsKeyComesFromTheSecretsAndNoOtherCredentialsGoToItsProvider() throws Exception {
        bench.program("claude", "true");
        bench.environment.put("ANTHROPIC_AUTH_TOKEN", "subscription");
        bench.environment.put("GLM_KEY", "from the environment");
        bench.agents.save(
                "glm",
                Map.of(
                        "cli", "claude",
                        "base_url", "https://example.org/api",
                        "model", "glm-9",
                        "key", "GLM_KEY",
                        "environment", Map.of("EXTRA", "1")));
        RunPlan plan = plan("glm");
        assertThat(plan.environment())
                .containsEntry("ANTHROPIC_API_KEY", "from the environment")
                .containsEntry("ANTHROPIC_BASE_URL", "https://example.org/api")
                .containsEntry("EXTRA", "1")
                .doesNotContainKeys("ANTHROPIC_AUTH_TOKEN", "GLM_KEY");
        assertThat(plan.command()).containsSequence("--model", "glm-9");
        assertThat(String.join(" ", plan.command())).doesNotContain("from the environment");

        bench.environment.remove("GLM_KEY");
        refused(
                ErrorCode.CONFIGURATION,
                "The key GLM_KEY of the agent glm is neither in",
                () -> bench.jobs.spec(bench.request("glm", "x")));
    }

    @Test
    void strawbossIsKeptFromAWorkerUnlessTheJobAsks() throws Exception {
        bench.program("codex", "true");
        assertThat(plan("codex").command())
                .contains("mcp_servers.strawboss={command=\"true\",enabled=false}");
        Path config = directory.resolve("home/.codex/config.toml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "[mcp_servers.strawboss]\nurl = \"http://x\"\n");
        assertThat(plan("codex").command()).contains("mcp_servers.strawboss.enabled=false");
        AgentRequest asks = bench.request("codex", "x");
        AgentRequest tools =
                new AgentRequest(
                        asks.target(),
                        asks.current(),
                        asks.agent(),
                        asks.prompt(),
                        asks.mode(),
                        asks.model(),
                        asks.workspace(),
                        asks.timeout(),
                        true,
                        false);
        RunPlan plan = bench.prepare(bench.job(bench.jobs.spec(tools)));
        assertThat(String.join(" ", plan.command())).doesNotContain("mcp_servers");
        assertThat(plan.environment()).containsEntry("STRAWBOSS_TOOLS", "1");
        assertThat(plan("codex").environment()).doesNotContainKey("STRAWBOSS_TOOLS");
    }

    @Test
    void projectsAndAgentsSayWhatIsUsual() throws Exception {
        bench.program("claude", "true");
        bench.agents.save("slow", Map.of("cli", "claude", "timeout", "3h", "model", "m1"));
        bench.projects.save(
                "shop",
                Map.of(
                        "path", bench.repository.toString(),
                        "agent", "slow",
                        "model", "m2",
                        "mode", "read-only"));
        AgentRequest request =
                new AgentRequest(
                        "shop",
                        directory,
                        Optional.empty(),
                        "\n  First line \u001b[31m\nsecond",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        false);
        JobSpec spec = bench.jobs.spec(request);
        assertThat(spec.agent()).contains("slow");
        assertThat(spec.project()).contains("shop");
        assertThat(spec.timeout()).isEqualTo(Duration.ofHours(3));
        assertThat(spec.title()).isEqualTo("First line  [31m");
        assertThat(spec.details())
                .containsEntry("mode", "read-only")
                .containsEntry("model", "m2")
                .containsEntry("workspace", "in-place")
                .containsEntry("strawboss_tools", false);
    }

    @Test
    void anAgentThatPrintsNothingOrFailsIsNoSuccess() throws Exception {
        bench.program("mute", "cat >/dev/null");
        custom("mute", List.of("mute"));
        assertThat(code(bench.run(bench.request("mute", "x")))).isEqualTo(ErrorCode.EMPTY_ANSWER);
        bench.program("liar", "echo 'ERROR: invalid key'; exit 0");
        bench.agents.save(
                "liar",
                Map.of(
                        "command", List.of("liar"),
                        "errors", Map.of("auth", List.of("^ERROR: invalid key"))));
        assertThat(code(bench.run(bench.request("liar", "x")))).isEqualTo(ErrorCode.AGENT_AUTH);
        bench.program("binary", "printf '\\377\\376ok\\n'");
        custom("binary", List.of("binary"));
        assertThat(text(bench.run(bench.request("binary", "x")))).isEqualTo("\ufffd\ufffdok");
    }

    private void custom(String name, List<String> command) {
        bench.agents.save(name, Map.of("cli", "custom", "command", command));
    }

    private RunPlan plan(String agent) throws Exception {
        return bench.prepare(bench.job(bench.jobs.spec(bench.request(agent, "x"))));
    }

    private AgentRequest at(String target, Optional<WorkspaceMode> workspace) {
        return new AgentRequest(
                target,
                directory,
                Optional.of("stdin"),
                "x",
                Optional.empty(),
                Optional.empty(),
                workspace,
                Optional.empty(),
                false,
                false);
    }

    private AgentRequest mode(String agent, AgentMode mode) {
        return new AgentRequest(
                bench.repository.toString(),
                directory,
                Optional.of(agent),
                "x",
                Optional.of(mode),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    private AgentRequest model(String agent, String model) {
        return new AgentRequest(
                bench.repository.toString(),
                directory,
                Optional.of(agent),
                "x",
                Optional.empty(),
                Optional.of(model),
                Optional.empty(),
                Optional.empty(),
                false,
                false);
    }

    private static Object text(Conclusion conclusion) {
        return conclusion.report().getOrDefault("text", "");
    }

    private static ErrorCode code(Conclusion conclusion) {
        return ((Verdict.Failure) conclusion.verdict()).code();
    }

    private static void refused(ErrorCode code, String part, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        StrawbossException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
