package dev.strawboss.bench;

import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;

/// The official Java SDK on Jetty with its default settings and a tool `echo`, for the benchmark to
/// measure beside ours. Run by hand: `SdkServer PORT`; docs/benchmark.md says how.
public final class SdkServer {
    private SdkServer() {}

    public static void main(String[] arguments) throws Exception {
        HttpServletStreamableServerTransportProvider transport =
                HttpServletStreamableServerTransportProvider.builder().mcpEndpoint("/mcp").build();
        Map<String, Object> schema =
                Map.of("type", "object", "properties", Map.of("text", Map.of("type", "string")));
        SyncToolSpecification echo =
                SyncToolSpecification.builder()
                        .tool(Tool.builder("echo", schema).description("Echoes.").build())
                        .callHandler((_, request) ->
                                CallToolResult.builder()
                                        .content(List.of())
                                        .addTextContent(
                                                String.valueOf(request.arguments().get("text")))
                                        .build())
                        .build();
        McpSyncServer server =
                McpServer.sync(transport).serverInfo("sdk", "2.1.0").tools(echo).build();
        Server jetty = new Server(Integer.parseInt(arguments[0]));
        ServletContextHandler context = new ServletContextHandler();
        ServletHolder holder = new ServletHolder(transport);
        holder.setAsyncSupported(true);
        context.addServlet(holder, "/mcp");
        jetty.setHandler(context);
        jetty.start();
        jetty.join();
        server.close();
    }
}
