package dev.strawboss.main;

import dev.strawboss.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The client's end of a connection: writes lines, reads messages.
final class Wire implements AutoCloseable {
    final Process process;
    private final BufferedReader in;
    private final OutputStream out;

    Wire(InputStream in, OutputStream out, Process process) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.process = process;
    }

    void send(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// The next message; null at the end.
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

    void endInput() throws IOException {
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
        in.close();
    }

    static String modern(Object id, String tool, Map<String, Object> arguments) {
        return modern(id, tool, arguments, META);
    }

    static String modern(
            Object id, String tool, Map<String, Object> arguments, Map<String, Object> meta) {
        return Json.write(
                Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        id,
                        "method",
                        "tools/call",
                        "params",
                        Map.of("name", tool, "arguments", arguments, "_meta", meta)));
    }

    static final Map<String, Object> META = meta("test");

    /// @param client how the client names itself
    static Map<String, Object> meta(String client) {
        return Map.of(
                "io.modelcontextprotocol/protocolVersion",
                "2026-07-28",
                "io.modelcontextprotocol/clientInfo",
                Map.of("name", client, "version", "1"),
                "io.modelcontextprotocol/clientCapabilities",
                Map.of());
    }
}
