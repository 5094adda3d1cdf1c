package dev.strawboss.agents;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;

/// A provider on loopback as strict as one can be: a model behind a login, whose access token ends
/// after a few requests, and whose refresh token is good for one use. A token that was used or
/// replaced is refused, and so is everything but the newest access token. When one ended, the first
/// worker that is refused gets the next; the other one's requests arrive a moment later.
final class RotatingProvider implements AutoCloseable {
    /// Between the new token of the one and the next request of the other.
    private static final long MOMENT_NANOS = 200_000_000;

    private static final Set<String> HOP = Set.of("host", "connection", "content-length", "expect");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String model;
    private final int requests;
    private final Clock clock = Clock.systemUTC();
    private final List<String> log = new ArrayList<>();
    private int generation = 1;
    private int served;
    private String first = "";
    private long rotated;

    /// @param model where the scripted one is
    /// @param requests after how many an access token ends
    RotatingProvider(String model, int requests) throws IOException {
        this.model = model;
        this.requests = requests;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized int generation() {
        return generation;
    }

    /// What it did, for messages.
    synchronized List<String> log() {
        return List.copyOf(log);
    }

    static String refresh(int generation) {
        return "refresh-" + generation;
    }

    String access(int generation) {
        return jwt(
                Map.of(
                        "exp",
                        clock.instant().getEpochSecond() / 86_400 * 86_400 + 864_000,
                        "generation",
                        generation,
                        "https://api.openai.com/auth",
                        Map.of("chatgpt_account_id", "me")));
    }

    static String identity() {
        return jwt(
                Map.of(
                        "email",
                        "me@here",
                        "https://api.openai.com/auth",
                        Map.of(
                                "chatgpt_plan_type",
                                "pro",
                                "chatgpt_user_id",
                                "u",
                                "chatgpt_account_id",
                                "me")));
    }

    private static String jwt(Map<String, Object> claims) {
        return part("{\"alg\":\"none\",\"typ\":\"JWT\"}")
                + "."
                + part(Json.write(claims))
                + ".c2ln";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().toString();
            if (path.endsWith("/oauth/token")) {
                refresh(exchange, new String(body, StandardCharsets.UTF_8));
            } else if (admits(exchange, path)) {
                pass(exchange, path, body);
            } else {
                say(
                        exchange,
                        401,
                        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":"
                                + "\"OAuth token has expired\"}}");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized boolean admits(HttpExchange exchange, String path)
            throws InterruptedException {
        String worker = path.substring(0, path.indexOf('/', 1));
        while (!worker.equals(first)
                && ((!first.isEmpty() && served >= requests)
                        || System.nanoTime() - rotated < MOMENT_NANOS)) {
            wait(10);
        }
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean newest = given.equals("Bearer " + access(generation)) && served < requests;
        if (newest
                && exchange.getRequestMethod().equals("POST")
                && !path.contains("count_tokens")) {
            served++;
        }
        if (!newest && served >= requests) {
            first = worker;
        }
        log.add(Instant.now(clock) + (newest ? " passed " : " refused ") + path);
        return newest;
    }

    private void refresh(HttpExchange exchange, String body) throws IOException {
        String answer;
        int status;
        synchronized (this) {
            boolean newest = body.contains(refresh(generation) + "\"");
            log.add(
                    Instant.now(clock)
                            + (newest ? " rotates " : " was asked again for ")
                            + generation);
            if (newest) {
                generation++;
                served = 0;
                rotated = System.nanoTime();
            }
            status = newest ? 200 : 400;
            answer =
                    newest
                            ? Json.write(
                                    Map.of(
                                            "access_token",
                                            access(generation),
                                            "refresh_token",
                                            refresh(generation),
                                            "id_token",
                                            identity(),
                                            "token_type",
                                            "Bearer",
                                            "scope",
                                            "user:inference user:profile",
                                            "expires_in",
                                            28_800))
                            : "{\"error\":\"invalid_grant\",\"error_description\":\"refresh token reused\"}";
        }
        say(exchange, status, answer);
    }

    private static void say(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void pass(HttpExchange exchange, String path, byte[] body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(model + path))
                        .method(
                                exchange.getRequestMethod(),
                                HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders()
                .forEach((name, values) -> {
                    if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        HttpResponse<InputStream> response =
                client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        response.headers()
                .firstValue("content-type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(response.statusCode(), 0);
        try (InputStream in = response.body();
                OutputStream out = exchange.getResponseBody()) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }
}
