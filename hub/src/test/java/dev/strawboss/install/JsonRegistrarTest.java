package dev.strawboss.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRegistrarTest {
    private static final List<String> BRIDGE =
            List.of("/jdk/bin/java", "-cp", "/opt/x y/strawboss-bridge.jar", "Main");

    @TempDir Path home;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void putClientsOnThePath() throws IOException {
        Path bin = Files.createDirectory(home.resolve("bin"));
        for (String client : List.of("gemini", "opencode")) {
            Path program = Files.writeString(bin.resolve(client), "#!/bin/sh\nexit 9\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        environment.putAll(Map.of("HOME", home.toString(), "PATH", bin.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini", "opencode"})
    void aFileOfThePersonsGrowsByOurServerAndShrinksBack(String client) throws Exception {
        String servers = client.equals("gemini") ? "mcpServers" : "mcp";
        String before =
                """
                {
                  // my servers
                  "%s": {
                    "other": {"command": "x"}, // mine
                  },
                  "theme": "dark", /* for now */
                }
                """
                        .formatted(servers);
        Path file = file(client, before);
        Receipt receipt = installer().install(client, BRIDGE, false);

        assertThat(receipt)
                .isInstanceOfSatisfying(
                        Receipt.Changed.class,
                        changed -> assertThat(changed.backup().orElseThrow()).hasContent(before));
        assertThat(Files.readString(file))
                .contains("// my servers", "// mine", "/* for now */", "/opt/x y/");
        assertThat(installer().install(client, BRIDGE, false))
                .isEqualTo(new Receipt.Unchanged(client, file));
        installer().uninstall(client, false);
        assertThat(file).hasContent(before);
    }

    @Test
    void eachClientGetsTheFormItReads() throws Exception {
        installer().install("gemini", BRIDGE, false);
        assertThat(Files.readString(home.resolve(".gemini/settings.json")))
                .isEqualTo(
                        """
                        {
                          "mcpServers": {
                            "strawboss": {
                              "command": "/jdk/bin/java",
                              "args": ["-cp","/opt/x y/strawboss-bridge.jar","Main"]
                            }
                          }
                        }
                        """);
        installer().install("opencode", BRIDGE, false);
        assertThat(Files.readString(home.resolve(".config/opencode/opencode.json")))
                .isEqualTo(
                        """
                        {
                          "mcp": {
                            "strawboss": {
                              "type": "local",
                              "command": ["/jdk/bin/java","-cp","/opt/x y/strawboss-bridge.jar","Main"],
                              "enabled": true
                            }
                          }
                        }
                        """);
        installer().uninstall("opencode", false);
        assertThat(home.resolve(".config/opencode/opencode.json")).hasContent("{\n}\n");
    }

    @Test
    void aNewVersionKeepsWhatThePersonAddedToTheServer() throws Exception {
        Path file =
                file(
                        "opencode",
                        """
                        {"mcp": {"strawboss": {
                          "command": ["/old/strawboss-bridge.jar"], // ours
                          "timeout": 9000,
                          "enabled": false
                        }}}
                        """);
        installer().install("opencode", BRIDGE, false);
        assertThat(Files.readString(file))
                .contains(
                        "// ours", "\"timeout\": 9000", "\"enabled\": true", "\"type\": \"local\"")
                .doesNotContain("/old/");
    }

    @Test
    void whereAClientIsToldToLookStrawbossLooksToo() throws Exception {
        environment.put("GEMINI_CLI_HOME", home.resolve("g").toString());
        environment.put("XDG_CONFIG_HOME", home.resolve("x").toString());
        Path jsonc = Files.createDirectories(home.resolve("x/opencode")).resolve("opencode.jsonc");
        Files.writeString(jsonc, "{}");
        assertThat(installer().install("gemini", BRIDGE, false).file())
                .isEqualTo(home.resolve("g/.gemini/settings.json"));
        assertThat(installer().install("opencode", BRIDGE, false).file()).isEqualTo(jsonc);
    }

    @Test
    void whatIsNoObjectOrMadeByHandIsLeftAlone() throws Exception {
        for (String text :
                List.of(
                        "[]",
                        "{\"mcpServers\": [1]}",
                        "{\"mcpServers\": ",
                        "{\"mcpServers\": {\"strawboss\": {\"command\": \"mine\"}}}")) {
            Path file = file("gemini", text);
            assertThatThrownBy(() -> installer().install("gemini", BRIDGE, false))
                    .isInstanceOf(StrawbossException.class)
                    .hasMessageContaining(text.contains("mine") ? "by hand" : "settings.json");
            assertThat(file).hasContent(text);
        }
    }

    @Test
    void aClientThatIsNotInstalledIsNamed() {
        environment.put("PATH", "/nowhere");
        assertThatThrownBy(() -> installer().install("opencode", BRIDGE, false))
                .hasMessage("opencode is not installed: no opencode on the PATH.");
    }

    private Installer installer() {
        return new Installer(environment, home, Clock.systemUTC());
    }

    private Path file(String client, String text) throws IOException {
        Path file =
                home.resolve(
                        client.equals("gemini")
                                ? ".gemini/settings.json"
                                : ".config/opencode/opencode.json");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
