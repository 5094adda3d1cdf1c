package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// HTTP and its tokens on the command line, with a real hub.
@Timeout(180)
class HttpCommandsTest {
    private Terminal terminal;

    @BeforeEach
    void open(@TempDir Path temporary) throws Exception {
        terminal = new Terminal(temporary);
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void httpIsTurnedOnAndOffLiveAndATokenLetsIn() throws Exception {
        assertThat(terminal.type("http").text()).startsWith("HTTP is off.");
        int port = freePort();
        terminal.type("config", "set", "http.port", String.valueOf(port));
        String url = "http://127.0.0.1:" + port + "/mcp";
        assertThat(terminal.type("http", "on").text()).contains("HTTP is on: " + url);
        assertThat(initialize(url, "none")).isEqualTo(401);
        String token = terminal.type("token", "create", "cursor").text().strip();
        assertThat(initialize(url, token)).isEqualTo(200);
        assertThat(terminal.type("token", "create", "cursor").err())
                .contains("There is a token cursor already.");
        assertThat(terminal.type("token").text())
                .contains("cursor", "last used")
                .doesNotContain(token);
        assertThat(setup(url, token, "tokens")).contains("only on the hub's own machine");
        terminal.type("token", "revoke", "cursor");
        assertThat(initialize(url, token)).isEqualTo(401);
        assertThat(terminal.type("http", "off").text()).startsWith("HTTP is off.");
        assertThat(terminal.type("token", "list", "--json").text()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsNamedAndTheHubStaysUpAndListensWhenItIsFree() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = holder.getLocalPort();
            terminal.type("config", "set", "http.port", String.valueOf(port));
            Terminal.Said on = terminal.type("http", "on");
            assertThat(on.status()).isNotZero();
            assertThat(on.err())
                    .contains("port " + port, "(pid " + ProcessHandle.current().pid() + ")");
            assertThat(terminal.type("doctor").text()).contains("port " + port);
            assertThat(terminal.type("jobs").status()).isZero();
        }
        String state = "";
        long end = System.nanoTime() + 20_000_000_000L;
        while (!state.contains("HTTP is on") && System.nanoTime() < end) {
            state = terminal.type("http").text();
        }
        assertThat(state).contains("HTTP is on");
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static int initialize(String url, String token) throws Exception {
        return send(
                        url,
                        token,
                        "initialize",
                        Map.of(
                                "protocolVersion",
                                "2025-11-25",
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "t", "version", "1")))
                .statusCode();
    }

    private static String setup(String url, String token, String what) throws Exception {
        Map<String, Object> meta =
                Map.of(
                        "io.modelcontextprotocol/protocolVersion",
                        "2026-07-28",
                        "io.modelcontextprotocol/clientCapabilities",
                        Map.of());
        return send(
                        url,
                        token,
                        "tools/call",
                        Map.of("name", "setup", "arguments", Map.of("what", what), "_meta", meta))
                .body();
    }

    private static HttpResponse<String> send(
            String url, String token, String method, Map<String, Object> params) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Map<String, Object> body =
                    Map.of("jsonrpc", "2.0", "id", 1L, "method", method, "params", params);
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, text/event-stream")
                            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)));
            if (method.equals("tools/call")) {
                request.header("MCP-Protocol-Version", "2026-07-28")
                        .header("Mcp-Method", method)
                        .header("Mcp-Name", "setup");
            }
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
