package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.tools.Tools;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The real claude and codex delegate to each other through an installed Strawboss.
@Tag("real")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OrchestratorTest {
    private static final Map<String, Object> MODERN =
            Map.of(
                    "io.modelcontextprotocol/protocolVersion",
                    "2026-07-28",
                    "io.modelcontextprotocol/clientCapabilities",
                    Map.of());

    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new Desk();
        desk.agent("worker-claude", "claude");
        desk.agent("worker-codex", "codex");
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void oneHubServesClaudeCodexAndAnEmptyEnvironment() throws Exception {
        delegates("claude", "worker-codex", "by-codex.txt");
        long hub = desk.hubPid();
        delegates("codex", "worker-claude", "by-claude.txt");
        assertThat(withoutEnvironment("tools/call", Map.of("name", "jobs", "arguments", Map.of())))
                .contains("worker-claude", "worker-codex");
        assertThat(hub).isPositive().isEqualTo(desk.hubPid());
    }

    @ParameterizedTest
    @CsvSource({"claude, worker-codex", "codex, worker-claude"})
    void theDeathOfTheHubIsNoticedByNobody(String client, String worker) throws Exception {
        var go = desk.home.resolve(client + ".go");
        String file = "through-" + client + ".txt";
        orchestration(client, worker);
        desk.script(
                worker,
                Map.of("until", go.toString(), "write", List.of(file, "done\n")),
                Map.of("say", "Written."));
        int before = desk.clis.model().asked(worker).size();
        Process orchestrator = desk.orchestrate(client);
        Desk.until("worker runs", () -> desk.clis.model().asked(worker).size() > before);
        Desk.until("wait is asked", () -> waits(client));
        // By the second death the call of `wait` has surely been made, and repeated.
        for (int i = 0; i < 2; i++) {
            desk.killHub();
            assertThat(Desk.first(desk.call("jobs", Map.of()))).containsEntry("state", "running");
        }
        Files.createFile(go);

        Desk.ends(orchestrator);
        assertSucceeded(client, orchestrator, file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aClientWorksOnWhileTheHubIsStopped(String client) throws Exception {
        desk.script(client, Map.of("shell", "true"), Map.of("say", "Done without."));
        desk.hub.stop();
        try {
            Process orchestrator = desk.orchestrate(client);
            Desk.ends(orchestrator);
            String said = Files.readString(desk.said(client));
            assertThat(orchestrator.exitValue()).as(said).isZero();
            assertThat(said).contains("Done without.");
            // Codex shows its model the instructions of servers with tools only.
            if (client.equals("claude")) {
                assertThat(desk.clis.lastRequest(client)).contains("strawboss hub start");
            }
        } finally {
            desk.hub.start();
        }
    }

    @ParameterizedTest
    @CsvSource({"claude, worker-codex", "codex, worker-claude"})
    void theModelGetsTheToolsWholeAndSmall(String client, String worker) throws Exception {
        delegates(client, worker, "sizes-" + client + ".txt");
        Map<String, Object> request = Json.parseObject(desk.clis.lastRequest(client));
        String text = Json.write(request);
        String instructions = Json.write(Tools.INSTRUCTIONS.strip());
        assertThat(Tools.INSTRUCTIONS.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_048);
        assertThat(text).contains(instructions.substring(1, instructions.length() - 1));
        List<Map<String, Object>> tools = OfferedTools.of(request);
        String served = withoutEnvironment("tools/list", Map.of());
        assertThat(tools)
                .extracting(
                        tool -> String.valueOf(tool.get("name")).replace("mcp__strawboss__", ""))
                .contains("dispatch", "run", "wait", "job", "jobs", "reply", "stop", "setup")
                .doesNotHaveDuplicates()
                .hasSize(served.split("\"inputSchema\":", -1).length - 1);
        assertThat(tools)
                .allSatisfy(tool ->
                        assertThat(String.valueOf(tool.get("description")))
                                .hasSizeBetween(20, 2_000)
                                .endsWith("."));
        // The core is to cost a model 3,000 tokens at most, at about 4 bytes each.
        assertThat(Json.writeBytes(tools)).hasSizeLessThan(12_000);
    }

    /// The answer to one request through a bridge that a client started without any environment.
    private static String withoutEnvironment(String method, Map<String, Object> parameters)
            throws Exception {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        all.put("_meta", MODERN);
        byte[] line =
                Json.writeBytes(
                        Map.of("jsonrpc", "2.0", "id", 1L, "method", method, "params", all));
        Process bridge = desk.emptyBridge();
        String answer;
        try (OutputStream out = bridge.getOutputStream();
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        bridge.getInputStream(), StandardCharsets.UTF_8))) {
            out.write(line);
            out.write('\n');
            out.flush();
            answer = in.readLine();
        }
        assertThat(bridge.waitFor()).isZero();
        return answer;
    }

    private static void delegates(String client, String worker, String file) throws Exception {
        orchestration(client, worker);
        desk.script(
                worker,
                Map.of("write", List.of(file, "done\n")),
                Map.of("shell", "cat '" + file + "'"),
                Map.of("say", "Written."));
        Process orchestrator = desk.orchestrate(client);
        Desk.ends(orchestrator);
        assertSucceeded(client, orchestrator, file);
    }

    private static void orchestration(String client, String worker) throws Exception {
        desk.script(
                client,
                Map.of(
                        "tool",
                        "^mcp__strawboss__dispatch$",
                        "args",
                        Map.of(
                                "prompt",
                                "Write the file.",
                                "agent",
                                worker,
                                "directory",
                                desk.repository.toString())),
                Map.of("tool", "^mcp__strawboss__wait$", "args", Map.of()),
                Map.of("say", "It is done."));
    }

    private static boolean waits(String client) throws Exception {
        var asked = desk.clis.model().asked(client);
        return !asked.isEmpty()
                && String.valueOf(asked.getLast().get("does")).contains("wait(")
                && Desk.first(desk.call("jobs", Map.of())).containsValue("running");
    }

    private static void assertSucceeded(String client, Process orchestrator, String file)
            throws Exception {
        String said = Files.readString(desk.said(client));
        assertThat(orchestrator.exitValue()).as(said).isZero();
        assertThat(said).contains("It is done.");
        Map<String, Object> job = Desk.first(desk.call("jobs", Map.of("limit", 1L)));
        assertThat(job).as(said).containsEntry("state", "succeeded");
        // What the client gave its model as the answer of `wait`
        assertThat(String.valueOf(desk.clis.model().asked(client).getLast().get("lastToolOutput")))
                .contains(String.valueOf(job.get("job")), "succeeded");

        String branch = "strawboss/" + job.get("job");
        assertThat(desk.git("show", branch + ":" + file)).isEqualTo("done");
        assertThat(desk.git("diff", "--name-only", "main.." + branch)).isEqualTo(file);
        assertThat(desk.git("status", "--porcelain")).isEmpty();
        assertThat(desk.git("rev-parse", "--abbrev-ref", "HEAD")).isEqualTo("main");
        assertThat(desk.git("rev-list", "--count", "main")).isEqualTo("1");
        assertThat(desk.repository.resolve(file)).doesNotExist();
    }
}
