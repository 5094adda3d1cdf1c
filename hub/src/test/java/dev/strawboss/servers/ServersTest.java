package dev.strawboss.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.upstream.Setup;
import dev.strawboss.upstream.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServersTest {
    @TempDir Path directory;

    private final Map<String, String> environment =
            new HashMap<>(Map.of("HOME", "/home/me", "PATH", "/bin", "REGION", "eu", "OTHER", "x"));
    private final Map<String, String> secrets = new HashMap<>(Map.of("TOKEN", "s3cret"));

    private Servers servers() {
        return new Servers(
                directory, () -> environment, name -> Optional.ofNullable(secrets.get(name)));
    }

    private Servers with(String text) throws IOException {
        Files.writeString(directory.resolve("servers.json"), text);
        return servers();
    }

    private Target.Stdio program(Servers servers, String name) {
        return (Target.Stdio) servers.target(servers.server(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mcpServers\": {\"a\": {\"command\": \"npx\", \"args\": [\"-y\", \"x\"], \"env\": {\"K\": \"v\"}}}}",
                "{\"servers\": {\"a\": {\"type\": \"stdio\", \"command\": \"npx\", \"args\": [\"-y\", \"x\"], \"env\": {\"K\": \"v\"}}}, \"inputs\": []}",
                "{\"mcp\": {\"servers\": {\"a\": {\"command\": \"npx\", \"args\": [\"-y\", \"x\"], \"env\": {\"K\": \"v\"}}}}}",
                "{\"mcp\": {\"a\": {\"type\": \"local\", \"command\": [\"npx\", \"-y\", \"x\"], \"environment\": {\"K\": \"v\"}, \"enabled\": true}}}",
                "{\"mcp_servers\": {\"a\": {\"command\": \"npx\", \"args\": [\"-y\", \"x\"], \"env\": {\"K\": \"v\"}}}}",
                "\uFEFF// mine\r\n{\"mcpServers\": {\r\n \"a\": {\"command\": \"npx\", \"args\": [\"-y\", \"x\",], \"env\": {\"K\": \"v\"},},},}\r\n"
            })
    void theFormOfEveryClientIsRead(String text) throws Exception {
        Servers servers = with(text);
        assertThat(servers.now().problem()).isEmpty();
        Target.Stdio target = program(servers, "a");
        assertThat(target.command()).containsExactly("npx", "-y", "x");
        assertThat(target.environment())
                .containsEntry("K", "v")
                .containsEntry("PATH", "/bin")
                .doesNotContainKey("OTHER");
        assertThat(target.directory()).isEqualTo(Path.of("/home/me"));
    }

    @Test
    void aServerOnTheNetworkIsReadInEverySpelling() throws Exception {
        Servers servers =
                with(
                        """
                        {"mcpServers": {
                          "cursor": {"url": "https://a.example/mcp", "headers": {"X": "${secret:TOKEN}"}},
                          "gemini": {"httpUrl": "https://a.example/mcp"},
                          "windsurf": {"serverUrl": "https://a.example/sse", "type": "sse"},
                          "codex": {"url": "https://a.example/mcp", "bearer_token_env_var": "REGION",
                                    "tool_timeout_sec": 12.5, "disabled_tools": ["x"]},
                          "opencode": {"type": "remote", "url": "https://a.example/{env:REGION}", "enabled": false}}}
                        """);
        assertThat(servers.now().wrong()).isEmpty();
        assertThat(((Target.Http) servers.target(servers.server("cursor"))).headers())
                .containsEntry("X", "s3cret");
        assertThat(((Target.Http) servers.target(servers.server("windsurf"))).legacySse()).isTrue();
        Server codex = servers.server("codex");
        assertThat(((Target.Http) servers.target(codex)).headers())
                .containsEntry("Authorization", "Bearer eu");
        assertThat(codex.limits().timeout()).hasMillis(12_500);
        assertThat(codex.tools().on("x")).isFalse();
        Server opencode = servers.server("opencode");
        assertThat(opencode.enabled()).isFalse();
        assertThat(servers.target(opencode)).hasToString("https://a.example/eu");
    }

    @Test
    void aServerOfTheRegistryIsRead() throws Exception {
        Servers servers =
                with(
                        """
                        {"name": "io.example/weather", "version": "1.2.3",
                         "packages": [
                          {"registryType": "mcpb", "identifier": "https://x/y.mcpb", "transport": {"type": "stdio"}},
                          {"registryType": "npm", "identifier": "@example/weather", "version": "1.2.3",
                           "transport": {"type": "stdio"},
                           "packageArguments": [
                             {"type": "named", "name": "--units", "default": "metric"},
                             {"type": "positional", "value": "{REGION}"}],
                           "environmentVariables": [
                             {"name": "TOKEN", "isSecret": true, "isRequired": true},
                             {"name": "LEVEL", "default": "info"}, {"name": "LEFT_OUT"}]}]}
                        """);
        Target.Stdio target = program(servers, "weather");
        assertThat(target.command())
                .containsExactly("npx", "-y", "@example/weather@1.2.3", "--units", "metric", "eu");
        assertThat(target.environment())
                .containsEntry("TOKEN", "s3cret")
                .containsEntry("LEVEL", "info")
                .doesNotContainKey("LEFT_OUT");
    }

    @Test
    void everyKindOfReferenceIsPutInAndNothingIsPutInTwice() throws Exception {
        environment.put("TRICK", "${secret:TOKEN} secret:TOKEN {env:TRICK}");
        secrets.put("MY_KEY", "typed");
        Servers servers =
                with(
                        """
                        {"inputs": [{"id": "size", "type": "promptString", "default": "big"}],
                         "servers": {"a": {"command": "x", "args": [
                           "{env:REGION}", "${REGION}", "${env:REGION}", "${NO:-other}", "${NO:-}",
                           "${input:my-key}", "${input:size}", "secret:TOKEN", "k=${secret:TOKEN};{secret:TOKEN}",
                           "${TRICK}", "no $ref {here}", "${REGION:-unused}", "~/x"]}}}
                        """);
        assertThat(program(servers, "a").command())
                .containsExactly(
                        "x",
                        "eu",
                        "eu",
                        "eu",
                        "other",
                        "",
                        "typed",
                        "big",
                        "s3cret",
                        "k=s3cret;s3cret",
                        "${secret:TOKEN} secret:TOKEN {env:TRICK}",
                        "no $ref {here}",
                        "eu",
                        "/home/me/x");
    }

    @Test
    void aMissingVariableConcernsItsServerOnlyAndIsNamed() throws Exception {
        Servers servers =
                with(
                        """
                        {"mcp": {"bad": {"type": "local", "command": ["x"], "environment": {"K": "{env:NOT_SET}"}},
                                 "none": {"type": "local", "command": ["x", "secret:NOT_KEPT"]},
                                 "good": {"type": "local", "command": ["y"]}}}
                        """);
        assertThat(program(servers, "good").command()).containsExactly("y");
        assertThatThrownBy(() -> servers.target(servers.server("bad")))
                .isInstanceOf(StrawbossException.class)
                .hasMessage("bad wants the variable NOT_SET, which the hub does not have.");
        assertThatThrownBy(() -> servers.target(servers.server("none")))
                .hasMessage("none wants the secret NOT_KEPT, which is not kept.")
                .extracting(e -> ((StrawbossException) e).hint())
                .isEqualTo("strawboss secret set NOT_KEPT");
    }

    @Test
    void aBadEntryConcernsItselfOnlyAndItsValueIsNotShown() throws Exception {
        Servers servers =
                with(
                        """
                        {"mcpServers": {
                          "none": {}, "list": [], "both": {"command": "x", "url": "http://y"},
                          "env": {"command": "x", "env": {"K": ["sk-hidden"]}},
                          "ftp": {"url": "ftp://user:sk-hidden@host"}, "null": null,
                          "name with blanks": {"command": "x"},
                          "nul": {"command": "x", "args": ["a\\u0000b"]},
                          "header": {"url": "http://y", "headers": {"A": "x\\r\\nsk-hidden: y"}},
                          "self": {"command": "java", "args": ["-cp", "/o/strawboss-bridge.jar"]},
                          "seconds": {"command": "x", "timeout": 30},
                          "oauth": {"url": "http://y", "oauth": {"clientid": "sk-hidden"}},
                          "good": {"command": "x", "weird": 1}}}
                        """);
        Configured now = servers.now();
        assertThat(now.servers()).extracting(Server::name).containsExactly("good");
        assertThat(now.wrong()).hasSize(12);
        assertThat(now.toString()).doesNotContain("sk-hidden");
        assertThat(now.notes()).containsExactly("servers.json, good: weird has no effect here.");
        assertThatThrownBy(() -> servers.server("both"))
                .hasMessageContaining("both has both a command and a url");
    }

    @Test
    void theKeysOfOAuthAreReadInBothSpellings() throws Exception {
        Servers servers =
                with(
                        """
                        {"mcpServers": {
                          "camel": {"url": "https://y", "oauth": {"clientId": "i", "clientSecret": "secret:TOKEN",
                                    "callbackPort": 7777, "scope": "a b"}},
                          "snake": {"url": "https://y", "oauth": {"client_id": "i", "client_secret": "secret:TOKEN",
                                    "callback_port": 7777, "scopes": ["a", "b"]}},
                          "off": {"url": "https://y", "oauth": false}}}
                        """);
        Link.Login login = ((Link.Remote) servers.server("camel").link()).login();
        assertThat(login)
                .isEqualTo(new Link.Login(false, "i", "secret:TOKEN", "", "a b", 7777, List.of()))
                .isEqualTo(((Link.Remote) servers.server("snake").link()).login());
        assertThat(servers.resolved(servers.server("camel"), login.clientSecret()))
                .isEqualTo("s3cret");
        assertThat(((Link.Remote) servers.server("off").link()).login()).isEqualTo(Link.Login.OFF);
    }

    @Test
    void aServerThatKeepsAConversationIsOfOneClient() throws Exception {
        Servers servers =
                with(
                        """
                        {"mcpServers": {
                          "browser": {"command": "npx", "args": ["@playwright/mcp@latest"]},
                          "shared": {"command": "npx", "args": ["@playwright/mcp@latest"], "scope": "shared"},
                          "other": {"command": "x", "args": ["/home/serena"], "scope": "client", "keep": true},
                          "plain": {"command": "x", "args": ["/home/serena/y"]}}}
                        """);
        assertThat(servers.now().servers())
                .extracting(server -> server.running().scope())
                .containsExactly(
                        Setup.Scope.CLIENT,
                        Setup.Scope.SHARED,
                        Setup.Scope.CLIENT,
                        Setup.Scope.SHARED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mcpServers\": {\"a\": {\"command\": \"broken\"",
                "[]",
                "{\"theme\": 1}",
                "\u0000",
                "{\"mcpServers\": {\"a\": {\"command\": 01}}}"
            })
    void theLastGoodFileHoldsOnABrokenEdit(String broken) throws Exception {
        Servers servers = with("{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}");
        assertThat(servers.now().server("a")).isPresent();
        Files.writeString(servers.file(), broken);
        assertThat(servers.now().server("a")).isPresent();
        assertThat(servers.now().problem().orElseThrow().sentence()).contains("servers.json");
        Files.writeString(servers.file(), "{\"mcpServers\": {\"b\": {\"command\": \"x\"}}}  ");
        assertThat(servers.now().problem()).isEmpty();
        assertThat(servers.now().servers()).extracting(Server::name).containsExactly("b");
    }

    @Test
    void whatIsTooLargeOrTooDeepOrNoTextIsRefusedQuickly() throws Exception {
        Servers servers = with("{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}");
        var _ = servers.now();
        for (byte[] hostile :
                List.of(
                        ("{\"mcpServers\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(UTF_8),
                        "[".repeat(1_000_000).getBytes(UTF_8),
                        "{\"a\":".repeat(500_000).getBytes(UTF_8),
                        new byte[] {'{', (byte) 0xff, (byte) 0xfe, '}'})) {
            Files.write(servers.file(), hostile);
            assertThat(servers.now().problem()).isPresent();
            assertThat(servers.now().server("a")).isPresent();
        }
    }

    @Test
    void noTextWhateverBreaksMoreThanItself() throws Exception {
        String good =
                """
                {"inputs": [{"id": "a"}], /* c */ "servers": {"a": {"command": "x", "args": ["${input:a}"], "tools": {"t": false},
                 "oauth": {"scopes": ["a"]}, "limits": {"calls": 1}, "env": {"K": "{env:K}"}, "timeout": 1e3}, // x
                 "b": {"url": "https://a/\u00e9", "headers": {"A": "b"}},}, "mcp": {"servers": {}}}
                """;
        Random random = new Random(7);
        String letters = "{}[]\",:/*\\ \n\u0000\uFEFF\uD800ax1-";
        Configured.Read before = new Configured.Read(Configured.NOTHING, Map.of());
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(good);
            for (int j = random.nextInt(4); j >= 0; j--) {
                int at = random.nextInt(Math.max(1, text.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.delete(at, at + 1);
                    case 1 -> text.insert(at, letters.charAt(random.nextInt(letters.length())));
                    default -> text.setLength(Math.min(text.length(), at + 1));
                }
            }
            assertThat(ServersText.read("servers.json", text.toString(), before)).isNotNull();
        }
    }

    @Test
    void aHundredThousandCommentsAreReadInTime() throws Exception {
        String text = "/* x */\n// y\n".repeat(100_000) + "{\"mcpServers\": {}}";
        long start = System.nanoTime();
        assertThat(with(text).now().problem()).isEmpty();
        assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
    }

    @Test
    void aNameThatIsWrittenTwiceIsToldAndTheLastOneCounts() throws Exception {
        Servers servers =
                with(
                        "{\"mcpServers\": {\"a\": {\"command\": \"1\"}, \"a\": {\"command\": \"2\"}}}");
        assertThat(program(servers, "a").command()).containsExactly("2");
        assertThat(servers.now().notes()).singleElement().asString().contains("a server a twice");
        assertThat(servers.remove("a")).isTrue();
        assertThat(servers.now().servers()).isEmpty();
    }

    @Test
    void addingAndRemovingLeavesOrderCommentsAndUnknownKeys() throws Exception {
        String before =
                """
                {
                  // what I use
                  "mcpServers": {
                    "one": {"command": "x", "mine": true}, // keep
                    "two": {"command": "y"}
                  },
                  "theme": "dark" /* other */
                }
                """;
        Servers servers = with(before);
        servers.save("new", Map.of("command", "z"), false);
        assertThat(servers.now().servers())
                .extracting(Server::name)
                .containsExactly("one", "two", "new");
        assertThat(Files.readString(servers.file()))
                .contains("// what I use", "// keep", "/* other */", "\"mine\": true");
        assertThatThrownBy(() -> servers.save("one", Map.of("command", "z"), false))
                .hasMessageContaining("There is a server one already.");
        assertThat(servers.remove("new")).isTrue();
        assertThat(servers.remove("new")).isFalse();
        assertThat(Files.readString(servers.file())).isEqualTo(before);
    }

    @Test
    void theFirstServerMakesTheFileForTheOwnerOnly() throws Exception {
        Servers servers = servers();
        assertThat(servers.now()).isEqualTo(Configured.NOTHING);
        servers.save("a", Map.of("url", "https://a.example"), false);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(servers.file())))
                .isEqualTo("rw-------");
        assertThat(servers.now().servers()).hasSize(1);
    }

    @Test
    void aBrokenFileIsNotWrittenTo() throws Exception {
        Servers servers = with("{ \"mcpServers\": ");
        assertThatThrownBy(() -> servers.save("a", Map.of("command", "x"), false))
                .hasMessageContaining("not JSON");
        assertThat(servers.file()).hasContent("{ \"mcpServers\": ");
    }

    @Test
    void manyWhoAddAtOnceLoseNothing() throws Exception {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            int number = i;
            threads.add(
                    Threads.virtual(
                            "adder",
                            () -> servers().save("s" + number, Map.of("command", "x"), false)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(servers().now().servers()).hasSize(12);
    }

    @Test
    void aChangeOfTheFileIsTold() throws Exception {
        Servers servers = servers();
        LinkedBlockingQueue<Configured> told = new LinkedBlockingQueue<>();
        try (AutoCloseable _ = servers.watch(told::add)) {
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo(Configured.NOTHING);
            with("{\"mcpServers\": {\"a\": {\"command\": \"x\"}}}");
            Configured now = told.poll(20, TimeUnit.SECONDS);
            assertThat(now).isNotNull();
            assertThat(now.servers()).extracting(Server::name).containsExactly("a");
        }
    }
}
