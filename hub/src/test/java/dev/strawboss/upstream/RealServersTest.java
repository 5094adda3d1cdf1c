package dev.strawboss.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The servers that people have, as `.ci/install-servers` installs them: in the folder that the
/// variable SERVERS names, or `~/.cache/mcp-servers`.
@Tag("real")
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RealServersTest {
    private static final CallContext PATIENT = CallContext.alone(Duration.ofSeconds(60));

    @TempDir Path directory;
    private final List<Connected> open = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(each -> each.connection().close());
        processes.forEach(Process::destroy);
    }

    private static Path program(String name) {
        String named = System.getenv().getOrDefault("SERVERS", "");
        Path servers =
                named.isEmpty()
                        ? Path.of(System.getProperty("user.home"), ".cache/mcp-servers")
                        : Path.of(named);
        Path program = servers.resolve("bin").resolve(name);
        if (!Files.isExecutable(program)) {
            if ("true".equals(System.getenv("CI"))) {
                fail("no " + program + "; run .ci/install-servers");
            }
            abort("no " + program + "; run .ci/install-servers");
        }
        return program;
    }

    private Connected connect(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(program(name).toString());
        command.addAll(List.of(arguments));
        return connect(command, Map.of("MEMORY_FILE_PATH", directory + "/memory.jsonl"));
    }

    private Connected connect(List<String> command, Map<String, String> more) throws Exception {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", directory.toString());
        return opened(Peers.connect(new Target.Stdio(command, environment, directory)));
    }

    private Connected opened(Connected server) {
        open.add(server);
        return server;
    }

    private static Map<String, Object> result(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Result.class);
        return ((Reply.Result) reply).value();
    }

    private static String call(Connected server, String tool, Map<String, Object> arguments)
            throws InterruptedException {
        return Peers.text(server.call(tool, arguments, PATIENT));
    }

    private static List<Object> names(List<Map<String, Object>> definitions) {
        return definitions.stream().map(each -> each.get("name")).toList();
    }

    @Test
    void everythingOverStandardInputAndOutput() throws Exception {
        Connected server = connect("mcp-server-everything");
        assertThat(server.identity().instructions().orElseThrow()).startsWith("# Everything");
        everything(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"streamableHttp", "sse"})
    void everythingOverHttp(String transport) throws Exception {
        int port = freePort();
        serve(List.of(program("mcp-server-everything").toString(), transport), port);
        String path = transport.equals("sse") ? "/sse" : "/mcp";
        Connected server =
                opened(
                        Peers.connect(
                                new Target.Http(
                                        URI.create("http://127.0.0.1:" + port + path),
                                        Map.of(),
                                        false)));
        everything(server);
    }

    private static void everything(Connected server) throws Exception {
        assertThat(server.identity().era()).isEqualTo(Identity.Era.LEGACY);
        assertThat(names(server.tools())).contains("echo", "get-sum", "get-structured-content");
        assertThat(call(server, "echo", Map.of("message", "hé😀"))).isEqualTo("Echo: hé😀");
        Map<String, Object> weather =
                result(
                        server.call(
                                "get-structured-content", Map.of("location", "New York"), PATIENT));
        assertThat(weather.get("structuredContent")).isInstanceOf(Map.class);
        Map<String, Object> image = result(server.call("get-tiny-image", Map.of(), PATIENT));
        assertThat(String.valueOf(image.get("content"))).contains("image/png");
        assertThat(server.resourceTemplates()).hasSizeGreaterThanOrEqualTo(2);
        String uri = String.valueOf(server.resources().getFirst().get("uri"));
        assertThat(result(server.read(uri, PATIENT, Connected.end(PATIENT))))
                .containsKey("contents");
        assertThat(names(server.prompts())).contains("args-prompt");
        Map<String, Object> prompt =
                result(
                        server.prompt(
                                "args-prompt",
                                Map.of("city", "Oslo"),
                                PATIENT,
                                Connected.end(PATIENT)));
        assertThat(String.valueOf(prompt)).contains("Oslo");
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("ref", Map.of("type", "ref/prompt", "name", "completable-prompt"));
        params.put("argument", Map.of("name", "department", "value", "E"));
        assertThat(String.valueOf(result(server.complete(params, PATIENT, Connected.end(PATIENT)))))
                .contains("Engineering");
        asking(server);
    }

    /// Progress comes before the answer; the person is asked.
    private static void asking(Connected server) throws Exception {
        List<Object> steps = new CopyOnWriteArrayList<>();
        CallContext context =
                new CallContext() {
                    @Override
                    public Duration patience() {
                        return Duration.ofSeconds(60);
                    }

                    @Override
                    public void progress(Map<String, Object> params) {
                        steps.add(params.get("progress"));
                    }

                    @Override
                    public boolean elicits() {
                        return true;
                    }

                    @Override
                    public Optional<Map<String, Object>> elicit(Map<String, Object> params) {
                        return Optional.of(
                                Map.of("action", "accept", "content", Map.of("name", "Ada")));
                    }
                };
        Reply slow =
                server.call(
                        "trigger-long-running-operation",
                        Map.of("duration", 1, "steps", 4),
                        context);
        assertThat(Peers.text(slow)).contains("Long running operation completed");
        assertThat(steps).containsExactly(1L, 2L, 3L, 4L);
        Reply asked = server.call("trigger-elicitation-request", Map.of(), context);
        assertThat(String.valueOf(result(asked).get("content"))).contains("Ada");
    }

    @Test
    void filesystem() throws Exception {
        Files.writeString(directory.resolve("note.txt"), "kept here");
        Connected server = connect("mcp-server-filesystem", directory.toString());
        String path = directory.resolve("note.txt").toString();
        assertThat(call(server, "read_text_file", Map.of("path", path))).isEqualTo("kept here");
        Reply outside = server.call("read_text_file", Map.of("path", "/etc/passwd"), PATIENT);
        assertThat(result(outside)).containsEntry("isError", true);
    }

    @Test
    void memory() throws Exception {
        Connected server = connect("mcp-server-memory");
        Map<String, Object> entity = new LinkedHashMap<>();
        entity.put("name", "Strawboss");
        entity.put("entityType", "hub");
        entity.put("observations", List.of("it remembers"));
        var _ = call(server, "create_entities", Map.of("entities", List.of(entity)));
        assertThat(call(server, "read_graph", Map.of())).contains("it remembers");
    }

    @Test
    void sequentialThinking() throws Exception {
        Connected server = connect("mcp-server-sequential-thinking");
        Map<String, Object> thought = new LinkedHashMap<>();
        thought.put("thought", "one step");
        thought.put("nextThoughtNeeded", false);
        thought.put("thoughtNumber", 1);
        thought.put("totalThoughts", 1);
        assertThat(call(server, "sequentialthinking", thought)).contains("thoughtHistoryLength");
    }

    @Test
    void git() throws Exception {
        Process init =
                new ProcessBuilder("git", "init", "-q", directory.resolve("r").toString()).start();
        assertThat(init.waitFor()).isZero();
        Connected server = connect("mcp-server-git");
        assertThat(server.identity().revision()).isEqualTo("2026-07-28");
        String repository = directory.resolve("r").toString();
        assertThat(call(server, "git_status", Map.of("repo_path", repository)))
                .contains("No commits yet");
    }

    @Test
    void time() throws Exception {
        Connected server = connect("mcp-server-time");
        assertThat(call(server, "get_current_time", Map.of("timezone", "Europe/Oslo")))
                .contains("Europe/Oslo");
    }

    @Test
    void fetch() throws Exception {
        Connected server = connect("mcp-server-fetch", "--ignore-robots-txt");
        assertThat(names(server.tools())).contains("fetch");
        assertThat(names(server.prompts())).contains("fetch");
        Reply nothing =
                server.call("fetch", Map.of("url", "http://127.0.0.1:" + freePort()), PATIENT);
        assertThat(nothing).isNotInstanceOf(Reply.Failed.class);
    }

    @Test
    void sqlite() throws Exception {
        Connected server =
                connect("mcp-server-sqlite", "--db-path", directory.resolve("a.db").toString());
        assertThat(server.identity().era()).isEqualTo(Identity.Era.LEGACY);
        assertThat(call(server, "create_table", Map.of("query", "CREATE TABLE hubs (name TEXT)")))
                .contains("success");
        assertThat(call(server, "list_tables", Map.of())).contains("hubs");
    }

    @ParameterizedTest
    @CsvSource({
        "'2026-07-28,2025-11-25', 2026-07-28",
        "2026-07-28, 2026-07-28",
        "2025-11-25, 2025-11-25",
        "2025-03-26, 2025-03-26",
        "2024-11-05, 2024-11-05"
    })
    void theProbeInEveryRevision(String speaks, String spoken) throws Exception {
        Path script = directory.resolve("mini-mcp.mjs");
        try (var in = RealServersTest.class.getResourceAsStream("/peers/mini-mcp.mjs")) {
            Files.copy(in, script);
        }
        Connected server =
                connect(List.of("node", script.toString(), "--versions", speaks), Map.of());
        assertThat(server.identity().revision()).isEqualTo(spoken);
        assertThat(call(server, "echo", Map.of("text", "x"))).isEqualTo("echo: x");
        assertThat(server.call("rpc_error", Map.of(), PATIENT))
                .isEqualTo(new Reply.Refused(-32000, "rpc error on purpose", Map.of("hint", "x")));
        assertThat(result(server.call("fail", Map.of(), PATIENT))).containsEntry("isError", true);
        assertThat(result(server.call("structured", Map.of(), PATIENT)).get("structuredContent"))
                .isEqualTo(Map.of("answer", 42L, "list", List.of("a", "b")));
        assertThat(call(server, "env", Map.of())).doesNotContain("JAVA_HOME");
        assertThat(call(server, "elicit", Map.of())).doesNotContain("accept");
        assertThat(call(server, "big", Map.of("n", 5_000_000))).hasSize(5_000_000);
        int tools = server.tools().size();
        var _ = call(server, "add_tool", Map.of());
        assertThat(server.tools()).hasSize(tools + 1);
        Reply left = server.call("exit", Map.of(), PATIENT);
        assertThat(((Reply.Failed) left).sentence()).contains("exited with status 3");
    }

    @Test
    void theJavaSdkOverHttp() throws Exception {
        int port = freePort();
        serve(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.strawboss.bench.SdkServer",
                        String.valueOf(port)),
                port);
        Connected server =
                opened(
                        Peers.connect(
                                new Target.Http(
                                        URI.create("http://127.0.0.1:" + port + "/mcp"),
                                        Map.of(),
                                        false)));
        assertThat(server.identity().name()).isEqualTo("sdk");
        assertThat(call(server, "echo", Map.of("text", "hello"))).isEqualTo("hello");
    }

    private void serve(List<String> command, int port) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("served").toFile());
        builder.environment().put("PORT", String.valueOf(port));
        Process process = builder.start();
        processes.add(process);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!listens(port)) {
            assertThat(System.nanoTime()).isLessThan(end);
            assertThat(process.isAlive())
                    .as(Files.readString(directory.resolve("served")))
                    .isTrue();
            Thread.sleep(50);
        }
    }

    private static boolean listens(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
