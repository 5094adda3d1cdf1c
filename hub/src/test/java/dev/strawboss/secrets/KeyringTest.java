package dev.strawboss.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.SecretPlace;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Executables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Secrets in a real gnome-keyring on a session bus of its own.
@Timeout(60)
class KeyringTest {
    @TempDir Path directory;

    private final Map<String, String> environment = new HashMap<>();
    private Process session;
    private Path calls;

    @BeforeEach
    void open() throws Exception {
        calls = directory.resolve("calls");
        for (String program : List.of("dbus-run-session", "gnome-keyring-daemon", "secret-tool")) {
            installedOrSkipped(program);
        }
        environment.put("HOME", Files.createDirectories(directory.resolve("home")).toString());
        environment.put("XDG_RUNTIME_DIR", runtime().toString());
        environment.put("PATH", counting().getParent() + ":/usr/bin:/bin");
        environment.put("LANG", "C.UTF-8");
        ProcessBuilder builder =
                new ProcessBuilder(
                                "dbus-run-session",
                                "--",
                                "sh",
                                "-c",
                                "printf password | gnome-keyring-daemon --unlock --components=secrets"
                                        + " --foreground >/dev/null 2>&1 & echo \"$DBUS_SESSION_BUS_ADDRESS\";"
                                        + " read _")
                        .redirectError(directory.resolve("session.err").toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        session = builder.start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(session.getInputStream(), StandardCharsets.UTF_8));
        environment.put("DBUS_SESSION_BUS_ADDRESS", String.valueOf(out.readLine()));
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
                configuration("keyring").newSecretsPlace().startsWith("nowhere"); ) {
            assertThat(System.nanoTime())
                    .as(configuration("keyring").newSecretsPlace())
                    .isLessThan(end);
            Thread.sleep(50);
        }
        Files.deleteIfExists(calls);
    }

    @AfterEach
    void close() throws Exception {
        if (session != null) {
            session.getOutputStream().close(); // ends what it runs, and the bus with that
            assertThat(session.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void installedOrSkipped(String program) {
        boolean there = Executables.find(program, Map.of("PATH", "/usr/bin:/bin")).isPresent();
        if (!there && "true".equals(System.getenv("CI"))) {
            throw new AssertionError("needed here: " + program);
        }
        assumeTrue(there, "no " + program + " (Debian: gnome-keyring, libsecret-tools, dbus)");
    }

    private Path runtime() throws IOException {
        return Files.createDirectories(
                directory.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// Tells each call with its command line, and goes on to the real one.
    private Path counting() throws IOException {
        Path program = Files.createDirectories(directory.resolve("bin")).resolve("secret-tool");
        Files.writeString(
                program,
                "#!/bin/sh\necho \"$*\" >>'" + calls + "'\nexec /usr/bin/secret-tool \"$@\"\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program;
    }

    private Configuration configuration(String place) throws IOException {
        Path own = Files.createDirectories(directory.resolve("config"));
        Files.writeString(own.resolve("config.yaml"), "secrets_in: " + place + "\n");
        return new Configuration(own, List.of(), Keyrings.here(own, environment, false));
    }

    @Test
    void aSecretIsKeptInTheKeyringAndAskedForOnce() throws Exception {
        Configuration writer = configuration("auto");
        String value = "sk-'\"$(x) \\ \u00fc=";
        assertThat(writer.saveSecret("THE_KEY", value)).isEqualTo("the keyring (secret-tool)");
        assertThat(directory.resolve("config/secrets.env")).doesNotExist();
        assertThat(directory.resolve("config/secrets.keyring")).hasContent("THE_KEY");
        assertThat(Files.readString(calls)).doesNotContain("sk-");

        Configuration hub = configuration("auto");
        assertThat(hub.secretPlaces()).isEqualTo(Map.of("THE_KEY", SecretPlace.KEYRING));
        Files.delete(calls);
        for (int i = 0; i < 9; i++) {
            assertThat(hub.secret("THE_KEY")).contains(value);
            assertThat(hub.secretValues()).containsExactly(value);
            assertThat(hub.secret("ANOTHER")).isEmpty();
        }
        assertThat(Files.readAllLines(calls)).hasSize(1);

        assertThat(writer.saveSecret("THE_KEY", "second")).contains("keyring");
        assertThat(hub.secret("THE_KEY")).contains("second");
        assertThat(writer.removeSecret("THE_KEY")).isTrue();
        assertThat(hub.secret("THE_KEY")).isEmpty();
        assertThat(writer.removeSecret("THE_KEY")).isFalse();
    }

    @Test
    void aSecretMovesBetweenKeyringAndFileAndIsNeverInBoth() throws Exception {
        configuration("keyring").saveSecret("THE_KEY", "one");
        Configuration filing = configuration("file");
        Path file = directory.resolve("config/secrets.env");
        assertThat(filing.saveSecret("THE_KEY", "two")).isEqualTo(file.toString());
        assertThat(file).hasContent("THE_KEY=two");
        Configuration keeping = configuration("keyring");
        assertThat(keeping.secretPlaces()).isEqualTo(Map.of("THE_KEY", SecretPlace.FILE));
        assertThat(keeping.secret("THE_KEY")).contains("two");
        keeping.saveSecret("THE_KEY", "three");
        assertThat(file).isEmptyFile();
        assertThat(keeping.secret("THE_KEY")).contains("three");
        Path other = Files.createDirectories(directory.resolve("other"));
        assertThat(Keyrings.here(other, environment, false).lookUp("THE_KEY"))
                .as("that of another configuration")
                .isEmpty();
    }

    @Test
    void aHubWithoutTheSessionSaysSoAndWhatToDo() throws Exception {
        configuration("keyring").saveSecret("THE_KEY", "one");
        environment.remove("DBUS_SESSION_BUS_ADDRESS");
        Configuration hub = configuration("auto");
        assertThatThrownBy(() -> hub.secret("THE_KEY"))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        e -> {
                            assertThat(e)
                                    .hasMessage(
                                            "The secret THE_KEY is in the keyring, which this process"
                                                    + " cannot use: nobody is logged in to a desktop"
                                                    + " session (no D-Bus session bus).");
                            assertThat(e.hint()).contains("secrets_in file");
                        });
        assertThat(hub.secretValues()).isEmpty();
        assertThat(hub.saveSecret("OTHER", "x")).contains("secrets.env, since there is no keyring");
        assertThatThrownBy(() -> configuration("keyring").saveSecret("THIRD", "x"))
                .hasMessageContaining("The keyring cannot be used: nobody is logged in");
    }

    @Test
    void aSessionThatEndedIsAskedOnlyNowAndThen() throws Exception {
        configuration("keyring").saveSecret("THE_KEY", "one");
        Configuration hub = configuration("auto");
        close();
        Files.deleteIfExists(calls);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> hub.secret("THE_KEY"))
                    .hasMessageContaining("secret-tool says: ");
            assertThat(hub.secretValues()).isEmpty();
        }
        assertThat(Files.readAllLines(calls)).hasSize(1);
    }
}
