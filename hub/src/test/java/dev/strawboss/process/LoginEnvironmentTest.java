package dev.strawboss.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginEnvironmentTest {
    @TempDir Path home;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = home.resolve("environment");
    }

    @Test
    void isWhatTheLoginShellMakesHoweverChattyItIs() throws Exception {
        profile(
                """
                echo welcome; echo noise >&2
                export KEY='a
                b ü' EMPTY= SHLVL=9
                PATH=/opt/tool/bin:$PATH
                trap 'echo good bye' EXIT
                """);

        Map<String, String> environment = login("/bin/sh").refresh().orElseThrow();

        assertThat(environment)
                .containsEntry("KEY", "a\nb ü")
                .containsEntry("EMPTY", "")
                .containsEntry("HOME", home.toString())
                .doesNotContainKeys("SHLVL", "PWD", "OLDPWD", "_", "CODEX_ONLY");
        assertThat(environment.get("PATH")).startsWith("/opt/tool/bin:");
    }

    @Test
    void isKeptInAPrivateFileAndReadFromThere() throws Exception {
        profile("export KEY=first");
        Map<String, String> first = login("/bin/sh").read();
        profile("export KEY=second");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(login("/bin/sh").read()).isEqualTo(first).containsEntry("KEY", "first");
        assertThat(login("/bin/sh").refresh().orElseThrow()).containsEntry("KEY", "second");
        assertThat(login("/bin/sh").read()).containsEntry("KEY", "second");
    }

    @Test
    void aFileThatAPowerCutLeftEmptyIsMadeAnew() throws Exception {
        Files.writeString(file, "");
        assertThat(login("/bin/sh").read()).containsKey("PATH");
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aShellThatDoesNotWorkLeavesAMinimalEnvironmentThatIsNotKept() throws Exception {
        profile("exec sleep 754");

        for (String shell : new String[] {"/bin/sh", "/no/such/shell", "/bin/false"}) {
            assertThat(login(shell).read())
                    .containsOnlyKeys("HOME", "PATH", "SHELL")
                    .containsEntry("SHELL", shell);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void aFailedRefreshLeavesWhatWasKept() throws Exception {
        profile("export KEY=first");
        Map<String, String> first = login("/bin/sh").read();

        assertThat(login("/bin/false").refresh()).isEmpty();
        assertThat(login("/bin/sh").read()).isEqualTo(first);
    }

    private LoginEnvironment login(String shell) {
        Map<String, String> starter = new HashMap<>();
        starter.put("HOME", home.toString());
        starter.put("SHELL", shell);
        starter.put("CODEX_ONLY", "1");
        return new LoginEnvironment(file, starter, Duration.ofSeconds(2));
    }

    private void profile(String script) throws IOException {
        Files.writeString(home.resolve(".profile"), script);
    }
}
