package dev.strawboss.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Streamable HTTP of both eras and HTTP+SSE, with servers that do what they should and others.
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpstreamHttpTest {
    private static final CallContext PATIENT = CallContext.alone(Duration.ofSeconds(20));

    @TempDir Path directory;
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    private ScriptedHttp serve(ScriptedHttp.Script script) throws IOException {
        ScriptedHttp server = new ScriptedHttp(script);
        open.add(server);
        return server;
    }

    private Connected connect(Target target) throws Exception {
        Connected server = Peers.connect(target);
        open.add(server.connection()::close);
        return server;
    }

    private static Reply call(Connected server) throws InterruptedException {
        return server.call("tool", new LinkedHashMap<>(), PATIENT);
    }

    private static String sentence(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return ((Reply.Failed) reply).sentence();
    }

    private static void until(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aLegacySessionIsKeptAndEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    ScriptedHttp.legacy(exchange, asked);
                    if (asked.http().equals("DELETE")) {
                        ended.countDown();
                    }
                });
        Connected connected = Peers.connect(server.target());
        assertThat(connected.identity().revision()).isEqualTo("2025-06-18");
        assertThat(Peers.text(call(connected))).isEqualTo("called");
        ScriptedHttp.Asked called = server.of("tools/call").getFirst();
        assertThat(called.headers())
                .containsEntry("mcp-session-id", "session-1")
                .containsEntry("mcp-protocol-version", "2025-06-18")
                .containsEntry("x-configured", "yes")
                .doesNotContainKey("mcp-method");
        assertThat(server.of("notifications/initialized")).hasSize(1);
        connected.connection().close();
        until(ended);
        assertThat(server.of("DELETE").getFirst().headers())
                .containsEntry("mcp-session-id", "session-1");
    }

    @Test
    void aModernServerGetsHeadersAndNoHandshake() throws Exception {
        ScriptedHttp server = serve(ScriptedHttp::modern);
        Connected connected = connect(server.target());
        assertThat(Peers.text(connected.call("größe", new LinkedHashMap<>(), PATIENT)))
                .isEqualTo("called");
        assertThat(server.of("initialize")).isEmpty();
        assertThat(server.of("tools/call").getFirst().headers())
                .containsEntry("mcp-protocol-version", "2026-07-28")
                .containsEntry("mcp-method", "tools/call")
                .containsEntry("mcp-name", "=?base64?Z3LDtsOfZQ==?=");
    }

    @Test
    void aLostSessionIsMadeAgainForTheCallThatFindsOut() throws Exception {
        AtomicInteger sessions = new AtomicInteger();
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (asked.method().equals("initialize")) {
                        sessions.incrementAndGet();
                    }
                    if (asked.method().equals("tools/call") && sessions.get() == 1) {
                        ScriptedHttp.send(exchange, 404, "");
                    } else {
                        ScriptedHttp.legacy(exchange, asked);
                    }
                });
        Upstreams upstreams = new Upstreams(directory, "test", Clock.systemUTC(), Watcher.NOBODY);
        open.add(upstreams);
        upstreams.configure(Map.of("one", Setup.of(server.target())));
        assertThat(upstreams.of("one", "me").tools()).isEmpty();
        Reply reply = upstreams.of("one", "me").call("tool", new LinkedHashMap<>(), PATIENT);
        assertThat(Peers.text(reply)).isEqualTo("called");
        assertThat(sessions.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "500, 'answered with HTTP 500: Oh no'",
        "302, answered with HTTP 302",
        "200, answered with content of type text/html"
    })
    void whatIsNoAnswerIsShown(int status, String why) throws Exception {
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (asked.method().equals("tools/call")) {
                        exchange.getResponseHeaders().set("Content-Type", "text/html");
                        ScriptedHttp.send(exchange, status, "Oh\n no");
                    } else {
                        ScriptedHttp.legacy(exchange, asked);
                    }
                });
        assertThat(sentence(call(connect(server.target())))).contains(why);
    }

    @Test
    void aRedirectIsFollowedWithinTheServerOnly() throws Exception {
        ScriptedHttp elsewhere = serve(ScriptedHttp::legacy);
        AtomicReference<String> location = new AtomicReference<>("/mcp/");
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (exchange.getRequestURI().getPath().equals("/mcp")) {
                        exchange.getResponseHeaders().set("Location", location.get());
                        ScriptedHttp.send(exchange, 307, "");
                    } else {
                        ScriptedHttp.legacy(exchange, asked);
                    }
                });
        Connected connected = connect(server.target());
        assertThat(Peers.text(call(connected))).isEqualTo("called");
        location.set(elsewhere.url("/mcp").toString());
        assertThat(sentence(call(connected)))
                .contains("redirects to " + elsewhere.url("/mcp"))
                .contains("configure that address");
        assertThat(elsewhere.asked).isEmpty();
    }

    @Test
    void whatCannotBeReachedSaysSo() throws Exception {
        ScriptedHttp gone = new ScriptedHttp(ScriptedHttp::legacy);
        gone.close();
        assertThatThrownBy(() -> connect(gone.target()))
                .hasMessageStartingWith("Server peer cannot be reached at 127.0.0.1:");
    }

    @Test
    void anInterruptedModernCallClosesItsStream() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (!asked.method().equals("tools/call")) {
                        ScriptedHttp.modern(exchange, asked);
                        return;
                    }
                    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                    exchange.sendResponseHeaders(200, 0);
                    began.countDown();
                    try (OutputStream out = exchange.getResponseBody()) {
                        while (true) {
                            out.write(": still here\n".getBytes(StandardCharsets.UTF_8));
                            out.flush();
                            Thread.sleep(5);
                        }
                    } catch (IOException e) {
                        left.countDown();
                    }
                });
        Connected connected = connect(server.target());
        Thread caller =
                Threads.virtual(
                        "caller",
                        () -> {
                            try {
                                var _ = call(connected);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        until(began);
        caller.interrupt();
        until(left);
        assertThat(server.of("notifications/cancelled")).isEmpty();
    }

    @Test
    void aStreamThatEndsBeforeTheAnswerFailsTheCall() throws Exception {
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (asked.method().equals("tools/call")) {
                        events(exchange, ": nothing\n\n");
                    } else {
                        ScriptedHttp.modern(exchange, asked);
                    }
                });
        assertThat(sentence(call(connect(server.target()))))
                .contains("ended its answer before the end");
    }

    @Test
    void aStreamOfAnyLineEndsAndPiecesIsRead() throws Exception {
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (asked.method().equals("tools/call")) {
                        String json =
                                Json.write(Wire.result(asked.id(), ScriptedHttp.text("pieces")));
                        int middle = json.indexOf(",\"result\"") + 1;
                        events(
                                exchange,
                                "\r: hello\rid:7\r\nevent: message\rdata:"
                                        + json.substring(0, middle)
                                        + "\r\ndata: "
                                        + json.substring(middle)
                                        + "\r\r");
                    } else {
                        ScriptedHttp.modern(exchange, asked);
                    }
                });
        assertThat(Peers.text(call(connect(server.target())))).isEqualTo("pieces");
    }

    private static void events(HttpExchange exchange, String text) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerOf50MegabytesFailsItsCallOnly() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (asked.method().equals("tools/call") && calls.incrementAndGet() == 1) {
                        exchange.getResponseHeaders().set("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, 0);
                        byte[] megabyte = new byte[1 << 20];
                        for (int i = 0; i < 50; i++) {
                            exchange.getResponseBody().write(megabyte);
                        }
                    } else {
                        ScriptedHttp.modern(exchange, asked);
                    }
                });
        Connected connected = connect(server.target());
        assertThat(sentence(call(connected))).contains("longer than 32 MB");
        assertThat(Peers.text(call(connected))).isEqualTo("called");
    }

    @Test
    void theOldTransportIsFoundAndKeptToItsOrigin() throws Exception {
        AtomicReference<String> endpoint = new AtomicReference<>("/messages?session=1");
        AtomicReference<OutputStream> stream = new AtomicReference<>();
        CountDownLatch over = new CountDownLatch(1);
        open.add(over::countDown);
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if (asked.http().equals("GET")) {
                        events(exchange, "event: endpoint\ndata: " + endpoint.get() + "\n\n");
                        exchange.getResponseBody().flush();
                        stream.set(exchange.getResponseBody());
                        over.await();
                    } else if (exchange.getRequestURI().getPath().equals("/mcp")) {
                        ScriptedHttp.send(exchange, 405, "");
                    } else {
                        ScriptedHttp.send(exchange, 202, "");
                        answer(stream.get(), asked);
                    }
                });
        Connected connected = connect(server.target());
        assertThat(connected.identity().revision()).isEqualTo("2024-11-05");
        assertThat(Peers.text(call(connected))).isEqualTo("called");

        endpoint.set("http://127.0.0.2:9/messages");
        Target old = new Target.Http(server.url("/mcp"), Map.of(), true);
        assertThatThrownBy(() -> connect(old)).hasMessageContaining("another origin");
    }

    private static void answer(OutputStream stream, ScriptedHttp.Asked asked) throws IOException {
        Map<String, Object> result = new LinkedHashMap<>();
        switch (asked.method()) {
            case "initialize" -> {
                result.put("protocolVersion", "2024-11-05");
                result.put("capabilities", Map.of("tools", Map.of()));
                result.put("serverInfo", Map.of("name", "old", "version", "1"));
            }
            case "tools/call" -> result.putAll(ScriptedHttp.text("called"));
            default -> {
                return;
            }
        }
        String event = "data: " + Json.write(Wire.result(asked.id(), result)) + "\n\n";
        stream.write(event.getBytes(StandardCharsets.UTF_8));
        stream.flush();
    }

    @Test
    void whoHasToLogInIsTold() throws Exception {
        ScriptedHttp server =
                serve((exchange, asked) -> {
                    if ("Bearer good".equals(asked.headers().get("authorization"))) {
                        ScriptedHttp.modern(exchange, asked);
                    } else {
                        exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer");
                        ScriptedHttp.send(exchange, 401, "");
                    }
                });
        AtomicReference<String> token = new AtomicReference<>("Bearer bad");
        AtomicReference<Authorization.Verdict> verdict =
                new AtomicReference<>(new Authorization.Verdict.Expired());
        List<Authorization.Challenge> challenges = new ArrayList<>();
        Authorization login =
                new Authorization() {
                    @Override
                    public Optional<String> header(URI url) {
                        return Optional.of(token.get());
                    }

                    @Override
                    public Verdict challenged(Challenge challenge) {
                        challenges.add(challenge);
                        if (verdict.get() instanceof Verdict.Again) {
                            token.set("Bearer good");
                        }
                        return verdict.get();
                    }
                };
        Upstreams upstreams = new Upstreams(directory, "test", Clock.systemUTC(), Watcher.NOBODY);
        open.add(upstreams);
        Setup anybody = Setup.of(server.target());
        Setup known =
                new Setup(
                        server.target(),
                        anybody.scope(),
                        false,
                        anybody.start(),
                        anybody.patience(),
                        login);
        upstreams.configure(Map.of("anybody", anybody, "known", known));
        assertThat(sentence(upstreams.of("anybody", "").call("t", Map.of(), PATIENT)))
                .isEqualTo("Server anybody needs a login.");
        assertThat(upstreams.of("anybody", "").state())
                .extracting(state -> ((UpstreamState.NeedsLogin) state).hint())
                .isEqualTo("strawboss upstreams login anybody");
        assertThat(sentence(upstreams.of("known", "").call("t", Map.of(), PATIENT)))
                .isEqualTo("Server known needs a new login.");
        assertThat(upstreams.of("known", "").state().word()).isEqualTo("expired");
        assertThat(challenges.getFirst().wanted()).containsExactly("Bearer");
        assertThat(challenges.getFirst().sent()).isTrue();

        assertThat(sentence(upstreams.of("known", "").call("t", Map.of(), PATIENT)))
                .isEqualTo("Server known needs a new login.");
        assertThat(challenges).hasSize(1);

        verdict.set(new Authorization.Verdict.Again());
        upstreams.retry("known");
        assertThat(Peers.text(upstreams.of("known", "").call("t", Map.of(), PATIENT)))
                .isEqualTo("called");

        token.set("Bearer expired");
        verdict.set(new Authorization.Verdict.Expired());
        assertThat(sentence(upstreams.of("known", "").call("t", Map.of(), PATIENT)))
                .isEqualTo("Server known needs a new login.");
        assertThat(upstreams.of("known", "").state().word()).isEqualTo("expired");
    }

    @Test
    void aServerThatRefusesEveryLoginIsAskedThreeTimesOnly() throws Exception {
        ScriptedHttp server = serve((exchange, _) -> ScriptedHttp.send(exchange, 401, ""));
        Authorization hopeful =
                new Authorization() {
                    @Override
                    public Optional<String> header(URI url) {
                        return Optional.of("Bearer x");
                    }

                    @Override
                    public Verdict challenged(Challenge challenge) {
                        return new Verdict.Again();
                    }
                };
        Setup plain = Setup.of(server.target());
        Setup setup =
                new Setup(
                        server.target(),
                        plain.scope(),
                        false,
                        plain.start(),
                        plain.patience(),
                        hopeful);
        assertThatThrownBy(() -> Peers.connect(setup, Changes.UNHEARD))
                .hasMessageContaining("still refuses after two logins");
        assertThat(server.asked).hasSize(3);
    }
}
