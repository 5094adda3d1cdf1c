package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import dev.strawboss.secrets.Redaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A secret that a worker got hold of and says: where it must not turn up.
@Timeout(120)
class SecretsTest {
    private static final String SECRET = "hunter22-and-more";

    @TempDir Path directory;

    private Terminal terminal;

    @BeforeEach
    void open() throws Exception {
        terminal = new Terminal(directory);
        assertThat(
                        terminal.type(
                                        (SECRET + "\n").getBytes(StandardCharsets.UTF_8),
                                        "secret",
                                        "set",
                                        "THE_KEY")
                                .status())
                .isZero();
    }

    @AfterEach
    void close() {
        terminal.close();
    }

    @Test
    void aLogShowsAsterisksAlsoWhereAPageCutsTheSecretInTwo() throws Exception {
        // pages have 6,000 bytes
        String text = "x".repeat(5_990) + SECRET + "y".repeat(100);
        Path file = Files.writeString(terminal.work.resolve("file"), text);
        assertThat(terminal.type("run", "--", "cat", file.toString()).text())
                .isEqualTo(text.replace(SECRET, "*".repeat(SECRET.length())));
    }

    @Test
    void aResultIsStoredWithoutIt() throws Exception {
        Path said =
                Files.writeString(
                        directory.resolve("said"),
                        "the key is "
                                + SECRET
                                + ", encoded "
                                + Base64.getEncoder()
                                        .encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))
                                + ".\n");
        terminal.agent("leaker", "cat >/dev/null; cat '" + said + "'");
        Path repository = terminal.repository("project");
        var job =
                terminal.type(
                        "dispatch", "--json", "-a", "leaker", "--directory=" + repository, "go");
        Map<String, Object> json = Json.parseObject(job.text().strip().lines().toList().getLast());
        assertThat(json).as(job.text() + job.err()).containsEntry("state", "succeeded");
        assertThat(terminal.type("job", String.valueOf(json.get("job")), "--json").text())
                .contains("the key is [redacted], encoded [redacted]");
        try (Stream<Path> files = Files.list(directory.resolve("home/state"))) {
            for (Path file :
                    files.filter(one -> one.toString().contains("strawboss.db")).toList()) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(SECRET);
            }
        }
    }

    @Test
    void theHubsLogIsWrittenWithoutIt() throws IOException {
        var out = new ByteArrayOutputStream();
        var redaction = new Redaction(List.of(SECRET));
        try (var log = new RedactedLog(out, () -> redaction)) {
            log.write("a key ".getBytes(StandardCharsets.UTF_8));
            log.write(SECRET.substring(0, 5).getBytes(StandardCharsets.UTF_8));
            log.write((SECRET.substring(5) + " fell out\n").getBytes(StandardCharsets.UTF_8));
            log.flush();
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a key [redacted] fell out\n");
    }
}
