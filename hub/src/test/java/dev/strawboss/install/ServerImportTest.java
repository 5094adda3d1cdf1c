package dev.strawboss.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.config.Configuration;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import dev.strawboss.upstream.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerImportTest {
    private static final List<String> BRIDGE =
            List.of("/jdk/bin/java", "-cp", "/opt/strawboss-bridge.jar", "Main");
    private static final String KEY = "ghp_" + "a1B2".repeat(9);

    @TempDir Path home;

    private Configuration configuration;
    private Servers servers;
    private ServerImport work;

    @BeforeEach
    void begin() {
        Path directory = home.resolve("config/strawboss");
        configuration = new Configuration(directory, List.of());
        servers =
                new Servers(
                        directory,
                        () -> Map.of("HOME", home.toString(), "REGION", "eu"),
                        configuration::secret);
        Installer installer =
                new Installer(
                        Map.of("HOME", home.toString(), "PATH", "/none"), home, Clock.systemUTC());
        work = new ServerImport(installer, servers, configuration, Clock.systemUTC());
    }

    private Path file(String relative, String text) throws IOException {
        Path file = home.resolve(relative);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Map<String, String> tree() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(home.relativize(file).toString(), Files.readString(file));
            }
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "cursor,.cursor/mcp.json,mcpServers",
        "windsurf,.codeium/windsurf/mcp_config.json,mcpServers",
        "vscode,.config/Code/User/mcp.json,servers"
    })
    void oneEntryIsLeftAndUndoGivesBackEveryByte(String client, String path, String place)
            throws Exception {
        String before =
                """
                {\r
                  // mine\r
                  "%s": {\r
                    "github": {"command": "npx", "args": ["-y", "gh", "--token=%s"],\r
                      "env": {"GITHUB_TOKEN": "%s", "LEVEL": "info", "REGION": "${REGION}"}}, // work\r
                    "my notes": {"url": "https://notes.example/mcp?api_key=%s",\r
                      "headers": {"Authorization": "Bearer %s"}},\r
                    "broken": {"args": ["x"]},\r
                  },\r
                  "theme": "dark" /* yes */\r
                }\r
                """
                        .formatted(place, KEY, KEY, KEY, KEY);
        Path file = file(path, before);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Map<String, String> untouched = tree();
        ServerImport.Outcome planned = work.take(client, BRIDGE, true);
        assertThat(tree()).isEqualTo(untouched);

        ServerImport.Outcome outcome = work.take(client, BRIDGE, false);

        assertThat(outcome.taken())
                .isEqualTo(planned.taken())
                .isEqualTo(Map.of("github", "github", "my notes", "my-notes"));
        assertThat(outcome.refused()).containsOnlyKeys("broken");
        assertThat(outcome.backup().orElseThrow()).hasContent(before);
        String after = Files.readString(file);
        assertThat(after)
                .contains("// mine", "/* yes */", "\"broken\"", "strawboss-bridge.jar")
                .doesNotContain("github", "notes", KEY);
        assertThat(Files.readString(servers.file())).doesNotContain(KEY);
        assertThat(configuration.secretValues()).containsOnly(KEY);

        Target.Stdio github = (Target.Stdio) servers.target(servers.server("github"));
        assertThat(github.command()).containsExactly("npx", "-y", "gh", "--token=" + KEY);
        assertThat(github.environment())
                .containsEntry("GITHUB_TOKEN", KEY)
                .containsEntry("LEVEL", "info")
                .containsEntry("REGION", "eu");
        Target.Http notes = (Target.Http) servers.target(servers.server("my-notes"));
        assertThat(notes.url()).hasToString("https://notes.example/mcp?api_key=" + KEY);
        assertThat(notes.headers()).containsEntry("Authorization", "Bearer " + KEY);

        assertThat(work.undo(client)).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(before);
        assertThat(Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-r-----"));
        assertThat(servers.now().servers()).isEmpty();
        assertThat(configuration.secretPlaces()).isEmpty();
        assertThatThrownBy(() -> work.undo(client)).hasMessageContaining("Nothing was imported");
    }

    @Test
    void theTablesOfCodexGoAndCommentsAndOurEntryStayAsTheyAre() throws Exception {
        String ours =
                """
                [mcp_servers.strawboss]
                command = "/jdk/bin/java" # untouched
                args = ["-cp", "/opt/strawboss-bridge.jar"]
                required = true
                """;
        String before =
                """
                # mine
                model = "x"

                [mcp_servers.github]
                command = "npx"
                args = ["-y", "gh"]
                startup_timeout_sec = 20

                [mcp_servers.github.env]
                GITHUB_TOKEN = "%s"

                [mcp_servers."with.dot"]
                url = "https://a.example/mcp"
                bearer_token_env_var = "REGION"

                %s
                [profiles.a] # last
                model = "y"
                """
                        .formatted(KEY, ours);
        Path file = file(".codex/config.toml", before);
        ServerImport.Outcome outcome = work.take("codex", BRIDGE, false);
        assertThat(outcome.taken().keySet()).isEqualTo(Set.of("github", "with.dot"));
        String after = Files.readString(file);
        assertThat(after)
                .contains("# mine", ours, "[profiles.a] # last")
                .doesNotContain("github", "with.dot");
        Server github = servers.server("github");
        assertThat(github.limits().start()).hasSeconds(20);
        assertThat(((Target.Stdio) servers.target(github)).environment())
                .containsEntry("GITHUB_TOKEN", KEY);
        work.undo("codex");
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void theServersOfClaudeAndGeminiComeWithoutTheRestOfTheirFiles() throws Exception {
        String entry = "{\"command\": \"java\", \"args\": [\"/o/strawboss-bridge.jar\"]}";
        Path claude =
                file(
                        ".claude.json",
                        "{\"numStartups\": 3, \"mcpServers\": {\"a\": {\"type\": \"stdio\", \"command\": \"x\"},"
                                + " \"strawboss\": "
                                + entry
                                + "}, \"projects\": {\"/p\": {\"mcpServers\": {\"b\": {\"command\": \"y\"}}}}}");
        Path gemini =
                file(
                        ".gemini/settings.json",
                        "{\"mcpServers\": {\"a\": {\"command\": \"x\", \"env\": {\"K\": \"$REGION\"}}, \"strawboss\": "
                                + entry
                                + "}, \"ui\": {}}");
        assertThat(work.take("claude", BRIDGE, false).taken()).isEqualTo(Map.of("a", "a"));
        assertThat(claude)
                .content()
                .contains("numStartups", "\"b\"", entry)
                .doesNotContain("\"a\"");
        assertThat(work.take("gemini", BRIDGE, false).taken()).isEqualTo(Map.of("a", "a_2"));
        assertThat(gemini).content().contains("\"ui\"", entry);
        assertThat(((Target.Stdio) servers.target(servers.server("a_2"))).environment())
                .containsEntry("K", "eu");
        assertThat(work.take("gemini", BRIDGE, false).taken()).isEmpty();
    }

    @Test
    void aClientThatCannotBeToldAboutUsKeepsItsServersAndNothingIsKeptHere() throws Exception {
        String before =
                "{\"mcp\": {\"a\": {\"type\": \"local\", \"command\": [\"x\", \"" + KEY + "\"]}}}";
        Path file = file(".config/opencode/opencode.json", before);
        assertThatThrownBy(() -> work.take("opencode", BRIDGE, false))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("opencode is not installed");
        assertThat(file).hasContent(before);
        assertThat(servers.now().servers()).isEmpty();
        assertThat(configuration.secretPlaces()).isEmpty();
    }

    @Test
    void whatWasChangedSinceIsNotUndone() throws Exception {
        Path file = file(".cursor/mcp.json", "{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}");
        work.take("cursor", BRIDGE, false);
        String after = Files.readString(file);
        Files.writeString(file, after + " ");
        assertThatThrownBy(() -> work.undo("cursor")).hasMessageContaining("changed since");
        Files.writeString(file, after);
        servers.save("a", Map.of("command", "mine"), true);
        assertThat(work.undo("cursor")).singleElement().asString().contains("a stays in");
        assertThat(servers.now().server("a")).isPresent();
    }

    @Test
    void importsAreUndoneInReverse() throws Exception {
        Path file = file(".cursor/mcp.json", "{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}");
        String first = Files.readString(file);
        work.take("cursor", BRIDGE, false);
        String second =
                Files.readString(file)
                        .replaceFirst(
                                "\"mcpServers\": \\{",
                                "\"mcpServers\": {\"b\": {\"command\": \"y\"}, ");
        Files.writeString(file, second);
        work.take("cursor", BRIDGE, false);
        assertThat(servers.now().servers()).hasSize(2);
        work.undo("cursor");
        assertThat(Files.readString(file)).isEqualTo(second);
        assertThat(servers.now().servers()).hasSize(1);
        assertThat(first).contains("\"a\"");
    }

    @Test
    void aFileIsReadAndLeftAsItIs() throws Exception {
        String text =
                "{\"mcpServers\": {\"a\": {\"command\": \"x\"}, \"strawboss\": {\"command\": \"y\"}}}";
        Path file = file("project/.mcp.json", text);
        assertThat(work.copy(file, false).taken()).isEqualTo(Map.of("a", "a"));
        assertThat(file).hasContent(text);
        assertThatThrownBy(() -> work.copy(home.resolve("nothing"), false))
                .hasMessageContaining("neither a client nor a file");
    }
}
