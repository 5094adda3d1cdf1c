package dev.strawboss.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import dev.strawboss.real.RealClis;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("real")
@Tag("ordinary")
class RealInstallTest {
    private static final List<String> BRIDGE =
            List.of("/bin/sh", "-c", "exec cat", "/opt/a b/strawboss-bridge.jar", "--home", "/h");

    private static RealClis clis;

    @TempDir Path scratch;

    @BeforeAll
    static void start() throws Exception {
        clis = RealClis.start("claude", "codex");
    }

    @AfterAll
    static void stop() throws Exception {
        if (clis != null) {
            clis.close();
        }
    }

    @Test
    void claudeReadsWhatWasInstalled() throws Exception {
        Map<String, String> environment = clis.claude(clis.freshHome("claude-install"));
        Receipt receipt = installer(environment).install("claude", BRIDGE, false);

        assertThat(ask(environment, "claude", "mcp", "get", "strawboss"))
                .contains("User config", "/opt/a b/strawboss-bridge.jar");
        byte[] bytes = Files.readAllBytes(receipt.file());
        assertThat(installer(environment).install("claude", BRIDGE, false))
                .isInstanceOf(Receipt.Unchanged.class);
        assertThat(Files.readAllBytes(receipt.file())).isNotEmpty().hasSameSizeAs(bytes);

        installer(environment).uninstall("claude", false);
        assertThat(Files.readString(receipt.file())).doesNotContain("strawboss-bridge");
    }

    @Test
    void claudeKeepsWhatItKnewBefore() throws Exception {
        Path home = clis.freshHome("claude-known");
        Map<String, String> environment = clis.claude(home);
        ask(environment, "claude", "mcp", "add", "other", "--scope", "user", "--", "/bin/cat");
        String before = Files.readString(home.resolve(".claude.json"));
        installer(environment).install("claude", BRIDGE, false);
        installer(environment).uninstall("claude", false);

        assertThat(home.resolve(".claude.json")).hasContent(before);
    }

    @Test
    void anotherDirectoryOfClaudeIsRespected() throws Exception {
        Map<String, String> environment = clis.claude(clis.freshHome("claude-elsewhere"));
        Path directory = clis.freshHome("claude-elsewhere/config");
        environment.put("CLAUDE_CONFIG_DIR", directory.toString());
        Receipt receipt = installer(environment).install("claude", BRIDGE, false);

        assertThat(receipt.file()).isEqualTo(directory.resolve(".claude.json"));
        assertThat(ask(environment, "claude", "mcp", "get", "strawboss")).contains("/opt/a b/");
    }

    @Test
    void codexReadsWhatWasInstalledBesideDottedKeysAndComments() throws Exception {
        Path home = clis.freshHome("codex-install");
        Map<String, String> environment = clis.codex(home);
        Path file = home.resolve(".codex/config.toml");
        String before =
                "mcp_servers.other.command = \"cat\" # mine\n" + Files.readString(file) + "# end";
        Files.writeString(file, before);
        installer(environment).install("codex", BRIDGE, false);

        assertThat(Files.readString(file)).startsWith(before);
        assertThat(ask(environment, "codex", "mcp", "get", "strawboss", "--json"))
                .contains("\"exec cat\"", "/opt/a b/strawboss-bridge.jar");
        assertThat(ask(environment, "codex", "mcp", "get", "other")).contains("cat");
        assertThat(installer(environment).install("codex", BRIDGE, false))
                .isInstanceOf(Receipt.Unchanged.class);

        installer(environment).uninstall("codex", false);
        assertThat(Files.readString(file)).isEqualTo(before + "\n");
    }

    @Test
    void codexItselfTakesInAnInlineTable() throws Exception {
        Path home = clis.freshHome("codex-inline");
        Map<String, String> environment = clis.codex(home);
        Path file = home.resolve(".codex/config.toml");
        Files.writeString(
                file, "mcp_servers = { other = { command = \"cat\" } }\n" + Files.readString(file));
        installer(environment).install("codex", BRIDGE, false);

        assertThat(Files.readString(file)).contains("required = true");
        assertThat(ask(environment, "codex", "mcp", "get", "strawboss")).contains("/opt/a b/");
        installer(environment).uninstall("codex", false);
        assertThat(ask(environment, "codex", "mcp", "list"))
                .contains("other")
                .doesNotContain("/opt");
    }

    private static Installer installer(Map<String, String> environment) {
        return new Installer(environment, Path.of("/nowhere"), Clock.systemUTC());
    }

    private String ask(Map<String, String> environment, String client, String... arguments)
            throws Exception {
        List<String> words =
                Stream.concat(Stream.of(clis.binary(client).toString()), Stream.of(arguments))
                        .toList();
        return Processes.run(
                                Command.of(scratch, environment, words)
                                        .timeout(Duration.ofSeconds(60)))
                        instanceof Outcome.Ended ended
                ? ended.stdout().text() + ended.stderr().text()
                : "";
    }
}
