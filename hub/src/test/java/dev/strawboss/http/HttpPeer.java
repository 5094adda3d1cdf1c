package dev.strawboss.http;

import dev.strawboss.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// An HTTP client that sends exactly what a test says: a connection per request.
final class HttpPeer {
    private final int port;
    private final Map<String, Object> capabilities;
    private final Map<String, String> usual = new LinkedHashMap<>();

    HttpPeer(int port, String token) {
        this(port, token, Map.of());
    }

    /// @param capabilities what it declares in requests of 2026-07-28
    HttpPeer(int port, String token, Map<String, Object> capabilities) {
        this.port = port;
        this.capabilities = capabilities;
        usual.put("Host", "127.0.0.1:" + port);
        usual.put("Authorization", "Bearer " + token);
        usual.put("Accept", "application/json, text/event-stream");
        usual.put("Content-Type", "application/json");
    }

    /// A response; what of its body has not come yet is read when it is asked for.
    static final class Answer implements AutoCloseable {
        private final Socket socket;
        private final InputStream in;
        final int status;
        final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private int left;

        private Answer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.status = Integer.parseInt(line().split(" ")[1]);
            for (String line = line(); !line.isEmpty(); line = line()) {
                int colon = line.indexOf(':');
                headers.merge(
                        line.substring(0, colon),
                        line.substring(colon + 1).strip(),
                        (one, other) -> one + ", " + other);
            }
            boolean chunked = "chunked".equals(headers.get("Transfer-Encoding"));
            String rest = chunked || status == 202 || status == 204 ? "0" : "-1";
            left = Integer.parseInt(headers.getOrDefault("Content-Length", rest));
        }

        /// The whole body; waits for its end.
        String text() throws IOException {
            ByteArrayOutputStream text = new ByteArrayOutputStream();
            for (int b = read(); b >= 0; b = read()) {
                text.write(b);
            }
            close();
            return text.toString(StandardCharsets.UTF_8);
        }

        Map<String, Object> json() throws IOException {
            return Json.parseObject(text());
        }

        /// The next event that carries a message: its `id:` and `data:`.
        Map<String, String> event() throws IOException {
            Map<String, String> event = new LinkedHashMap<>();
            while (true) {
                String line = bodyLine();
                int colon = line.indexOf(':');
                if (line.isEmpty() && event.containsKey("data")) {
                    return event;
                }
                if (colon > 0) {
                    event.put(line.substring(0, colon), line.substring(colon + 1).strip());
                }
            }
        }

        /// The next message of a stream.
        Map<String, Object> message() throws IOException {
            String data = "";
            while (data.isEmpty()) {
                data = event().getOrDefault("data", "");
            }
            return Json.parseObject(data);
        }

        /// Whether nothing more comes.
        boolean ended() throws IOException {
            try {
                return read() < 0;
            } catch (EOFException | SocketException broken) {
                return true;
            }
        }

        String bodyLine() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = read(); b != '\n'; b = read()) {
                if (b < 0) {
                    throw new EOFException("the stream ended");
                }
                line.append((char) b);
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }

        private int read() throws IOException {
            if (left == 0 && "chunked".equals(headers.get("Transfer-Encoding"))) {
                String size = line();
                left = Integer.parseInt(size.isEmpty() ? line() : size, 16);
            }
            if (left == 0) {
                return -1;
            }
            left = Math.max(-1, left - 1); // -1: until the connection ends
            return in.read();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    throw new EOFException("the connection ended");
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return line.toString();
        }
    }

    /// @param headers `Name: value`, over the usual ones; without a value it is left out
    Answer post(String body, String... headers) throws IOException {
        return send("POST", "/mcp", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(String method, String path, byte[] body, String... headers) throws IOException {
        Socket socket = connect();
        socket.getOutputStream().write(head(method, path, body.length, headers));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        return new Answer(socket);
    }

    Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        return socket;
    }

    static Answer answer(Socket socket) throws IOException {
        return new Answer(socket);
    }

    byte[] head(String method, String path, long length, String... headers) {
        Map<String, String> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        all.putAll(usual);
        StringBuilder twice = new StringBuilder();
        for (String header : headers) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            String value = header.substring(colon + 1).strip();
            if (value.isEmpty()) {
                all.remove(name);
            } else if (name.startsWith("+")) {
                twice.append(name.substring(1)).append(": ").append(value).append("\r\n");
            } else {
                all.put(name, value);
            }
        }
        if (length > 0) {
            all.putIfAbsent("Content-Length", String.valueOf(length));
        }
        StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
        all.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append(twice).append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    /// A request of 2026-07-28 with its headers.
    Answer modern(Object id, String method, Map<String, Object> params, String... more)
            throws IOException {
        String[] headers = new String[more.length + 3];
        headers[0] = "MCP-Protocol-Version: 2026-07-28";
        headers[1] = "Mcp-Method: " + method;
        Object name =
                params.getOrDefault(
                        "name", params.getOrDefault("uri", params.getOrDefault("taskId", "")));
        headers[2] = "Mcp-Name: " + name;
        System.arraycopy(more, 0, headers, 3, more.length);
        return post(Json.write(modernBody(id, method, params, capabilities)), headers);
    }

    static Map<String, Object> modernBody(Object id, String method, Map<String, Object> params) {
        return modernBody(id, method, params, Map.of());
    }

    private static Map<String, Object> modernBody(
            Object id,
            String method,
            Map<String, Object> params,
            Map<String, Object> capabilities) {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("io.modelcontextprotocol/protocolVersion", "2026-07-28");
        meta.put("io.modelcontextprotocol/clientCapabilities", capabilities);
        meta.put("progressToken", "p" + id);
        Map<String, Object> all = new LinkedHashMap<>(params);
        all.put("_meta", meta);
        return body(id, method, all);
    }

    static Map<String, Object> body(Object id, String method, Map<String, Object> params) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("jsonrpc", "2.0");
        body.put("id", id);
        body.put("method", method);
        body.put("params", params);
        return body;
    }

    static Map<String, Object> call(String tool, Map<String, Object> arguments) {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("name", tool);
        params.put("arguments", arguments);
        return params;
    }

    /// Shakes hands.
    ///
    /// @return the session's id
    String initialize(String revision) throws IOException {
        try (Answer answer =
                post(
                        Json.write(
                                body(
                                        0L,
                                        "initialize",
                                        Map.of(
                                                "protocolVersion",
                                                revision,
                                                "capabilities",
                                                Map.of(),
                                                "clientInfo",
                                                Map.of("name", "peer", "version", "1")))))) {
            answer.text();
            return answer.headers.getOrDefault("Mcp-Session-Id", "");
        }
    }

    Answer legacy(String session, Object id, String method, Map<String, Object> params)
            throws IOException {
        return post(Json.write(body(id, method, params)), "Mcp-Session-Id: " + session);
    }
}
