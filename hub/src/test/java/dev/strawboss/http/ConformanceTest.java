package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.mcp.ConformanceFixture;
import dev.strawboss.real.RealClis;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The official conformance suite against a second tool set, at the same endpoint and with the same
/// authentication. The suite can send no token, so a proxy adds it.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ConformanceTest {
    private Served served;
    private BearingProxy proxy;

    @BeforeEach
    void open(@TempDir Path directory) throws IOException {
        served = new Served(directory, ConformanceFixture.offer(), 1_000, 256);
        proxy = new BearingProxy(served.port, served.token);
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        served.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-07-28", "2025-11-25"})
    void everyScenarioThatARevisionRequiresPasses(String revision, @TempDir Path scratch)
            throws Exception {
        Path program = RealClis.program("conformance");
        Path log = scratch.resolve("log");
        Process suite =
                new ProcessBuilder(
                                program.toString(),
                                "server",
                                "--url",
                                "http://127.0.0.1:" + proxy.port() + "/mcp",
                                "--requirements",
                                revision,
                                "--output-dir",
                                scratch.resolve("results").toString())
                        .directory(scratch.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                        .start();
        int status = suite.waitFor();
        String said = Files.readString(log, StandardCharsets.UTF_8);
        String summary = said.substring(Math.max(0, said.lastIndexOf("=== SUMMARY ===")));
        print(revision, summary);
        assertThat(status).as("%s\n%s", failures(scratch.resolve("results")), said).isZero();
        assertThat(summary).isNotBlank();
    }

    /// What the suite has written of the checks that failed.
    private static String failures(Path results) throws IOException {
        try (Stream<Path> files = Files.walk(results)) {
            StringBuilder failures = new StringBuilder();
            for (Path file : files.filter(each -> each.endsWith("checks.json")).sorted().toList()) {
                if (Json.parse(Files.readAllBytes(file)) instanceof List<?> checks) {
                    for (Object check : checks) {
                        if (check instanceof Map<?, ?> map && "FAILURE".equals(map.get("status"))) {
                            failures.append(Json.write(check)).append('\n');
                        }
                    }
                }
            }
            return failures.toString();
        }
    }

    @SuppressWarnings("SystemOut") // the results belong into the log of a build
    private static void print(String revision, String summary) {
        System.out.println("Conformance with " + revision + ":\n" + summary);
    }
}
