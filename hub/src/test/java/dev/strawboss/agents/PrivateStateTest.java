package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.json.Json;
import dev.strawboss.placement.Exit;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An agent with `state: private` works in a home of its own.
class PrivateStateTest {
    @TempDir Path directory;
    private AgentBench bench;
    private Path person;

    @BeforeEach
    void open() throws Exception {
        bench = new AgentBench(directory);
        person = directory.resolve("home");
        put(".claude/settings.json", "{\"hooks\":{\"PreToolUse\":[\"secret-hook\"]}}");
        put(".claude/plugins/mine/plugin.json", "{}");
        put(
                ".claude.json",
                "{\"oauthAccount\":{\"accountUuid\":\"me\"},\"mcpServers\":{\"secret-mcp\":{}}}");
        put(
                ".claude/.credentials.json",
                "{\"claudeAiOauth\":{\"accessToken\":\"a1\",\"refreshToken\":\"r1\",\"expiresAt\":1000,"
                        + "\"subscriptionType\":\"max\"}}");
        put(".codex/config.toml", "[mcp_servers.secret-mcp]\ncommand = \"x\"\n");
        put(
                ".codex/auth.json",
                "{\"OPENAI_API_KEY\":null,\"tokens\":{\"id_token\":\"i1\",\"access_token\":\"a1\","
                        + "\"refresh_token\":\"r1\",\"account_id\":\"me\"},"
                        + "\"last_refresh\":\"2026-01-01T00:00:00Z\"}");
        put(
                ".gemini/settings.json",
                "{\"security\":{\"auth\":{\"selectedType\":\"oauth-personal\"}},"
                        + "\"mcpServers\":{\"secret-mcp\":{}}}");
        put(
                ".gemini/oauth_creds.json",
                "{\"access_token\":\"a1\",\"refresh_token\":\"r1\",\"expiry_date\":1000,"
                        + "\"scope\":\"s\"}");
        put(".config/opencode/opencode.json", "{\"mcp\":{\"secret-mcp\":{}}}");
        put(
                ".local/share/opencode/auth.json",
                "{\"anthropic\":{\"type\":\"oauth\",\"access\":\"a1\",\"refresh\":\"r1\",\"expires\":1000},"
                        + "\"openai\":{\"type\":\"api\",\"key\":\"k\"}}");
        put(".gitconfig", "[user]\n\tname = Me\n\temail = me@here\n[core]\n\tfsmonitor = secret\n");
        put(".bashrc", "# mine\n");
        put(".ssh/id_ed25519", "key\n");
    }

    @AfterEach
    void close() throws Exception {
        bench.jobs.close();
    }

