package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.cli.Cli;
import dev.strawboss.cli.Session;
import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Addresses;
import dev.strawboss.oauth.OAuth;
import dev.strawboss.servers.Servers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpstreamCommandsTest {
    private static final String KEY = "ghp_" + "a1B2".repeat(9);

    @TempDir Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Configuration configuration;
    private Servers servers;
    private OAuth oauth;

    @BeforeEach
    void open() {
        configuration = new Configuration(directory, List.of());
        servers =
                new Servers(
                        directory,
                        () -> Map.of("HOME", directory.toString(), "PATH", "/usr/bin:/bin"),
                        configuration::secret);
        oauth = new OAuth(servers, configuration, Addresses.ofTheSystem(), Clock.systemUTC());
    }

    @Test
    void aServerIsAddedListedAndRemovedAndItsKeyIsKeptByName() throws IOException {
        assertThat(
                        run(
                                "add",
                                "hub",
                                "--env",
                                "API_TOKEN=" + KEY,
                                "--env",
                                "LEVEL=info",
                                "--scope",
                                "client",
                                "--",
                                "npx",
                                "-y",
                                "--flag",
                                "x"))
                .isZero();
        assertThat(said()).contains("kept a value as the secret HUB_API_TOKEN").doesNotContain(KEY);
        assertThat(Files.readString(servers.file()))
                .contains("\"secret:HUB_API_TOKEN\"", "[\"-y\",\"--flag\",\"x\"]", "\"client\"")
                .doesNotContain(KEY);
        assertThat(
                        run(
                                "add",
                                "net",
                                "--url",
                                "https://a.example/mcp",
                                "--header",
                                "X-Key: secret:NONE"))
                .isZero();
        assertThat(said()).contains("strawboss secret set NONE");
        assertThat(run("list", "--json")).isZero();
        assertThat(printed().lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("\"hub\"") && line.contains("\"on\""))
                .anyMatch(line -> line.contains("\"net\"") && line.contains("\"wrong\""));
        assertThat(run("add", "hub", "--", "x")).isEqualTo(2);
        assertThat(run("add", "hub", "--replace", "--", "x")).isZero();
        assertThat(run("remove", "hub")).isZero();
        assertThat(run("remove", "hub")).isEqualTo(3);
        assertThat(run("list")).isZero();
        assertThat(printed()).doesNotContain("hub").contains("net  wrong");
    }

    @Test
    void whatIsNoServerIsRefusedAndNothingIsKept() {
        assertThat(run("add", "a")).isEqualTo(2);
        assertThat(run("add", "a", "--url", "https://x", "--", "y")).isEqualTo(2);
        assertThat(run("add", "a b", "--env", "TOKEN=" + KEY, "--", "y")).isEqualTo(2);
        assertThat(run("add", "a", "--url", "file:///x", "--header", "Authorization: " + KEY))
                .isEqualTo(78);
        assertThat(said()).doesNotContain(KEY);
        assertThat(servers.file()).doesNotExist();
        assertThat(configuration.secretPlaces()).isEmpty();
    }

    @Test
    void aBrokenFileIsToldAndNotTouched() throws IOException {
        Files.writeString(servers.file(), "{\"mcpServers\": {\n\"a\": }}");
        assertThat(run("list")).isEqualTo(78);
        assertThat(said()).contains("servers.json", "(line 2)", "Correct");
        assertThat(run("add", "b", "--", "x")).isEqualTo(78);
        assertThat(servers.file()).hasContent("{\"mcpServers\": {\n\"a\": }}");
    }

    @Test
    void testSaysWhichToolsAServerHasOrWhatIsWrong() throws IOException {
        assertThat(
                        run(
                                "add",
                                "good",
                                "--",
                                java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.strawboss.upstream.HostileServer",
                                "plain"))
                .isZero();
        assertThat(run("test", "good")).as(this::said).isZero();
        assertThat(printed()).contains("good answers: ", " tool");
        assertThat(run("add", "gone", "--", "/no/such/program")).isZero();
        assertThat(run("test", "gone")).isEqualTo(69);
        assertThat(said()).contains("gone cannot be started");
        assertThat(run("test", "nobody")).isEqualTo(3);
    }

    @Test
    void aProgramNeedsNoLogin() {
        assertThat(run("add", "local", "--", "x")).isZero();
        assertThat(run("login", "local")).isEqualTo(2);
        assertThat(run("logout", "local")).isZero();
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... words) {
        out.reset();
        err.reset();
        Session session =
                new Session(
                        () -> {
                            throw new IllegalStateException("no hub is needed for this");
                        },
                        InputStream.nullInputStream(),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        directory);
        String[] line = new String[words.length + 1];
        line[0] = "upstreams";
        System.arraycopy(words, 0, line, 1, words.length);
        return Cli.execute(
                line,
                session,
                "test",
                List.of(
                        UpstreamCommands.line(
                                new UpstreamCommands(servers, oauth, configuration, session),
                                new UpstreamTestCommand(
                                        servers, oauth, session, "test", Clock.systemUTC()),
                                new LoginCommand(servers, oauth, session))));
    }
}
