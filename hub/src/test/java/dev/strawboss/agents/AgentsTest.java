package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentsTest {
    @TempDir Path directory;
    private AgentBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new AgentBench(directory);
    }

    @Test
    void everyCliOfTheCatalogIsAnAgentUnderItsOwnName() throws Exception {
        assertThat(bench.agents.list())
                .extracting(status -> status.agent().name())
                .containsExactly(
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
                        "continue");
        assertThat(bench.agents.status("claude").installed()).isFalse();
        Path claude = bench.program("claude", "true");
        assertThat(bench.agents.status("claude").binary()).contains(claude);
        assertThat(bench.agents.require("claude").registered()).isFalse();
    }

    @Test
    void theDefaultIsTheConfiguredOneOrTheOnlyOneInstalled() throws Exception {
        refused(ErrorCode.MISSING_BINARY, "No agent is installed", bench.agents::defaultAgent);
        bench.program("codex", "true");
        assertThat(bench.agents.defaultAgent().name()).isEqualTo("codex");
        bench.program("claude", "true");
        refused(ErrorCode.INVALID_INPUT, "claude, codex", bench.agents::defaultAgent);
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(directory.resolve("config/config.yaml"), "agent: claude\nsandbox: off\n");
        assertThat(bench.agents.defaultAgent().name()).isEqualTo("claude");
    }

    @Test
    void aNamedAgentHasAFileOfItsOwn() {
        bench.agents.save(
                "fast",
                Map.of(
                        "cli", "claude",
                        "model", "haiku",
                        "tags", List.of("cheap"),
                        "suitable_for", "small edits",
                        "mode", "read-only",
                        "speed", "fast"));
        Agent fast = bench.agents.require("fast");
        assertThat(fast.registered()).isTrue();
        assertThat(fast.mode()).contains(AgentMode.READ_ONLY);
        assertThat(fast.suitableFor()).containsExactly("small edits");
        assertThat(directory.resolve("config/agents.d/fast.yaml")).exists();
        bench.agents.remove("fast");
        refused(ErrorCode.UNKNOWN_AGENT, "no agent", () -> bench.agents.require("fast"));
        refused(ErrorCode.INVALID_INPUT, "comes with", () -> bench.agents.remove("claude"));
        refused(ErrorCode.UNKNOWN_AGENT, "no agent", () -> bench.agents.remove("../../x"));
    }

    @Test
    void whatCannotBeAnAgentIsRefusedAndNotWritten() {
        Map<String, Map<String, Object>> wrong =
                Map.of(
                        "Did you mean model?", Map.of("cli", "claude", "modell", "x"),
                        "Did you mean claude?", Map.of("cli", "claud"),
                        "without a command", Map.of("cli", "custom"),
                        "only goes with", Map.of("cli", "claude", "command", List.of("x")),
                        "NAME of a secret", Map.of("cli", "claude", "key", "sk-live-123"),
                        "hold no credentials", Map.of("cli", "claude", "base_url", "http://u:p@h/"),
                        "malformed base_url", Map.of("cli", "codex", "base_url", "http://h/\"x\\"),
                        "Did you mean read-only?", Map.of("cli", "claude", "mode", "readonly"),
                        "cannot be one", Map.of("cli", "claude", "model", "--danger"),
                        "malformed pattern", Map.of("command", "x", "errors", Map.of("auth", "(")));
        wrong.forEach((part, values) -> {
            refused(ErrorCode.CONFIGURATION, part, () -> bench.agents.save("bad", values));
            assertThat(directory.resolve("config/agents.d/bad.yaml")).doesNotExist();
        });
        assertThatThrownBy(() ->
                        bench.agents.save("bad", Map.of("cli", "claude", "key", "sk-live-123")))
                .hasMessageNotContaining("sk-live");
    }

    @Test
    void aBrokenFileConcernsItsAgentOnlyAndIsNotReplacedByTheCatalog() throws Exception {
        Path folder = Files.createDirectories(directory.resolve("config/agents.d"));
        Files.writeString(folder.resolve("claude.yaml"), "cli: [claude\n");
        Files.writeString(folder.resolve("other.yaml"), "cli: claude\n");
        refused(ErrorCode.CONFIGURATION, "not YAML", () -> bench.agents.require("claude"));
        assertThat(bench.agents.require("other").cli()).isEqualTo("claude");
        assertThat(bench.agents.list())
                .extracting(status -> status.agent().name())
                .doesNotContain("claude");
    }

    @Test
    void aPersonsCatalogReplacesWholeEntries() throws Exception {
        Path own = directory.resolve("config/catalog.yaml");
        Files.createDirectories(own.getParent());
        Files.writeString(
                own,
                "claude: {command: [my-claude, -x]}\npi: {command: [pi]}\nbad: {comand: [x]}\n");
        bench.program("my-claude", "true");
        assertThat(bench.agents.status("claude").installed()).isTrue();
        assertThat(bench.agents.require("pi").cli()).isEqualTo("pi");
        assertThat(bench.agents.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.sentence()).contains("Did you mean command?"));
    }

    @Test
    void theDoctorNamesWhatChanged() throws Exception {
        assertThat(bench.agents.doctor("codex", Ran::output).warnings())
                .containsExactly(
                        "The agent codex needs the program codex, which is not installed.");
        Path codex =
                bench.program(
                        "codex",
                        "[ $1 = exec ] || { echo 'codex 9.9'; exit; }\n"
                                + "echo '--json --skip-git-repo-check --config --sandbox --models"
                                + " --dangerously-bypass-approvals-and-sandbox'\n");
        Diagnosis diagnosis = bench.agents.doctor("codex", Ran::output);
        assertThat(diagnosis.version()).contains("codex 9.9");
        assertThat(diagnosis.missingFlags()).containsExactly("--model");
        assertThat(diagnosis.warnings())
                .containsExactly(
                        "The help of "
                                + codex
                                + " does not mention --model; this version may not work.");
    }

    @Test
    void aCautiousDoctorAsksOnlyWhatIsOnTheHubsOwnPath() throws Exception {
        Path other = Files.createDirectories(bench.directory.resolve("other"));
        Path brought = bench.program("../other/codex", "echo 'codex 6.6'\n").normalize();
        Path mine = bench.program("claude", "echo \"claude 1.0 $EXTRA\"\n");
        bench.agents.save(
                "brought", Map.of("cli", "codex", "environment", Map.of("PATH", other.toString())));
        bench.agents.save(
                "loaded", Map.of("cli", "claude", "environment", Map.of("EXTRA", "more")));
        bench.agents.save("custom", Map.of("command", List.of(brought.toString(), "{prompt}")));

        assertThat(bench.agents.doctor("brought", Ran::output).version()).contains("codex 6.6");
        assertThat(bench.agents.doctor("loaded", Ran::output).version())
                .contains("claude 1.0 more");
        List<List<String>> asked = new ArrayList<>();
        Diagnosis.Asking noting =
                (command, environment) -> {
                    asked.add(command);
                    return Ran.output(command, environment);
                };
        for (String name : List.of("brought", "custom")) {
            Diagnosis looked = bench.agents.cautiousDoctor(name, noting);
            assertThat(looked.status().binary()).contains(brought);
            assertThat(looked.healthy()).isTrue();
        }
        assertThat(asked).isEmpty();
        assertThat(bench.agents.cautiousDoctor("loaded", noting).version()).contains("claude 1.0");
        assertThat(asked.getFirst()).startsWith(mine.toString());
    }

    private static void refused(ErrorCode code, String part, ThrowingCallable call) {
        assertThatThrownBy(call)
                .hasMessageContaining(part)
                .isInstanceOfSatisfying(
                        StrawbossException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