    private void put(String name, String text) throws Exception {
        Path file = person.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Conclusion run(String cli, String script) throws Exception {
        bench.program(cli, script);
        bench.agents.save("own", Map.of("cli", cli, "state", "private"));
        return bench.run(bench.request("own", "work"));
    }

    private Path home() {
        return bench.attempt.resolveSibling("state").resolve("home");
    }

    private static Map<String, String> everything(Path tree) throws Exception {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.toList()) {
                String mode =
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
                all.put(
                        tree.relativize(path).toString(),
                        mode
                                + (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                                        ? Files.readString(path)
                                        : ""));
            }
        }
        return all;
    }

    /// Everything by which a program of the person's could be made to do something later.
    private static final String HOSTILE =
            """
            cd "$HOME"
            for d in "$HOME" "$CLAUDE_CONFIG_DIR" "$CODEX_HOME" "$GEMINI_CLI_HOME" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" \
                "${XDG_CONFIG_HOME:-$HOME/.config}" "${XDG_DATA_HOME:-$HOME/.local/share}"; do
              [ -n "$d" ] || continue
              for f in settings.json settings.local.json hooks/x plugins/x/plugin.json config.toml auth.json opencode.json \
                  .claude.json .claude/settings.json .claude/hooks/x .claude/CLAUDE.md .codex/config.toml .codex/hooks.json \
                  .codex/AGENTS.md .gemini/settings.json .gemini/GEMINI.md .gemini/extensions/x/gemini-extension.json \
                  opencode/opencode.json opencode/plugin/x.js .gitconfig .bashrc .profile .zshrc .ssh/authorized_keys \
                  .npmrc .config/git/config .config/autostart/x.desktop; do
                mkdir -p "$(dirname "$d/$f")" && echo evil >"$d/$f"
              done
            done
            """;

    @ParameterizedTest
    @CsvSource({
        "claude,.claude/.credentials.json",
        "codex,.codex/auth.json",
        "gemini,.gemini/oauth_creds.json",
        "opencode,.local/share/opencode/auth.json",
    })
    void aWorkerThatWritesIntoEveryPathLeavesThePersonsHomeByteForByteAsItWas(
            String cli, String login) throws Exception {
        Map<String, String> before = everything(person);
        String seen = directory.resolve("seen").toString();
        Conclusion conclusion =
                run(
                        cli,
                        "grep -rs secret \"$HOME\" >'%1$s'; cat \"$HOME/%2$s\" >'%1$s-login'\n"
                                        .formatted(seen, login)
                                + HOSTILE);
        assertThat(everything(person)).isEqualTo(before);
        assertThat(Path.of(seen)).isEmptyFile();
        assertThat(Path.of(seen + "-login")).hasSameTextualContentAs(person.resolve(login));
        assertThat(home().resolve(".bashrc")).hasContent("evil");
        assertThat(home().resolve(login)).doesNotExist();
        assertThat(conclusion.report()).containsEntry("agent_state", "private");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home())))
                .isEqualTo("rwx------");
    }

    /// Links in the place of its login lead to files of the person's.
    @ParameterizedTest
    @CsvSource({
        "rm \"$HOME/.claude/.credentials.json\"; ln -s %1$s/.ssh/id_ed25519 \"$HOME/.claude/.credentials.json\"",
        "rm -r \"$HOME/.claude\"; ln -s %1$s/.claude \"$HOME/.claude\"",
        "rm \"$HOME/.claude/.credentials.json\"; mkfifo \"$HOME/.claude/.credentials.json\"",
        "rm \"$HOME/.claude/.credentials.json\"; mkdir \"$HOME/.claude/.credentials.json\"",
        "rm -r \"$HOME\"",
        "rm -r \"$HOME\"; ln -s %1$s \"$HOME\"",
        "truncate -s 3G \"$HOME/.claude/.credentials.json\"",
        "echo '{' >\"$HOME/.claude/.credentials.json\"",
    })
    void aLoginThatIsNoPlainFileIsNotTaken(String script) throws Exception {
        Map<String, String> before = everything(person);
        run("claude", script.formatted(person));
        assertThat(everything(person)).isEqualTo(before);
    }

    private static String rewrite(String file, String from, String to) {
        return "sed -i 's/%s/%s/g' \"$HOME/%s\"\n".formatted(from, to, file);
    }

    private Map<String, Object> persons(String file) throws Exception {
        return Json.parseObject(Files.readAllBytes(person.resolve(file)));
    }

    @Test
    void newerTokensOfTheSameAccountComeHomeAndNothingElse() throws Exception {
        String file = ".codex/auth.json";
        run(
                "codex",
                rewrite(file, "\"a1\"", "\"a2\"")
                        + rewrite(file, "\"r1\"", "\"r2\"")
                        + rewrite(file, "2026-01-01", "2026-02-01"));
        assertThat(persons(file))
                .containsEntry("last_refresh", "2026-02-01T00:00:00Z")
                .containsEntry(
                        "tokens",
                        Map.of(
                                "id_token", "i1",
                                "access_token", "a2",
                                "refresh_token", "r2",
                                "account_id", "me"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"me\"','\"other\"',more than its tokens changed",
        "'\"OPENAI_API_KEY\":null','\"OPENAI_API_KEY\":\"sk-evil\"',more than its tokens changed",
        "'\"a1\"','[]',its tokens are none",
        "2026-02-01,9999-02-01,its tokens are none",
    })
    void aLoginOfSomebodyElseOrNoLoginIsRefused(String from, String to, String why)
            throws Exception {
        String file = ".codex/auth.json";
        Map<String, String> before = everything(person);
        Conclusion conclusion =
                run(
                        "codex", // at once: what is newer and nothing else would be taken
                        "sed -i 's/2026-01-01/2026-02-01/g; s/%s/%s/g' \"$HOME/%s\"\n"
                                .formatted(from, to, file));
        assertThat(everything(person)).isEqualTo(before);
        assertThat(String.valueOf(conclusion.report().get("warnings"))).contains(why);
    }

    @Test
    void anOlderTokenDoesNotReplaceANewerOneAndEachProviderIsALoginOfItsOwn() throws Exception {
        String file = ".local/share/opencode/auth.json";
        String later =
                "{\"anthropic\":{\"type\":\"oauth\",\"access\":\"a9\",\"refresh\":\"r9\",\"expires\":9000},"
                        + "\"openai\":{\"type\":\"api\",\"key\":\"k\"}}";
        run(
                "opencode",
                "echo '%s' >'%s'\n".formatted(later, person.resolve(file))
                        + rewrite(file, "\"a1\"", "\"a2\"")
                        + rewrite(file, "1000", "2000"));
        assertThat(person.resolve(file)).hasContent(later);
        run("opencode", rewrite(file, "\"a9\"", "\"a10\"") + rewrite(file, "9000", "9900"));
        assertThat(Json.write(persons(file))).contains("a10", "9900", "\"key\":\"k\"");
    }

    @Test
    void aProgramOfWhichNothingIsKnownHasAnEmptyHomeAndOneOfTheCatalogIsRefused() throws Exception {
        bench.program(
                "mine",
                "ls -A \"$HOME\" >'" + directory + "/seen'; env >>'" + directory + "/seen'");
        bench.environment.put("XDG_CONFIG_HOME", person.resolve(".config").toString());
        bench.agents.save("mine", Map.of("command", List.of("mine"), "state", "private"));
        bench.run(bench.request("mine", "work"));
        assertThat(Files.readAllLines(directory.resolve("seen")).getFirst())
                .isEqualTo(".gitconfig");
        assertThat(directory.resolve("seen"))
                .content()
                .doesNotContain("XDG_CONFIG_HOME", "HOME=" + person);
        assertThat(home().resolve(".gitconfig"))
                .hasContent("[user]\n\tname = \"Me\"\n\temail = \"me@here\"");
        bench.program("droid", "true");
        bench.agents.save("droid2", Map.of("cli", "droid", "state", "private"));
        assertThatThrownBy(() -> bench.jobs.spec(bench.request("droid2", "x")))
                .hasMessageContaining("cannot have a private state");
    }

    private Job started() throws Exception {
        bench.program("claude", "true");
        bench.agents.save("own", Map.of("cli", "claude", "state", "private"));
        Job job = bench.job(bench.jobs.spec(bench.request("own", "work")));
        bench.prepare(job);
        assertThat(home().resolve(".claude/.credentials.json")).exists();
        return job;
    }

    private void assertNoLoginIsLeft() {
        assertThat(home()).isDirectory();
        assertThat(home().resolve(".claude/.credentials.json")).doesNotExist();
        assertThat(home().resolveSibling("login")).doesNotExist();
    }

    @Test
    void aJobThatCannotBePreparedKeepsNoLogin() throws Exception {
        Path program = bench.program("claude", "true");
        bench.agents.save("own", Map.of("cli", "claude", "state", "private"));
        Job job = bench.job(bench.jobs.spec(bench.request("own", "work")));
        Files.delete(program);
        assertThatThrownBy(() -> bench.prepare(job)).isInstanceOf(StrawbossException.class);
        assertNoLoginIsLeft();
    }

    @Test
    void aJobThatIsStoppedWhileItIsPreparedKeepsNoLogin() throws Exception {
        bench.program("claude", "true");
        bench.agents.save("own", Map.of("cli", "claude", "state", "private"));
        Job job = bench.job(bench.jobs.spec(bench.request("own", "work")));
        Path git =
                bench.program(
                        "git",
                        "case \"$*\" in config*) ;; *) touch '%s'; sleep 30;; esac\n"
                                .formatted(directory.resolve("asked")));
        Thread stopped =
                Threads.virtual(
                        "job",
                        () ->
                                assertThatThrownBy(() -> bench.prepare(job))
                                        .isInstanceOf(InterruptedException.class));
        while (stopped.isAlive() && !Files.exists(directory.resolve("asked"))) {
            Thread.sleep(10);
        }
        stopped.interrupt();
        stopped.join();
        Files.delete(git);
        assertNoLoginIsLeft();
    }

    @Test
    void anAgentThatIsRemovedOrGetsAKeyWhileItRunsKeepsNoLogin() throws Exception {
        Job removed = started();
        bench.agents.remove("own");
        assertThat(conclude(removed).report()).containsEntry("agent_state", "private");
        assertNoLoginIsLeft();
        Job keyed = started();
        bench.agents.save("own", Map.of("cli", "claude", "state", "private", "key", "THE_KEY"));
        conclude(keyed);
        assertNoLoginIsLeft();
    }

    /// Which was not there when they began.
    @Test
    void theNextHubTakesTheirLoginsOutToo() throws Exception {
        Job removed = started();
        Path attempt = bench.attempt;
        bench.agents.remove("own");
        bench.jobs.close();
        bench = new AgentBench(directory);
        bench.attempt = attempt;
        conclude(removed);
        assertNoLoginIsLeft();
        Job keyed = started();
        attempt = bench.attempt;
        bench.agents.save("own", Map.of("cli", "claude", "state", "private", "key", "THE_KEY"));
        bench.jobs.close();
        bench = new AgentBench(directory);
        bench.attempt = attempt;
        conclude(keyed);
        assertNoLoginIsLeft();
    }

    private Conclusion conclude(Job job) throws Exception {
        return bench.jobs.conclude(job, bench.attempt, new Exit(0, Instant.now()));
    }
}
