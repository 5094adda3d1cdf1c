package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.mcp.ConformanceFixture;
import dev.strawboss.real.RealClis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Other people's clients over HTTP, with a token: the official TypeScript client and the
/// Inspector.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OtherClientsTest {
    private static final String SCRIPT =
            """
            import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
            const [url, token, mode] = process.argv.slice(2);
            const client = new Client({ name: 'ts', version: '1' },
                { capabilities: {}, versionNegotiation: { mode } });
            await client.connect(new StreamableHTTPClientTransport(new URL(url),
                { requestInit: { headers: { Authorization: 'Bearer ' + token } } }));
            const tools = await client.listTools();
            const progress = [];
            const text = await client.callTool({ name: 'test_simple_text', arguments: {} });
            await client.callTool({ name: 'test_tool_with_progress', arguments: {} },
                { onprogress: p => progress.push(p) });
            const many = await Promise.all(Array.from({ length: 50 },
                () => client.callTool({ name: 'test_simple_text', arguments: {} })));
            console.log(JSON.stringify({ tools: tools.tools.length, text: text.content[0].text,
                progress: progress.length, many: many.length,
                version: client.getNegotiatedProtocolVersion?.() ?? '' }));
            await client.close();
            process.exit(0);
            """;

    @TempDir Path scratch;
    private Served served;
    private String url;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        served = new Served(directory, ConformanceFixture.offer(), 1_000, 256);
        url = "http://127.0.0.1:" + served.port + "/mcp";
    }

    @AfterEach
    void close() {
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto"})
    void theTypeScriptClientListsCallsAndFollowsProgress(String mode) throws Exception {
        Path program = RealClis.program("conformance");
        Path modules = program.resolveSibling("../conformance/node_modules").normalize();
        Files.createSymbolicLink(scratch.resolve("node_modules"), modules);
        Path script = Files.writeString(scratch.resolve("client.mjs"), SCRIPT);
        String said =
                run(
                        modules.resolve(".bin/node").toString(),
                        script.toString(),
                        url,
                        served.token,
                        mode);
        Map<String, Object> result = Json.parseObject(said.strip());
        assertThat(result).containsEntry("many", 50L);
        assertThat((Long) result.get("progress")).isGreaterThanOrEqualTo(2L);
        assertThat(result)
                .containsEntry("version", mode.equals("auto") ? "2026-07-28" : "2025-11-25");
    }

    @ParameterizedTest
    @ValueSource(strings = {"legacy", "auto", "modern"})
    void theInspectorListsAndCalls(String era) throws Exception {
        Path program = RealClis.program("mcp-inspector");
        Map<String, Object> server =
                Map.of(
                        "type",
                        "streamable-http",
                        "url",
                        url,
                        "headers",
                        Map.of("Authorization", "Bearer " + served.token),
                        "protocolEra",
                        era);
        Path file =
                Files.writeString(
                        scratch.resolve("servers.json"),
                        Json.write(Map.of("mcpServers", Map.of("ours", server))));
        String[] usual = {
            program.toString(),
            "--cli",
            "--config",
            file.toString(),
            "--server",
            "ours",
            "--format",
            "json",
            "--method"
        };
        assertThat(run(with(usual, "tools/list"))).contains("test_simple_text");
        assertThat(run(with(usual, "tools/call", "--tool-name", "test_simple_text")))
                .contains("simple text");
        assertThat(run(with(usual, "resources/list"))).contains("test://");
    }

    private static String[] with(String[] usual, String... more) {
        List<String> all = new ArrayList<>(List.of(usual));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = scratch.resolve("out");
        Path err = scratch.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(scratch.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().put("HOME", scratch.toString());
        builder.environment().put("MCP_INSPECTOR_SECRET_STORE", "memory");
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(out);
        assertThat(process.exitValue()).as(said + Files.readString(err)).isZero();
        return said;
    }
}
