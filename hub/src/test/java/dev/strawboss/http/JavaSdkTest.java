package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.mcp.ConformanceFixture;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ElicitResult;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The official Java SDK as a client.
@Timeout(120)
class JavaSdkTest {
    @Test
    void itListsCallsFollowsProgressAndAnswersQuestions(@TempDir Path directory) throws Exception {
        List<ProgressNotification> progress = new CopyOnWriteArrayList<>();
        try (Served served = new Served(directory, ConformanceFixture.offer(), 1_000, 256)) {
            HttpClientStreamableHttpTransport transport =
                    HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + served.port)
                            .endpoint("/mcp")
                            .openConnectionOnStartup(true)
                            .requestBuilder(
                                    HttpRequest.newBuilder()
                                            .header("Authorization", "Bearer " + served.token))
                            .build();
            try (McpSyncClient client =
                    McpClient.sync(transport)
                            .requestTimeout(Duration.ofSeconds(30))
                            .capabilities(ClientCapabilities.builder().elicitation().build())
                            .elicitation(_ ->
                                    ElicitResult.builder(ElicitResult.Action.ACCEPT)
                                            .content(Map.of("username", "ann", "email", "a@b.c"))
                                            .build())
                            .progressConsumer(progress::add)
                            .build()) {
                assertThat(client.initialize().protocolVersion()).isEqualTo("2025-11-25");
                assertThat(client.listTools().tools()).isNotEmpty();
                assertThat(client.listResources().resources()).isNotEmpty();
                assertThat(client.listPrompts().prompts()).isNotEmpty();
                assertThat(call(client, "test_simple_text").isError()).isNotEqualTo(true);
                assertThat(call(client, "test_tool_with_progress").isError()).isNotEqualTo(true);
                assertThat(progress).hasSizeGreaterThanOrEqualTo(2);
                CallToolResult asked =
                        client.callTool(
                                CallToolRequest.builder("test_elicitation")
                                        .arguments(Map.of("message", "Who?"))
                                        .build());
                assertThat(asked.content().toString()).contains("accept");
            }
        }
    }

    private static CallToolResult call(McpSyncClient client, String tool) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(Map.of()).progressToken(tool).build());
    }
}
