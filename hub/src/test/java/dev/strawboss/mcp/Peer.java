package dev.strawboss.mcp;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client on a real socket to a server in this process.
final class Peer implements AutoCloseable {
    static final String META =
            "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\","
                    + "\"io.modelcontextprotocol/clientInfo\":{\"name\":\"t\",\"version\":\"1\"},"
                    + "\"io.modelcontextprotocol/clientCapabilities\":{}}";

    final SocketChannel channel;
    final Thread serving;
    private final BufferedReader in;

    Peer(McpServer server, Path directory) throws IOException {
        Path socket = directory.resolve(Long.toHexString(System.nanoTime()));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            SocketChannel accepted = listener.accept();
            serving =
                    Threads.virtual(
                            "serve",
                            () -> {
                                try {
                                    server.serve(accepted);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
        }
        in =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    void send(String line) throws IOException {
        sendBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void sendBytes(byte[] bytes) throws IOException {
        ByteBuffer out = ByteBuffer.wrap(bytes);
        while (out.hasRemaining()) {
            channel.write(out);
        }
    }

    @Nullable Map<String, Object> read() throws IOException {
        String line = in.readLine();
        return line == null ? null : Json.parseObject(line);
    }

    Map<String, Object> require() throws IOException {
        Map<String, Object> message = read();
        if (message == null) {
            throw new IOException("the connection has ended");
        }
        return message;
    }

    Map<String, Object> ask(String line) throws IOException {
        send(line);
        return require();
    }

    /// A modern request.
    static String request(Object id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + Json.write(id)
                + ",\"method\":\""
                + method
                + "\",\"params\":{"
                + params
                + (params.isEmpty() ? "" : ",")
                + META
                + "}}";
    }

    /// The same, of a client that declares these capabilities.
    static String request(Object id, String method, String params, String capabilities) {
        return request(id, method, params)
                .replace("clientCapabilities\":{}", "clientCapabilities\":" + capabilities);
    }

    /// A request after a handshake.
    static String legacy(Object id, String method, String params) {
        return "{\"jsonrpc\":\"2.0\",\"id\":"
                + Json.write(id)
                + ",\"method\":\""
                + method
                + "\",\"params\":{"
                + params
                + "}}";
    }

    Map<String, Object> initialize(String revision, String capabilities) throws IOException {
        Map<String, Object> answer =
                ask(
                        legacy(
                                0,
                                "initialize",
                                "\"protocolVersion\":\""
                                        + revision
                                        + "\",\"capabilities\":"
                                        + capabilities
                                        + ",\"clientInfo\":{\"name\":\"l\",\"version\":\"1\"}"));
        send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return answer;
    }

    static String call(Object id, String tool, String arguments) {
        return request(
                id, "tools/call", "\"name\":\"" + tool + "\",\"arguments\":{" + arguments + "}");
    }

    /// What stands at the path, such as `result content 0 text`.
    static Object at(Map<String, Object> message, String path) {
        Object at = message;
        for (String name : path.split(" ", -1)) {
            Object next =
                    at instanceof List<?> list
                            ? list.get(Integer.parseInt(name))
                            : at instanceof Map<?, ?> map ? map.get(name) : null;
            if (next == null) {
                throw new AssertionError("no " + path + " in " + message);
            }
            at = next;
        }
        return at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
