package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A server without tools, for workers and while there is no hub: a client that insists on its
/// servers still starts.
final class EmptyServer {
    private static final String MODERN = "io.modelcontextprotocol/protocolVersion";
    private static final String LEGACY = "2024-11-05 2025-03-26 2025-06-18 2025-11-25";
    private static final String SERVER = "{\"name\":\"strawboss\",\"version\":\"0\"}";
    private static final String COMPLETE =
            ",\"resultType\":\"complete\",\"ttlMs\":60000,\"cacheScope\":\"private\","
                    + "\"_meta\":{\"io.modelcontextprotocol/serverInfo\":"
                    + SERVER
                    + "}";

    private EmptyServer() {}

    static void serve(Lines lines, Client client) throws IOException {
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line instanceof Lines.Line.TooLong rest) {
                client.error(rest.envelope().id(), -32600, Bridge.TOO_LONG);
            } else if (line instanceof Lines.Line.Text text && text.length() > 0) {
                answer(text, client);
            }
        }
    }

    private static void answer(Lines.Line.Text text, Client client) throws IOException {
        Envelope envelope = Envelope.of(text.bytes(), text.from(), text.to());
        String id = envelope.id();
        String method = envelope.method();
        if (!envelope.whole()) {
            client.error(null, -32700, "The line is not JSON.");
        } else if (id != null && method != null) {
            String line =
                    new String(text.bytes(), text.from(), text.length(), StandardCharsets.UTF_8);
            String result = result(method, line, "");
            if (result == null) {
                client.error(id, -32601, "A Strawboss worker has no tools of Strawboss.");
            } else {
                client.send("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + "}");
            }
        }
    }

    /// Answers a handshake or a list of tools in place of a hub that is not there.
    static void standIn(Pending.Entry entry, String why, Client client) throws IOException {
        String line = new String(entry.line, StandardCharsets.UTF_8);
        String method = Envelope.of(entry.line, 0, entry.line.length).method();
        String result = result(String.valueOf(method), line, why);
        client.send("{\"jsonrpc\":\"2.0\",\"id\":" + entry.id + ",\"result\":" + result + "}");
    }

    private static @Nullable String result(String method, String line, String instructions) {
        String rest = line.contains(MODERN) ? COMPLETE : "";
        return switch (method) {
            case "initialize" ->
                    "{\"protocolVersion\":\""
                            + revision(line)
                            + "\",\"capabilities\":{\"tools\":{}},\"serverInfo\":"
                            + SERVER
                            + ",\"instructions\":"
                            + Words.quoted(instructions)
                            + "}";
            case "server/discover" ->
                    "{\"supportedVersions\":[\"2026-07-28\"],\"capabilities\":{\"tools\":{}}"
                            + COMPLETE
                            + "}";
            case "ping" -> "{}";
            case "tools/list" -> "{\"tools\":[]" + rest + "}";
            default -> null;
        };
    }

    private static String revision(String line) {
        int name = line.indexOf("\"protocolVersion\"");
        int start = line.indexOf('"', line.indexOf(':', name) + 1) + 1;
        int end = line.indexOf('"', start);
        String asked = name < 0 || start <= 0 || end < 0 ? "" : line.substring(start, end);
        return asked.length() == 10 && LEGACY.contains(asked) ? asked : "2025-11-25";
    }
}
