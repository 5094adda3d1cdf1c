package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The client of the official Java SDK, which speaks 2025-11-25, over the bridge.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class JavaSdkTest {
    @TempDir Path directory;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private Site site;
    private McpSyncClient client;

    @BeforeEach
    void open() throws IOException {
        site = new Site(directory, "ConformanceHub", List.of());
        List<String> command = site.bridgeCommand();
        StdioClientTransport transport =
                new StdioClientTransport(
                        ServerParameters.builder(command.getFirst())
                                .args(command.subList(1, command.size()))
                                .build(),
                        McpJsonDefaults.getMapper());
        client =
                McpClient.sync(transport)
                        .requestTimeout(Duration.ofSeconds(30))
                        .capabilities(
                                McpSchema.ClientCapabilities.builder()
                                        .elicitation()
                                        .roots(true)
                                        .build())
                        .elicitation(form ->
                                new McpSchema.ElicitResult(
                                        McpSchema.ElicitResult.Action.ACCEPT,
                                        Map.of("username", "sdk", "email", "s@example.org")))
                        .loggingConsumer(message -> heard.add("log " + message.data()))
                        .progressConsumer(progress -> heard.add("progress " + progress.progress()))
                        .toolsChangeConsumer(tools -> heard.add("tools " + tools.size()))
                        .build();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        site.close();
    }

    @Test
    void itFindsAndCallsEverythingThatIsOffered() throws Exception {
        McpSchema.InitializeResult opened = client.initialize();
        assertThat(opened.protocolVersion()).isEqualTo("2025-11-25");
        assertThat(opened.serverInfo().name()).isEqualTo("strawboss");
        int shown = client.listTools().tools().size();
        assertThat(shown).isGreaterThan(20);
        assertThat(text(call("test_simple_text", Map.of()))).startsWith("This is a simple text");
        assertThat(call("test_image_content", Map.of()).content().getFirst())
                .isInstanceOf(McpSchema.ImageContent.class);
        assertThat(call("test_error_handling", Map.of()).isError()).isTrue();
        assertThat(text(call("test_elicitation", Map.of("message", "Who?"))))
                .contains("action=accept", "\"username\":\"sdk\"");

        client.callTool(
                McpSchema.CallToolRequest.builder("test_tool_with_progress")
                        .arguments(Map.of())
                        .progressToken("p")
                        .build());
        assertThat(next()).isEqualTo("progress 0.0");
        heard.clear();
        client.setLoggingLevel(McpSchema.LoggingLevel.INFO);
        call("test_tool_with_logging", Map.of());
        assertThat(next()).isEqualTo("log Tool execution started");
        heard.clear();
        call("test_trigger_tool_change", Map.of());
        String changed = next();
        while (changed.startsWith("log")) {
            changed = next();
        }
        assertThat(changed).isEqualTo("tools " + (shown + 1));

        assertThat(client.listPrompts().prompts()).hasSizeGreaterThan(3);
        assertThat(
                        client.readResource(
                                        McpSchema.ReadResourceRequest.builder("test://static-text")
                                                .build())
                                .contents())
                .hasSize(1);
        assertThat(client.listResourceTemplates().resourceTemplates()).hasSize(1);
        client.ping();
    }

    @Test
    void itDoesNotNoticeThatTheHubDied() throws Exception {
        client.initialize();
        call("test_simple_text", Map.of());
        site.kill();
        assertThat(text(call("test_simple_text", Map.of()))).startsWith("This is a simple text");
    }

    private String next() throws InterruptedException {
        return String.valueOf(heard.poll(20, TimeUnit.SECONDS));
    }

    private McpSchema.CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                McpSchema.CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(McpSchema.CallToolResult result) {
        return ((McpSchema.TextContent) result.content().getFirst()).text();
    }
}
