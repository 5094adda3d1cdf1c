package dev.strawboss.mcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.util.List;

/// Serves tools over MCP, in both eras on every connection: newline-delimited JSON-RPC.
public final class McpServer implements AutoCloseable {
    /// @param instructions what a client tells its model about the server; the first 2 KB count
    /// @param version ours, as clients see it
    public McpServer(List<Tool> tools, String instructions, String version) {
        throw new UnsupportedOperationException("not yet");
    }

    /// Serves one connection until the client ends it. Blocks.
    public void serve(InputStream in, OutputStream out) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /// Serves one connection until the client ends it, and closes the channel. Blocks.
    public void serve(SocketChannel channel) throws IOException {
        throw new UnsupportedOperationException("not yet");
    }

    /// Ends all connections: no more requests are read, calls under way get two seconds.
    @Override
    public void close() {}
}
