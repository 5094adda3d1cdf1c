package dev.strawboss.upstream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP server that does what a test says, and remembers what it was asked.
final class ScriptedHttp implements AutoCloseable {
    /// @param method of the message, or that of HTTP if there is none
    record Asked(String http, String method, Object id, Map<String, String> headers) {}

    interface Script {
        void answer(HttpExchange exchange, Asked asked) throws Exception;
    }

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    ScriptedHttp(Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(task -> Threads.virtual("scripted", task));
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        Asked one = read(exchange);
                        asked.add(one);
                        script.answer(exchange, one);
                    } catch (Exception e) {
                        exchange.close();
                    }
                });
        server.start();
    }

    private static Asked read(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        String http = exchange.getRequestMethod();
        if (body.length == 0) {
            return new Asked(http, http, "", headers);
        }
        Map<String, Object> message = Json.parseObject(body);
        Object id = message.get("id");
        return new Asked(
                http, String.valueOf(message.get("method")), id == null ? "" : id, headers);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    Target target() {
        return new Target.Http(url("/mcp"), Map.of("X-Configured", "yes"), false);
    }

    /// The requests of this method, in order.
    List<Asked> of(String method) {
        return asked.stream().filter(each -> each.method().equals(method)).toList();
    }

    static void json(HttpExchange exchange, int status, Object message) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        send(exchange, status, Json.write(message));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// As a legacy server answers everything but calls.
    static void legacy(HttpExchange exchange, Asked asked) throws IOException {
        switch (asked.method()) {
            case "initialize" -> {
                exchange.getResponseHeaders().set("Mcp-Session-Id", "session-1");
                Map<String, Object> result = new LinkedHashMap<>();
                result.put("protocolVersion", "2025-06-18");
                result.put("capabilities", Map.of("tools", Map.of()));
                result.put("serverInfo", Map.of("name", "scripted", "version", "1"));
                json(exchange, 200, Wire.result(asked.id(), result));
            }
            case "tools/list" ->
                    json(exchange, 200, Wire.result(asked.id(), Map.of("tools", List.of())));
            case "tools/call" -> json(exchange, 200, Wire.result(asked.id(), text("called")));
            case "GET" -> send(exchange, 405, "");
            case "server/discover" -> send(exchange, 400, "Bad Request: no session");
            default -> send(exchange, 202, "");
        }
    }

    /// As a modern server answers everything but calls.
    static void modern(HttpExchange exchange, Asked asked) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("resultType", "complete");
        switch (asked.method()) {
            case "server/discover" -> {
                result.put("supportedVersions", List.of("2026-07-28"));
                result.put("capabilities", Map.of("tools", Map.of()));
            }
            case "tools/list" -> result.put("tools", List.of());
            default -> result.putAll(text("called"));
        }
        json(exchange, 200, Wire.result(asked.id(), result));
    }

    static Map<String, Object> text(String text) {
        return Map.of("content", List.of(Map.of("type", "text", "text", text)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
