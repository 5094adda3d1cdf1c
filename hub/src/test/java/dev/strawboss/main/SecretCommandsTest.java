package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.cli.Cli;
import dev.strawboss.cli.Session;
import dev.strawboss.config.Configuration;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCommandsTest {
    @TempDir Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Configuration configuration;
    private Path file;

    @BeforeEach
    void open() {
        configuration = new Configuration(directory, List.of());
        file = directory.resolve("secrets.env");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-plain",
                "with space",
                " edges ",
                "\"quoted\"",
                "'x'",
                "a=b#c",
                "\u00fc\"",
                "\""
            })
    void aValueComesBackAsItWasGivenInAFileForItsOwnerOnly(String value) throws IOException {
        assertThat(run(value + "\n", "set", "THE_KEY")).isZero();
        assertThat(configuration.secret("THE_KEY")).contains(value);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain(value + "\n");
    }

    @Test
    void otherLinesStayAndANewValueTakesTheOldOnesPlace() throws IOException {
        Files.writeString(file, "# mine\nexport A=1\nB=2\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(run("three", "set", "A")).isZero();
        assertThat(Files.readString(file)).isEqualTo("# mine\nB=2\nA=three\n");
        assertThat(run("", "list")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("B\nA\n");
        assertThat(run("", "remove", "B")).isZero();
        assertThat(Files.readString(file)).isEqualTo("# mine\nA=three\n");
        assertThat(run("", "remove", "B")).isEqualTo(2);
    }

    @Test
    void aValueInTheCommandLineIsRefusedAndNotRepeated() {
        assertThat(run("", "set", "THE_KEY", "sk-in-argv")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("can be seen by every user of this machine")
                .doesNotContain("sk-in-argv");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatCannotStandInTheFileIsRefused() {
        assertThat(run("two\nlines", "set", "THE_KEY")).isEqualTo(2);
        assertThat(run("", "set", "THE_KEY")).isEqualTo(2);
        assertThat(run("x", "set", "1BAD")).isEqualTo(2);
        assertThat(run("x", "set", "A=B")).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatOthersMayReadGetsNoMoreSecrets() throws IOException {
        Files.writeString(file, "A=1\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("x", "set", "B")).isEqualTo(78);
        assertThat(Files.readString(file)).isEqualTo("A=1\n");
    }

    private int run(String stdin, String... words) {
        out.reset();
        err.reset();
        Session session =
                new Session(
                        () -> {
                            throw new IllegalStateException("no hub is needed for this");
                        },
                        new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        directory);
        String[] line = new String[words.length + 1];
        line[0] = "secret";
        System.arraycopy(words, 0, line, 1, words.length);
        return Cli.execute(
                line,
                session,
                "test",
                List.of(new SecretCommands(configuration, session, _ -> Optional.empty())));
    }
}
