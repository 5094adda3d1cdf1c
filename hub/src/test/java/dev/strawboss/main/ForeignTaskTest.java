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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Tasks over HTTP belong to the token with which they were begun.
@Timeout(300)
class ForeignTaskTest {
    private static final Map<String, Object> META =
            Map.of(
                    "io.modelcontextprotocol/protocolVersion",
                    "2026-07-28",
                    "io.modelcontextprotocol/clientInfo",
                    Map.of("name", "same-name", "version", "1"),
                    "io.modelcontextprotocol/clientCapabilities",
                    Map.of("extensions", Map.of("io.modelcontextprotocol/tasks", Map.of())));

    @Test
    void theTaskOfAnotherTokenIsNoTaskAndItsKeyGivesAnotherJob(@TempDir Path directory)
            throws Exception {
        try (Terminal terminal = new Terminal(directory)) {
            int port = freePort();
            terminal.type("config", "set", "http.port", String.valueOf(port));
            terminal.type("http", "on");
            while (!terminal.type("http").text().contains("HTTP is on")) {
                Thread.sleep(200);
            }
            String url = "http://127.0.0.1:" + port + "/mcp";
            String one = terminal.type("token", "create", "one").text().strip();
            String two = terminal.type("token", "create", "two").text().strip();
            Map<String, Object> run =
                    Map.of(
                            "name",
                            "run",
                            "arguments",
                            Map.of(
                                    "command",
                                    List.of("sleep", "300"),
                                    "directory",
                                    "/tmp",
                                    "key",
                                    "the same"));
            String task = task(send(url, one, "tools/call", run));
            Map<String, Object> get = Map.of("taskId", task);
            assertThat(send(url, one, "tasks/get", get)).contains("\"working\"");
            for (String method : List.of("tasks/get", "tasks/cancel")) {
                assertThat(send(url, two, method, get))
                        .contains("There is no task " + task)
                        .doesNotContain("\"working\"");
            }
            assertThat(terminal.type("job", task).text()).contains("running");
            assertThat(task(send(url, two, "tools/call", run))).isNotEqualTo(task);
            assertThat(task(send(url, one, "tools/call", run))).isEqualTo(task);
            send(url, one, "tasks/cancel", get);
            assertThat(terminal.type("wait", task).status()).isEqualTo(130);
        }
    }

    private static String task(String answer) {
        Map<?, ?> result = (Map<?, ?>) Json.parseObject(answer).getOrDefault("result", Map.of());
        assertThat(result.get("resultType")).isEqualTo("task");
        return String.valueOf(result.get("taskId"));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String send(String url, String token, String method, Map<String, Object> given)
            throws Exception {
        Map<String, Object> params = new LinkedHashMap<>(given);
        params.put("_meta", META);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, text/event-stream")
                            .header("MCP-Protocol-Version", "2026-07-28")
                            .header("Mcp-Method", method)
                            .header(
                                    "Mcp-Name",
                                    String.valueOf(given.getOrDefault("name", given.get("taskId"))))
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            Json.write(
                                                    Map.of(
                                                            "jsonrpc", "2.0", "id", 1L, "method",
                                                            method, "params", params))))
                            .build();
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.body()).as("status " + response.statusCode()).isNotEmpty();
            return response.body();
        }
    }
}
