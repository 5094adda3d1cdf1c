package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BridgeTest {
    private static final String INITIALIZE =
            "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
                    + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"codex-mcp-client\","
                    + "\"version\":\"1\"}}}";

    private static final String DIE_ONCE =
            "[ -e \"$0\" ] || { : >\"$0\"; kill -KILL $$; }; exec \"$@\"";
    private static final String NOTE_STARTER = "echo $PPID >>$0; exec \"$@\"";

    @TempDir Path directory;
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = new Site(directory);
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    @Test
    void aColdHubIsStartedAndAnswers() throws IOException, InterruptedException {
        try (Wire wire = site.bridge()) {
            wire.send(INITIALIZE);
            assertThat(wire.require().get("id")).isEqualTo(0L);
            wire.endInput();
            assertThat(wire.read()).isNull();
            assertThat(wire.process.waitFor()).isZero();
        }
        assertThat(site.hubPid()).isPositive();
        assertThat(directory.resolve("bridge.err")).isEmptyFile();
    }

    @Test
    void twoBridgesAtOnceStartOneHub() throws IOException {
        List<Wire> wires = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            wires.add(site.bridge());
        }
        for (Wire wire : wires) {
            wire.send(INITIALIZE);
        }
        for (Wire wire : wires) {
            assertThat(wire.require()).containsKey("result");
            wire.close();
        }
        long hubs =
                Files.readString(site.control().log())
                        .lines()
                        .filter(line -> line.contains("Hub is up"))
                        .count();
        assertThat(hubs).isEqualTo(1);
    }

    @Test
    void anEmptyEnvironmentFindsTheSameHub() throws IOException, InterruptedException {
        site.control().start();
        long pid = site.hubPid();
        List<String> command = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        command.addAll(site.bridgeCommand());
        Process bare = new ProcessBuilder(command).start();
        try (Wire wire = new Wire(bare.getInputStream(), bare.getOutputStream(), bare)) {
            wire.send(Wire.modern(1, "echo", Map.of("text", "x")));
            assertThat(wire.require()).containsKey("result");
        }
        assertThat(bare.waitFor()).isZero();
        assertThat(site.hubPid()).isEqualTo(pid);
    }

    @Test
    void aHubThatIsKilledWhileItStartsIsStartedAgain() throws IOException {
        List<String> launch = new ArrayList<>(List.of("/bin/sh", "-c", DIE_ONCE));
        launch.add(directory.resolve("died").toString());
        launch.addAll(Files.readAllLines(site.launch.file()));
        site.launch.write(launch);
        try (Wire wire = site.bridge()) {
            wire.send(Wire.modern(1, "echo", Map.of("text", "x")));
            assertThat(wire.require()).containsKey("result");
        }
        assertThat(directory.resolve("died")).exists();
    }

    @Test
    void aWorkerWithToolsWaitsForItsHubAndNeverStartsIt() throws IOException, InterruptedException {
        Files.createDirectories(site.home.state().resolve("jobs/0123456789ab"));
        Path starters = directory.resolve("starters");
        List<String> launch = new ArrayList<>(List.of("/bin/sh", "-c", NOTE_STARTER));
        launch.add(starters.toString());
        launch.addAll(Files.readAllLines(site.launch.file()));
        site.launch.write(launch);
        try (Wire wire =
                site.bridge(
                        Map.of("STRAWBOSS_ATTEMPT", "0123456789ab-1", "STRAWBOSS_TOOLS", "1"))) {
            wire.send(Wire.modern(1, "echo", Map.of("text", "x")));
            assertThat(wire.process.waitFor(1, TimeUnit.SECONDS)).as("still waits").isFalse();
            site.control().start();
            assertThat(wire.require()).containsKey("result");
        }
        assertThat(starters).hasContent(ProcessHandle.current().pid() + "\n");
    }

    @Test
    void aKilledHubIsReplacedAndTheCallAnsweredOnce() throws IOException, InterruptedException {
        Path effects = Files.createDirectory(directory.resolve("effects"));
        try (Wire wire = site.bridge()) {
            wire.send(INITIALIZE);
            wire.require();
            wire.send("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
            wire.send(legacyOnce(effects, 7, 500));
            awaitTries(effects, 1);
            kill();
            Map<String, Object> answer = wire.require();
            assertThat(answer.get("id")).isEqualTo(7L);
            assertThat(text(answer, "result")).contains("first=false");
            wire.send(legacyOnce(effects, 8, 0));
            assertThat(wire.require().get("id")).isEqualTo(8L);
            wire.endInput();
            assertThat(wire.read()).isNull();
        }
        assertThat(count(effects)).isEqualTo(2);
    }

    @Test
    void callsUnderRandomKillsAreAnsweredOnceEachAndActOnce()
            throws IOException, InterruptedException {
        long seed = Long.getLong("strawboss.seed", 5_239_445_822_169L);
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        Path effects = Files.createDirectory(directory.resolve("effects"));
        int calls = 60;
        try (Wire wire = site.bridge()) {
            for (int i = 0; i < calls; i++) {
                wire.send(
                        Wire.modern(
                                i,
                                "once",
                                Map.of(
                                        "directory",
                                        effects.toString(),
                                        "millis",
                                        random.nextInt(1_500))));
            }
            for (int i = 0; i < 4; i++) {
                awaitTries(effects, 1);
                Thread.sleep(random.nextInt(300));
                kill();
            }
            Set<Object> ids = new HashSet<>();
            for (int i = 0; i < calls; i++) {
                Map<String, Object> answer = wire.require();
                assertThat(answer).as("seed %d", seed).containsKey("result");
                assertThat(ids.add(answer.get("id"))).as("seed %d", seed).isTrue();
            }
            wire.endInput();
            assertThat(wire.read()).as("seed %d", seed).isNull();
        }
        assertThat(count(effects)).as("seed %d", seed).isEqualTo(calls);
    }

    @Test
    void aClientStartsWithoutToolsWhileTheHubIsStoppedAndIsToldWhy()
            throws IOException, InterruptedException {
        site.control().stop();
        try (Wire wire = site.bridge()) {
            wire.send(INITIALIZE);
            assertThat(text(wire.require(), "result")).contains("strawboss hub start");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            assertThat(text(wire.require(), "result")).contains("[]");
            site.control().start();
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/list\"}");
            assertThat(text(wire.require(), "result")).contains("echo");
        }
    }

    @Test
    void aStoppedHubIsNotStartedAgainUntilAPersonDoes() throws IOException, InterruptedException {
        try (Wire wire = site.bridge()) {
            wire.send(Wire.modern(1, "echo", Map.of("text", "x")));
            wire.require();
            assertThat(site.control().stop()).isPresent();
            wire.send(Wire.modern("two", "echo", Map.of("text", "x")));
            Map<String, Object> refused = wire.require();
            assertThat(refused.get("id")).isEqualTo("two");
            assertThat(text(refused, "error")).contains("strawboss hub start");
            assertThat(site.control().status()).isEmpty();
            site.control().start();
            wire.send(Wire.modern(3, "echo", Map.of("text", "x")));
            assertThat(wire.require()).containsKey("result");
        }
    }

    @Test
    void aHubThatCannotStartIsSaidWithTheEndOfItsLog() throws IOException {
        site.launch.write(List.of("/bin/sh", "-c", "echo no luck today; exit 3"));
        try (Wire wire = site.bridge()) {
            wire.send(Wire.modern(1, "echo", Map.of("text", "x")));
            assertThat(text(wire.require(), "error"))
                    .contains("ended with status 3", "no luck today");
            Files.delete(site.launch.file());
            wire.send(Wire.modern(2, "echo", Map.of("text", "x")));
            assertThat(text(wire.require(), "error")).contains("strawboss install");
        }
    }

    @Test
    void aLineOverThirtyTwoMegabytesIsRefusedByItsId() throws IOException {
        try (Wire wire = site.bridge()) {
            wire.send(Wire.modern("big", "echo", Map.of("text", "x".repeat(33 << 20))));
            Map<String, Object> refused = wire.require();
            assertThat(refused.get("id")).isEqualTo("big");
            assertThat(text(refused, "error")).contains("longer than 32 MB");
            wire.send(Wire.modern(2, "echo", Map.of("text", "x")));
            assertThat(wire.require()).containsKey("result");
        }
    }

    @Test
    void badLinesAreAnsweredAndPassedOver() throws IOException {
        try (Wire wire = site.bridge()) {
            wire.send("hello");
            assertThat(text(wire.require(), "error")).contains("-32700");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}");
            assertThat(text(wire.require(), "error")).contains("-32600");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":\"\\u0041\\n\",\"method\":\"ping\"}");
            assertThat(wire.require().get("id")).isEqualTo("A\n");
        }
    }

    @Test
    void elevenCallsThenTheEndAreElevenAnswersEvenFromACold() throws IOException {
        try (Wire wire = site.bridge()) {
            for (int i = 0; i < 11; i++) {
                wire.send(Wire.modern(i, "sleep", Map.of("millis", 100)));
            }
            wire.endInput();
            for (int i = 0; i < 11; i++) {
                assertThat(wire.require()).containsKey("result");
            }
            assertThat(wire.read()).isNull();
        }
    }

    @Test
    void aWorkersBridgeHasNoToolsAndStartsNoHub() throws IOException, InterruptedException {
        try (Wire wire = site.bridge(Map.of("STRAWBOSS_ATTEMPT", "a.1"))) {
            wire.send(INITIALIZE);
            assertThat(text(wire.require(), "result")).contains("protocolVersion=2025-06-18");
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
            assertThat(wire.require().get("result")).isEqualTo(Map.of("tools", List.of()));
            wire.send("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}");
            assertThat(wire.require().get("result")).isEqualTo(Map.of());
            wire.send(Wire.modern(3, "echo", Map.of("text", "x")));
            assertThat(text(wire.require(), "error")).contains("-32601");
            wire.send(
                    Json.write(
                            Map.of(
                                    "jsonrpc",
                                    "2.0",
                                    "id",
                                    4,
                                    "method",
                                    "server/discover",
                                    "params",
                                    Map.of("_meta", Wire.META))));
            assertThat(text(wire.require(), "result")).contains("2026-07-28");
            wire.endInput();
            assertThat(wire.process.waitFor()).isZero();
        }
        assertThat(site.control().status()).isEmpty();
        assertThat(site.home.state()).doesNotExist();
    }

    @Test
    void aScrubbedEnvironmentDoesNotHideTheAttempt() throws IOException, InterruptedException {
        assertThat(tools(Map.of("STRAWBOSS_ATTEMPT", "a.1"))).isZero();
        assertThat(tools(Map.of("STRAWBOSS_ATTEMPT", "a.1", "STRAWBOSS_TOOLS", "1"))).isPositive();
    }

    // A worker that starts the bridge with an empty environment, as codex nearly does.
    private int tools(Map<String, String> environment) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", "-c", "env -i \"$@\"; exit $?", "sh"));
        command.addAll(site.bridgeCommand());
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(new HashMap<>(environment));
        Process worker = builder.start();
        try (Wire wire = new Wire(worker.getInputStream(), worker.getOutputStream(), worker)) {
            wire.send(
                    Json.write(
                            Map.of(
                                    "jsonrpc",
                                    "2.0",
                                    "id",
                                    1,
                                    "method",
                                    "tools/list",
                                    "params",
                                    Map.of("_meta", Wire.META))));
            return wire.require().get("result") instanceof Map<?, ?> result
                            && result.get("tools") instanceof List<?> tools
                    ? tools.size()
                    : -1;
        } finally {
            worker.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static String text(Map<String, Object> message, String member) {
        return String.valueOf(message.get(member));
    }

    private void kill() throws IOException, InterruptedException {
        ProcessHandle hub = ProcessHandle.of(site.hubPid()).orElseThrow();
        hub.destroyForcibly();
        while (site.hubPid() == hub.pid()) {
            Thread.sleep(2);
        }
    }

    private void awaitTries(Path effects, int least) throws IOException, InterruptedException {
        Path tries = effects.resolve("tries");
        while (site.hubPid() == 0
                || !Files.exists(tries)
                || Files.readAllLines(tries).size() < least) {
            Thread.sleep(5);
        }
    }

    private static long count(Path effects) throws IOException {
        try (Stream<Path> files = Files.list(effects)) {
            return files.filter(file -> !file.endsWith("tries")).count();
        }
    }

    private static String legacyOnce(Path effects, long id, int millis) {
        return Json.write(
                Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        id,
                        "method",
                        "tools/call",
                        "params",
                        Map.of(
                                "name",
                                "once",
                                "arguments",
                                Map.of("directory", effects.toString(), "millis", millis))));
    }
}
