package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.real.RealClis;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The official TypeScript client and Inspector, over the bridge, in every era they have.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NodePeersTest {
    @TempDir Path directory;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = new Site(directory, "ConformanceHub", List.of());
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "2026-07-28"})
    void theTypeScriptClientFindsAndCallsEverything(String mode) throws Exception {
        Map<String, Object> said = new LinkedHashMap<>();
        for (String line : run(typescript(mode), 0).lines().toList()) {
            Map<String, Object> one = Json.parseObject(line);
            said.put(String.valueOf(one.get("what")), one.get("value"));
        }
        assertThat(said.get("era")).isEqualTo(mode.equals("legacy") ? "legacy" : "modern");
        assertThat(said.get("server")).isEqualTo("strawboss");
        assertThat((List<?>) said.get("tools")).asString().contains("test_elicitation");
        assertThat(said.get("asked")).isEqualTo("Who?");
        assertThat(String.valueOf(said.get("elicitation"))).contains("\"username\":\"ts\"");
        assertThat(said.get("progress")).isEqualTo(List.of(0L, 50L, 100L));
        assertThat(said.get("resource"))
                .isEqualTo("This is the content of the static text resource.");
        assertThat(said).containsEntry("changed", true).containsEntry("end", true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "2026-07-28"})
    void theTypeScriptClientHearsOfChangesAfterTheHubDied(String mode) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(typescript(mode))
                        .redirectError(directory.resolve("peer.err").toFile());
        builder.environment().put("AGAIN", "1");
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.contains("\"changed\"")) {
                    site.kill();
                    process.outputWriter().append("again\n").flush();
                }
                if (line.contains("\"changed again\"")) {
                    return;
                }
            }
            throw new AssertionError(Files.readString(directory.resolve("peer.err")));
        } finally {
            process.destroyForcibly();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void theInspectorReadsAndCalls(String era) throws Exception {
        assertThat(inspector(era, 0, "tools/list")).contains("json_schema_2020_12_tool");
        assertThat(inspector(era, 0, "tools/call", "--tool-name", "test_simple_text"))
                .contains("This is a simple text response for testing.");
        assertThat(inspector(era, 0, "resources/list")).contains("test://static-text");
        assertThat(inspector(era, 0, "resources/read", "--uri", "test://static-text"))
                .contains("the static text resource");
        assertThat(inspector(era, 0, "prompts/get", "--prompt-name", "test_simple_prompt"))
                .contains("This is a simple prompt for testing.");
    }

    @Test
    void theInspectorFollowsATaskToItsEnd() throws Exception {
        assertThat(inspector("modern", 0, "tools/call", "--tool-name", "slow_compute"))
                .contains("computed");
    }

    private List<String> typescript(String mode) {
        Path modules =
                RealClis.program("conformance")
                        .resolveSibling("../conformance/node_modules")
                        .normalize();
        List<String> command =
                new ArrayList<>(
                        List.of(
                                modules.resolve(".bin/node").toString(),
                                Path.of("src/test/resources/peers/typescript-client.mjs")
                                        .toAbsolutePath()
                                        .toString(),
                                modules.toString(),
                                mode));
        command.addAll(site.bridgeCommand());
        return command;
    }

    private String inspector(String era, int status, String method, String... more)
            throws Exception {
        List<String> bridge = site.bridgeCommand();
        Path configuration = directory.resolve("inspector.json");
        Files.writeString(
                configuration,
                Json.write(
                        Map.of(
                                "mcpServers",
                                Map.of(
                                        "strawboss",
                                        Map.of(
                                                "type",
                                                "stdio",
                                                "command",
                                                bridge.getFirst(),
                                                "args",
                                                bridge.subList(1, bridge.size()),
                                                "protocolEra",
                                                era)))));
        List<String> command =
                new ArrayList<>(
                        List.of(
                                RealClis.program("mcp-inspector").toString(),
                                "--cli",
                                "--config",
                                configuration.toString(),
                                "--server",
                                "strawboss",
                                "--method",
                                method,
                                "--format",
                                "json"));
        command.addAll(List.of(more));
        return run(command, status);
    }

    private String run(List<String> command, int status) throws Exception {
        Path out = directory.resolve("peer.out");
        Path err = directory.resolve("peer.err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("MCP_INSPECTOR_SECRET_STORE", "memory");
        builder.environment().put("HOME", directory.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(100, TimeUnit.SECONDS);
        process.destroyForcibly();
        String said = Files.readString(out, StandardCharsets.UTF_8);
        assertThat(ended).as("%s %s", said, Files.readString(err)).isTrue();
        assertThat(process.exitValue()).as("%s %s", said, Files.readString(err)).isEqualTo(status);
        return said;
    }
}
