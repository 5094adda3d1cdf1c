package dev.strawboss.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.real.RealClis;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The official conformance suite against our client: every required scenario of both eras but
/// those about logging in.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClientConformanceTest {
    @ParameterizedTest
    @CsvSource({
        "2025-11-25, initialize",
        "2025-11-25, tools_call",
        "2025-11-25, elicitation-sep1034-client-defaults",
        "2025-11-25, sse-retry",
        "2025-11-25, json-schema-2020-12-preservation",
        "2026-07-28, tools_call",
        "2026-07-28, request-metadata",
        "2026-07-28, sep-2322-client-request-state",
        "2026-07-28, http-standard-headers",
        "2026-07-28, http-custom-headers",
        "2026-07-28, http-invalid-tool-headers",
        "2026-07-28, json-schema-ref-no-deref",
        "2026-07-28, json-schema-2020-12-preservation",
    })
    void everyScenarioPasses(String revision, String scenario, @TempDir Path scratch)
            throws Exception {
        Path program = RealClis.program("conformance");
        Path log = scratch.resolve("log");
        Process suite =
                new ProcessBuilder(
                                program.toString(),
                                "client",
                                "--command",
                                client(scratch).toString(),
                                "--scenario",
                                scenario,
                                "--spec-version",
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
        print(revision, scenario, said);
        assertThat(status).as(said).isZero();
        assertThat(said).contains("OVERALL: PASSED");
    }

    /// A script, for the suite cuts the command at spaces.
    private static Path client(Path scratch) throws Exception {
        Path script = scratch.resolve("client");
        Files.writeString(
                script,
                "#!/bin/sh\nexec '"
                        + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp '"
                        + System.getProperty("java.class.path")
                        + "' "
                        + ConformanceClient.class.getName()
                        + " \"$@\"\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        return script;
    }

    @SuppressWarnings("SystemOut") // the results belong into the log of a build
    private static void print(String revision, String scenario, String said) {
        String checks =
                said.lines()
                        .filter(line -> line.startsWith("Passed:"))
                        .findFirst()
                        .orElse("no summary");
        System.out.println("Conformance client " + revision + " " + scenario + ": " + checks);
    }
}
