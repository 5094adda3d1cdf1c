package dev.strawboss.oauth;

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

/// The official conformance suite against our logins: every required scenario about them, of both
/// eras.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OAuthConformanceTest {
    @ParameterizedTest
    @CsvSource({
        "2025-11-25, auth/metadata-default",
        "2025-11-25, auth/metadata-var1",
        "2025-11-25, auth/metadata-var2",
        "2025-11-25, auth/metadata-var3",
        "2025-11-25, auth/basic-cimd",
        "2025-11-25, auth/scope-from-www-authenticate",
        "2025-11-25, auth/scope-from-scopes-supported",
        "2025-11-25, auth/scope-omitted-when-undefined",
        "2025-11-25, auth/scope-step-up",
        "2025-11-25, auth/scope-retry-limit",
        "2025-11-25, auth/token-endpoint-auth-basic",
        "2025-11-25, auth/token-endpoint-auth-post",
        "2025-11-25, auth/token-endpoint-auth-none",
        "2025-11-25, auth/pre-registration",
        "2026-07-28, auth/metadata-default",
        "2026-07-28, auth/metadata-var1",
        "2026-07-28, auth/metadata-var2",
        "2026-07-28, auth/metadata-var3",
        "2026-07-28, auth/basic-cimd",
        "2026-07-28, auth/scope-from-www-authenticate",
        "2026-07-28, auth/scope-from-scopes-supported",
        "2026-07-28, auth/scope-omitted-when-undefined",
        "2026-07-28, auth/scope-step-up",
        "2026-07-28, auth/scope-retry-limit",
        "2026-07-28, auth/token-endpoint-auth-basic",
        "2026-07-28, auth/token-endpoint-auth-post",
        "2026-07-28, auth/token-endpoint-auth-none",
        "2026-07-28, auth/pre-registration",
        "2026-07-28, auth/resource-mismatch",
        "2026-07-28, auth/offline-access-scope",
        "2026-07-28, auth/offline-access-not-supported",
        "2026-07-28, auth/authorization-server-migration",
        "2026-07-28, auth/iss-supported",
        "2026-07-28, auth/iss-not-advertised",
        "2026-07-28, auth/iss-supported-missing",
        "2026-07-28, auth/iss-wrong-issuer",
        "2026-07-28, auth/iss-unexpected",
        "2026-07-28, auth/iss-normalized",
        "2026-07-28, auth/metadata-issuer-mismatch",
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
                        + OAuthConformanceClient.class.getName()
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
