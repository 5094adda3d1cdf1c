package dev.strawboss.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class GatewayTest {
    @TempDir Path state;

    private final Map<String, String> keys = new HashMap<>(Map.of("THE_KEY", "the-real-key"));
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer upstream;
    private Egress egress;
    private Path gate;

    @BeforeEach
    void open() throws IOException {
        upstream =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        upstream.setExecutor(task -> Thread.ofVirtual().start(task));
        upstream.createContext("/", this::said);
        upstream.start();
        egress = new Egress(state, name -> Optional.ofNullable(keys.get(name)), _ -> List.of());
        gate =
                egress.open(
                        "j1",
                        new Rules.None(),
                        List.of(
                                provider("openai", Dialect.OPENAI, "/v1"),
                                provider("anthropic", Dialect.ANTHROPIC, ""),
                                provider("gemini", Dialect.GEMINI, "/")));
    }

    @AfterEach
    void close() {
        egress.close();
        upstream.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "openai, /responses, /v1/responses, Authorization, Bearer the-real-key",
        "openai, /chat/completions, /v1/chat/completions, Authorization, Bearer the-real-key",
        "anthropic, /v1/messages?beta=true, /v1/messages?beta=true, X-api-key, the-real-key",
        "gemini, /v1beta/models/g-2.5-pro:streamGenerateContent?alt=sse&key=fake, /v1beta/models/g-2.5-pro:streamGenerateContent?alt=sse, X-goog-api-key, the-real-key",
    })
    void theHubPutsTheKeyInAndDropsWhatTheWorkerSent(
            String provider, String path, String asked, String field, String value)
            throws IOException {
        String answer =
                post(
                        "/provider/" + provider + path,
                        String.join(
                                "\r\n",
                                "Authorization: Bearer fake",
                                "x-api-key: fake",
                                "x-goog-api-key: fake",
                                "Cookie: fake",
                                "X-Other: kept",
                                ""),
                        "{\"ask\":1}");
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("5\r\nfine\n\r\n0\r\n\r\n");
        assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("set-cookie", "the-real");
        assertThat(seen)
                .containsEntry("target", asked)
                .containsEntry("body", "{\"ask\":1}")
                .containsEntry(field, value)
                .containsEntry("X-other", "kept");
        assertThat(seen.values()).noneMatch(text -> text.contains("fake"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/provider/openai/files",
                "/provider/openai/organization/users",
                "/provider/openai/../admin",
                "/provider/openai/models/../files",
                "/provider/openai/%2e%2e/files",
                "/provider/openai//responses",
                "/provider/anthropic/v1/organizations/api_keys",
                "/provider/anthropic/v1/messages/batches",
                "/provider/gemini/v1beta/files",
                "/provider/gemini/v1beta/models/x:predictLongRunning",
            })
    void onlyThePathsThatAskModelsAreOpen(String path) throws IOException {
        assertThat(post(path, "", "{}")).startsWith("HTTP/1.1 403 ");
        assertThat(requests).hasValue(0);
    }

    @Test
    void anUnknownProviderAndAMissingKeyAreSaidInASentence() throws IOException {
        assertThat(post("/provider/other/v1/messages", "", "{}"))
                .startsWith("HTTP/1.1 404 ")
                .contains("This job has no such provider");
        keys.clear();
        assertThat(post("/provider/anthropic/v1/messages", "", "{}"))
                .startsWith("HTTP/1.1 403 ")
                .contains(
                        "The hub has no key THE_KEY; a person can add it: strawboss secret set THE_KEY");
        upstream.stop(0);
        keys.put("THE_KEY", "the-real-key");
        assertThat(post("/provider/anthropic/v1/messages", "", "{}"))
                .startsWith("HTTP/1.1 502 ")
                .contains("The provider cannot be reached: ConnectException.");
    }

    @Test
    void eventsArriveOneByOne() throws Exception {
        CountDownLatch heard = new CountDownLatch(1);
        upstream.createContext(
                "/v1/messages",
                exchange -> {
                    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write("event: one\n\n".getBytes(StandardCharsets.UTF_8));
                        out.flush();
                        await(heard);
                        out.write("event: two\n\n".getBytes(StandardCharsets.UTF_8));
                    }
                });
        try (Knock knock = Knock.at(gate)) {
            knock.say(request("/provider/anthropic/v1/messages", "", "{}"));
            assertThat(knock.until("event: one\n\n")).contains("text/event-stream");
            heard.countDown();
            assertThat(knock.until("event: two\n\n")).endsWith("event: two\n\n");
        }
    }

    @Test
    void aWorkerThatGoesEndsItsRequest() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        upstream.createContext(
                "/v1/messages",
                exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        while (true) {
                            out.write("data\n\n".getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            Thread.sleep(10);
                        }
                    } catch (IOException | InterruptedException gone) {
                        ended.countDown();
                    }
                });
        try (Knock knock = Knock.at(gate)) {
            knock.say(request("/provider/anthropic/v1/messages", "", "{}"));
            var _ = knock.until("data");
        }
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anAnswerThatBreaksOffLooksSo() throws IOException {
        upstream.createContext(
                "/v1/messages",
                exchange -> {
                    exchange.sendResponseHeaders(200, 100);
                    exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
                    exchange.getResponseBody().flush();
                    throw new IOException("the provider breaks off");
                });
        String answer = post("/provider/anthropic/v1/messages", "", "{}");
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("content-length: 100");
        assertThat(answer).endsWith("half");
    }

    @Test
    void aLargeBodyPassesWholeHoweverItsLengthIsTold() throws IOException {
        int size = 20 << 20;
        try (Knock knock = Knock.at(gate)) {
            knock.say(
                    "POST /provider/openai/responses HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: "
                            + size
                            + "\r\n\r\n");
            assertThat(knock.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
            knock.say("x".repeat(size));
            assertThat(knock.rest()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(seen).containsEntry("size", String.valueOf(size));
        try (Knock knock = Knock.at(gate)) {
            knock.say(
                    "POST /provider/openai/responses HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                knock.say("10000;ext=1\r\n" + "y".repeat(0x10000) + "\r\n");
            }
            knock.say("0\r\nTrailer: x\r\n\r\n");
            assertThat(knock.rest()).startsWith("HTTP/1.1 200 ");
        }
        assertThat(seen).containsEntry("size", String.valueOf(100 * 0x10000));
    }

    @Test
    void aWorkerThatSendsSlowlyHoldsNobodyUp() throws IOException {
        List<Knock> slow = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Knock knock = Knock.at(gate);
            slow.add(knock);
            knock.say(
                    "POST /provider/openai/responses HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345");
        }
        assertThat(post("/provider/openai/responses", "", "{}")).startsWith("HTTP/1.1 200 ");
        for (Knock knock : slow) {
            knock.say("67890");
            assertThat(knock.rest()).startsWith("HTTP/1.1 200 ");
            knock.close();
        }
    }

    @Test
    void aClientThatTakesEvenLoopbackThroughTheProxyArrives() throws IOException {
        String rest = request("/provider/openai/responses", "", "{}");
        assertThat(Knock.answer(gate, "CONNECT 127.0.0.1:3128 HTTP/1.1\r\n\r\n" + rest))
                .startsWith("HTTP/1.1 200 Connection established\r\n\r\nHTTP/1.1 200 ");
        assertThat(
                        Knock.answer(
                                gate,
                                rest.replace(
                                        "POST /provider", "POST http://127.0.0.1:3128/provider")))
                .startsWith("HTTP/1.1 200 ");
        assertThat(requests).hasValue(2);
    }

    @Test
    void theNextHubKnowsTheProviders() throws IOException {
        egress.close();
        egress = new Egress(state, name -> Optional.ofNullable(keys.get(name)), _ -> List.of());
        assertThat(post("/provider/openai/responses", "", "{}")).startsWith("HTTP/1.1 200 ");
        assertThat(seen).containsEntry("Authorization", "Bearer the-real-key");
    }

    private String post(String path, String fields, String body) throws IOException {
        return Knock.answer(gate, request(path, fields, body));
    }

    private static String request(String path, String fields, String body) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: 127.0.0.1:3128\r\nContent-Type: application/json\r\n"
                + fields
                + "Content-Length: "
                + body.length()
                + "\r\n\r\n"
                + body;
    }

    private Provider provider(String name, Dialect dialect, String path) {
        return new Provider(
                name,
                dialect,
                URI.create("http://127.0.0.1:" + upstream.getAddress().getPort() + path),
                Optional.of("THE_KEY"));
    }

    private void said(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getRequestHeaders()
                .forEach((name, values) -> seen.put(name, String.join(",", values)));
        seen.put("target", exchange.getRequestURI().toString());
        seen.put("body", body.length < 100 ? new String(body, StandardCharsets.UTF_8) : "");
        seen.put("size", String.valueOf(body.length));
        exchange.getResponseHeaders().add("Set-Cookie", "session=1");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write("fine\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IOException("nobody heard");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
