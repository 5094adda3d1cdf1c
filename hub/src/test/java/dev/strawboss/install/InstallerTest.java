package dev.strawboss.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InstallerTest {
    private static final List<String> BRIDGE =
            List.of(
                    "/jdk/bin/java",
                    "-cp",
                    "/opt/x y/strawboss-bridge.jar",
                    "Main",
                    "--home",
                    "/h");

    @TempDir Path home;
    private Map<String, String> environment;

    @BeforeEach
    void installFakeClients() throws IOException {
        Path bin = Files.createDirectory(home.resolve("bin"));
        for (String client : List.of("claude", "codex")) {
            Path script = bin.resolve(client);
            Files.copy(Path.of("src/test/fixtures/fake-" + client + ".sh"), script);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        environment = Map.of("HOME", home.toString(), "PATH", bin + ":/usr/bin:/bin");
    }

    static Stream<String> hostileToml() {
        return Stream.of(
                "",
                """
                # top
                model = "x" # why

                # my servers
                [mcp_servers.other] # c1
                command = "a" # c2
                  # c3
                [tui]
                x = 1
                """,
                "model = \"x\" # no end of line",
                "# crlf\r\nmodel = \"x\"\r\n[mcp_servers.other]\r\ncommand = \"a\"\r\n",
                "mcp_servers.other.command = \"a\"\nmcp_servers.other.args = [\"b\"]\n# tail\n",
                "[mcp_servers]\n# cc\nother = { command = \"a\" } # ii\n",
                "text = \"\"\"\n[mcp_servers.strawboss]\ncommand = 1\n\"\"\"\n",
                "[mcp_servers.\"straw.boss\"]\ncommand = \"q\"\n[[x]]\na = 1\n[[x]]\n");
    }

    @ParameterizedTest
    @MethodSource("hostileToml")
    void linesAreOnlyAddedToCodexAndTakenAwayAgain(String before) throws Exception {
        Path file = codexFile(before);
        installer().install("codex", BRIDGE, false);

        String after = Files.readString(file);
        assertThat(after).startsWith(before).contains("required = true");
        installer().uninstall("codex", false);
        assertThat(Files.readString(file))
                .isEqualTo(before.isEmpty() || before.endsWith("\n") ? before : before + "\n");
    }

    @Test
    void aTableThatCannotGrowIsLeftToCodexItself() throws Exception {
        Path file = codexFile("mcp_servers = { other = { command = \"a\" } }\nmodel = \"x\"\n");
        installer().install("codex", BRIDGE, false);

        assertThat(Files.readString(file)).contains("model = \"x\"", "other", "required = true");
    }

    @Test
    void aSecondInstallationTouchesNothing() throws Exception {
        for (String client : List.of("claude", "codex")) {
            Receipt first = installer().install(client, BRIDGE, false);
            byte[] bytes = Files.readAllBytes(first.file());
            Receipt second = installer().install(client, BRIDGE, false);

            assertThat(first).isInstanceOf(Receipt.Changed.class);
            assertThat(second).isEqualTo(new Receipt.Unchanged(client, first.file()));
            assertThat(Files.readAllBytes(first.file())).isEqualTo(bytes);
        }
    }

    @Test
    void aNewVersionReplacesTheOldAndKeepsWhatThePersonAdded() throws Exception {
        Path file = codexFile("");
        installer().install("codex", BRIDGE, false);
        Files.writeString(
                file,
                Files.readString(file)
                        + "tool_timeout_sec = 120 # mine\n\n"
                        + "[mcp_servers.strawboss.env]\nA = \"b\"\n");
        List<String> newer = List.of("/jdk/bin/java", "-cp", "/opt/new/strawboss-bridge.jar");
        installer().install("codex", newer, false);

        assertThat(Files.readString(file))
                .contains("/opt/new/", "tool_timeout_sec = 120 # mine", "A = \"b\"")
                .doesNotContain("/opt/x y/");
    }

    @Test
    void aServerMadeByHandIsLeftAlone() throws Exception {
        Path codex = codexFile("[mcp_servers.strawboss]\ncommand = \"mine\"\n");
        Path claude = claudeFile("{\"mcpServers\":{\"strawboss\":{\"command\":\"mine\"}}}");
        for (Path file : List.of(codex, claude)) {
            String before = Files.readString(file);
            String client = file.equals(codex) ? "codex" : "claude";

            assertThatThrownBy(() -> installer().install(client, BRIDGE, false))
                    .isInstanceOf(StrawbossException.class)
                    .hasMessageContaining("made by hand: mine");
            assertThatThrownBy(() -> installer().uninstall(client, false))
                    .isInstanceOf(StrawbossException.class);
            assertThat(Files.readString(file)).isEqualTo(before);
        }
    }

    @Test
    void aDryRunShowsTheEntryAndTouchesNothing() throws Exception {
        Path file = codexFile("model = \"x\"\n");
        Receipt receipt = installer().install("codex", BRIDGE, true);

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.Planned.class,
                        planned -> assertThat(planned.entry()).contains("required = true"));
        assertThat(Files.readString(file)).isEqualTo("model = \"x\"\n");
        assertThat(siblings(file)).containsExactly("config.toml");
    }

    @Test
    void theOldFileIsKeptBesideTheNewOneWithItsPermissions() throws Exception {
        Path file = claudeFile("{\"a\":1}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Receipt receipt = installer().install("claude", BRIDGE, false);

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.Changed.class,
                        changed ->
                                assertThat(changed.backup().orElseThrow()).hasContent("{\"a\":1}"));
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aFileBehindALinkIsChangedThere() throws Exception {
        Path real = Files.writeString(home.resolve("dotfiles.toml"), "model = \"x\"\n");
        Files.createDirectories(home.resolve(".codex"));
        Path link = Files.createSymbolicLink(home.resolve(".codex/config.toml"), real);
        installer().install("codex", BRIDGE, false);

        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).contains("required = true");
    }

    @Test
    void otherSettingsOfClaudeSurvive() throws Exception {
        String before = "{\"mcpServers\":{\"other\":{\"command\":\"a\"}},\"projects\":{\"/p\":{}}}";
        Path file = claudeFile(before);
        installer().install("claude", BRIDGE, false);
        assertThat(Json.parseObject(Files.readString(file)))
                .hasEntrySatisfying(
                        "mcpServers",
                        servers ->
                                assertThat(((Map<?, ?>) servers).keySet().toString())
                                        .isEqualTo("[other, strawboss]"));

        installer().uninstall("claude", false);
        assertThat(Json.parseObject(Files.readString(file))).isEqualTo(Json.parseObject(before));
    }

    @Test
    void claudeIsMadeToWaitForTheServer() throws Exception {
        Path file = claudeFile("{}");
        installer().install("claude", BRIDGE, false);
        String made = Files.readString(file);
        assertThat(made).contains("\"alwaysLoad\":true");

        Files.writeString(file, made.replace("\"alwaysLoad\":true", "\"alwaysLoad\":false"));
        assertThat(installer().install("claude", BRIDGE, true)).isInstanceOf(Receipt.Planned.class);
    }

    @Test
    void aFileThatCannotBeReadIsRefusedAndKept() throws Exception {
        Path codex = codexFile("bad = = \n");
        assertThatThrownBy(() -> installer().install("codex", BRIDGE, false))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("config.toml is not TOML");
        assertThat(Files.readString(codex)).isEqualTo("bad = = \n");

        claudeFile("{");
        assertThatThrownBy(() -> installer().install("claude", BRIDGE, false))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining(".claude.json is not JSON");
    }

    @Test
    void aClientThatIsNotInstalledIsNamed() {
        Installer installer =
                new Installer(
                        Map.of("HOME", home.toString(), "PATH", "/nowhere"),
                        home,
                        Clock.systemUTC());

        assertThat(installer.present()).isEmpty();
        assertThatThrownBy(() -> installer.install("codex", BRIDGE, false))
                .isInstanceOf(StrawbossException.class)
                .hasMessage("codex is not installed: no codex on the PATH.");
        assertThatThrownBy(() -> installer.install("claud", BRIDGE, false))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("Did you mean claude?");
    }

    private Installer installer() {
        return new Installer(environment, home, Clock.systemUTC());
    }

    private Path codexFile(String text) throws IOException {
        Path directory = Files.createDirectories(home.resolve(".codex"));
        return Files.writeString(directory.resolve("config.toml"), text);
    }

    private Path claudeFile(String text) throws IOException {
        return Files.writeString(home.resolve(".claude.json"), text);
    }

    private static List<String> siblings(Path file) throws IOException {
        try (Stream<Path> all = Files.list(file.getParent())) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
