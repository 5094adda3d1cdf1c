package dev.strawboss.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// An MCP server at `/mcp` that wants a login, and its authorization server, on one port of the
/// loopback interface. What it answers can be changed; what it was asked is kept.
final class ScriptedAuthorizationServer implements AutoCloseable {
    private final HttpServer server;
    final Map<String, Map<String, Object>> documents = new ConcurrentHashMap<>();
    final Map<String, Object> metadata = new ConcurrentHashMap<>();
    final Map<String, Object> resource = new ConcurrentHashMap<>();
    final Map<String, String> redirect = new ConcurrentHashMap<>();
    final List<Map<String, String>> tokenRequests = new CopyOnWriteArrayList<>();
    final List<String> tokenAuthorizations = new CopyOnWriteArrayList<>();
    final List<Map<String, Object>> registrations = new CopyOnWriteArrayList<>();
    final List<String> visited = new CopyOnWriteArrayList<>();
    final AtomicInteger issued = new AtomicInteger();
    volatile String challenge;
    volatile String refreshError = "";
    volatile long expiresIn = 3600;
    volatile boolean describesResource = true;
    volatile String metadataPath = "/.well-known/oauth-authorization-server";
    volatile String clientSecret = "";
    volatile boolean anonymous;

    ScriptedAuthorizationServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", this::serve);
        server.start();
        challenge = "Bearer resource_metadata=\"" + at("/resource.json") + "\", scope=\"read\"";
        resource.putAll(Map.of("resource", at("/mcp"), "authorization_servers", List.of(at(""))));
        metadata.putAll(
                Map.of(
                        "issuer",
                        at(""),
                        "authorization_endpoint",
                        at("/authorize"),
                        "token_endpoint",
                        at("/token"),
                        "registration_endpoint",
                        at("/register"),
                        "code_challenge_methods_supported",
                        List.of("S256"),
                        "token_endpoint_auth_methods_supported",
                        List.of("none", "client_secret_basic", "client_secret_post"),
                        "authorization_response_iss_parameter_supported",
                        true));
        redirect.put("iss", at(""));
    }

    String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// What a browser would come back with from that address, after its person said yes.
    String approved(URI authorize) {
        Map<String, String> query = form(authorize.getRawQuery());
        asked.putAll(query);
        Map<String, String> back = new LinkedHashMap<>(redirect);
        back.putIfAbsent("state", query.get("state"));
        back.putIfAbsent("code", "code-1");
        StringBuilder words = new StringBuilder(query.get("redirect_uri"));
        back.forEach((name, value) ->
                words.append(words.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(Client.encoded(value)));
        return words.toString();
    }

    /// The last question of the authorization endpoint.
    final Map<String, String> asked = new ConcurrentHashMap<>();

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve(HttpExchange exchange) {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            visited.add(path);
            String body =
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals("/mcp") && anonymous) {
                answer(exchange, 200, Map.of());
            } else if (path.equals("/mcp")) {
                exchange.getResponseHeaders().add("WWW-Authenticate", challenge);
                answer(exchange, 401, Map.of());
            } else if (path.equals("/resource.json") && describesResource) {
                answer(exchange, 200, resource);
            } else if (path.equals(metadataPath)) {
                answer(exchange, 200, metadata);
            } else if (documents.containsKey(path)) {
                answer(exchange, 200, documents.get(path));
            } else if (path.equals("/register")) {
                registrations.add(Json.parseObject(body));
                Map<String, Object> made = new HashMap<>(Map.of("client_id", "registered"));
                if (!clientSecret.isEmpty()) {
                    made.put("client_secret", clientSecret);
                }
                answer(exchange, 201, made);
            } else if (path.equals("/token")) {
                token(exchange, form(body));
            } else {
                answer(exchange, 404, Map.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
        tokenRequests.add(form);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        tokenAuthorizations.add(authorization == null ? "" : authorization);
        if ("refresh_token".equals(form.get("grant_type")) && !refreshError.isEmpty()) {
            answer(exchange, 400, Map.of("error", refreshError));
            return;
        }
        int number = issued.incrementAndGet();
        answer(
                exchange,
                200,
                Map.of(
                        "access_token",
                        "access-token-" + number,
                        "refresh_token",
                        "refresh-token-" + number,
                        "token_type",
                        "Bearer",
                        "expires_in",
                        expiresIn));
    }

    private static Map<String, String> form(String text) {
        Map<String, String> form = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            form.put(
                    pair.substring(0, equals),
                    URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static void answer(HttpExchange exchange, int status, Map<String, Object> body)
            throws IOException {
        byte[] bytes = Json.writeBytes(body);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
