package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.real.RealClis;
import dev.strawboss.real.ScriptedModel;
import dev.strawboss.sandbox.Here;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real CLIs with a state of their own, told by the scripted model to write into every place
/// from which a program of the person's could later be made to do something.
@Tag("real")
@Timeout(300)
class RealPrivateStateTest {
    /// Wherever a CLI, a shell, git or a desktop looks for what to execute.
    private static final List<String> PLACES =
            List.of(
                    // claude
                    ".claude.json .claude/settings.json .claude/settings.local.json .claude/CLAUDE.md"
                            + " .claude/hooks/x .claude/commands/x.md .claude/agents/x.md"
                            + " .claude/skills/x/SKILL.md .claude/plugins/installed_plugins.json"
                            + " .claude/plugins/x/.claude-plugin/plugin.json .claude/output-styles/x.md"
                            + " .claude/keybindings.json .claude/.credentials.json settings.json"
                            + " .config/claude/settings.json",
                    // codex
                    ".codex/config.toml .codex/auth.json .codex/AGENTS.md .codex/hooks.json"
                            + " .codex/prompts/x.md .codex/skills/x/SKILL.md .codex/rules/x.rules"
                            + " .codex/plugins/x/plugin.json .agents/skills/x/SKILL.md config.toml auth.json"
                            + " AGENTS.md hooks.json",
                    // gemini
                    ".gemini/settings.json .gemini/GEMINI.md .gemini/oauth_creds.json .gemini/.env"
                            + " .gemini/commands/x.toml .gemini/extensions/x/gemini-extension.json"
                            + " .gemini/extensions/extension-enablement.json .gemini/trustedFolders.json"
                            + " .gemini/policies/x.toml .gemini/hooks/x .env GEMINI.md",
                    // opencode
                    "opencode/opencode.json opencode/auth.json opencode/plugin/x.js opencode/AGENTS.md"
                            + " opencode/mcp-auth.json opencode.json opencode.jsonc plugin/x.js plugins/x.js"
                            + " command/x.md agent/x.md tool/x.js .opencode/opencode.json"
                            + " .config/opencode/opencode.jsonc .config/opencode/plugin/x.js"
                            + " .config/opencode/agent/x.md .config/opencode/package.json"
                            + " .local/share/opencode/auth.json .local/state/opencode/kv.json"
                            + " .cache/opencode/node_modules/x/index.js",
                    // the person's shells, git, editors, package managers, desktop, keys
                    ".bashrc .bash_profile .bash_login .bash_aliases .profile .zshrc .zshenv .zprofile"
                            + " .config/fish/config.fish .inputrc .gitconfig .config/git/config"
                            + " .config/git/hooks/pre-commit .git-templates/hooks/pre-commit .ssh/config .ssh/rc"
                            + " .ssh/authorized_keys .ssh/id_ed25519 .npmrc .yarnrc .config/pip/pip.conf"
                            + " .m2/settings.xml .gradle/init.gradle .cargo/config.toml .vimrc .emacs .tmux.conf"
                            + " .local/bin/git bin/server .config/autostart/x.desktop"
                            + " .config/systemd/user/x.service .config/environment.d/x.conf .pam_environment"
                            + " .xprofile .forward .netrc .docker/config.json .kube/config .gnupg/gpg.conf"
                            + " .config/strawboss/agents.d/x.yaml .local/share/strawboss/x .mcp.json"
                            + " .config/Code/User/settings.json .cursor/mcp.json .vscode/settings.json");

    private static final List<String> ROOTS =
            List.of(
                    "HOME",
                    "CLAUDE_CONFIG_DIR",
                    "CODEX_HOME",
                    "GEMINI_CLI_HOME",
                    "OPENCODE_CONFIG_DIR",
                    "XDG_CONFIG_HOME",
                    "XDG_DATA_HOME",
                    "XDG_STATE_HOME",
                    "XDG_CACHE_HOME",
                    "STRAWBOSS_HOME");

    @ParameterizedTest
    @CsvSource({
        "claude, '', false",
        "claude, '', true",
        "codex, /v1, false",
        "codex, /v1, true",
        "gemini, '', false",
        "gemini, '', true",
        "opencode, /v1, false",
        "opencode, /v1, true",
    })
    void aWorkerThatWritesIntoEveryPathLeavesThePersonsHomeByteForByteAsItWas(
            String cli, String path, boolean confined) throws Exception {
        try (RealClis clis = RealClis.start(cli)) {
            Path directory = clis.freshHome("bench");
            if (confined) {
                Here.networkOrSkipped(directory.resolve("here"));
            }
            AgentBench bench = new AgentBench(directory);
            PersonsHome person =
                    new PersonsHome(directory.resolve("home"), directory.resolve("ran"));
            person.furnish();
            surround(bench, clis, cli, person.home());
            agent(bench, cli, clis.url("worker") + path);
            Map<String, String> before = HomeState.of(person.home());
            String prompt =
                    ScriptedModel.prompt(
                            "do it",
                            List.of(
                                    Map.of("shell", looks()),
                                    Map.of("shell", writes(roots(confined, person.home()))),
                                    Map.of("say", "All done.")));
            AgentRequest request = bench.request("worker", prompt);
            Conclusion conclusion = bench.run(confined ? AgentBench.confined(request) : request);
            bench.egress.close();
            bench.jobs.close();
            String log = clis.log();
            assertThat(conclusion.verdict()).as(log).isEqualTo(new Verdict.Success());
            assertThat(conclusion.report())
                    .containsEntry("agent_state", "private")
                    .containsEntry("sandbox", confined ? "bubblewrap" : "none");
            assertThat(log).contains("wrote them all");
            assertThat(requests(clis.freshHome("requests"))).doesNotContain("secret-");
            Path home = bench.attempt.resolveSibling("state/home");
            assertThat(home.resolve(".bashrc")).hasContent("evil");
            assertThat(home.resolve(".config/autostart/x.desktop")).hasContent("evil");
            assertThat(HomeState.of(person.home())).isEqualTo(before);
            assertThat(person.mark()).as("what of the person's ran").doesNotExist();
        }
    }

    private static String requests(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(Files.readString(file));
            }
        }
        assertThat(all.toString()).contains("looked");
        return all.toString();
    }

    /// All variables that could lead there.
    private static void surround(AgentBench bench, RealClis clis, String cli, Path home) {
        bench.environment.put(
                "PATH",
                clis.binary(cli).toAbsolutePath().getParent()
                        + ":"
                        + home.resolve("bin")
                        + ":/usr/bin:/bin");
        bench.environment.put("CLAUDE_CODE_MAX_RETRIES", "1");
        bench.environment.put("OPENCODE_DISABLE_MODELS_FETCH", "1");
        bench.environment.put("CLAUDE_CONFIG_DIR", home.resolve(".claude").toString());
        bench.environment.put("CODEX_HOME", home.resolve(".codex").toString());
        bench.environment.put("GEMINI_CLI_HOME", home.toString());
        Path opencode = home.resolve(".config/opencode");
        bench.environment.put("OPENCODE_CONFIG_DIR", opencode.toString());
        bench.environment.put("OPENCODE_CONFIG", opencode.resolve("opencode.json").toString());
        bench.environment.put(
                "OPENCODE_CONFIG_CONTENT",
                "{\"mcp\":{\"secret-mcp\":{\"type\":\"local\",\"command\":[\"%s\"],\"enabled\":true}}}"
                        .formatted(home.resolve("bin/server")));
        bench.environment.put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        bench.environment.put("XDG_DATA_HOME", home.resolve(".local/share").toString());
        bench.environment.put("XDG_STATE_HOME", home.resolve(".local/state").toString());
        bench.environment.put("XDG_CACHE_HOME", home.resolve(".cache").toString());
        bench.environment.put("BASH_ENV", home.resolve(".bashrc").toString());
        bench.environment.put("ENV", home.resolve(".profile").toString());
        bench.environment.put("ZDOTDIR", home.toString());
        bench.environment.put("GIT_CONFIG_GLOBAL", home.resolve(".gitconfig").toString());
        bench.environment.put("SHELL", "/bin/bash");
    }

    private static void agent(AgentBench bench, String cli, String url) {
        bench.configuration.saveSecret("MODEL_KEY", "the-real-key");
        var _ =
                bench.agents.save(
                        "worker",
                        Map.of(
                                "cli",
                                cli,
                                "base_url",
                                url,
                                "key",
                                "MODEL_KEY",
                                "model",
                                "scripted-1",
                                "state",
                                "private"));
    }

    /// What it can find of the person's through its own environment; the words to look for do not
    /// stand in the command itself.
    private static String looks() {
        return "w=secret; for d in \"$HOME\" \"$XDG_CONFIG_HOME\" \"$CLAUDE_CONFIG_DIR\" \"$CODEX_HOME\"; do"
                + " [ -z \"$d\" ] || grep -rsIh \"$w-\" \"$d\" --include='*.json' --include='*.md'"
                + " --include='*.toml' --include='id_*'; done; env | grep \"$w-\"; echo looked";
    }

    /// Everybody tries what its own variables name; who is confined the person's home by its path
    /// too, since nothing but the sandbox could keep it from that.
    private static String roots(boolean confined, Path person) {
        StringBuilder roots = new StringBuilder();
        ROOTS.forEach(name -> roots.append(" \"$").append(name).append('"'));
        if (confined) {
            for (String folder : List.of("", "/.claude", "/.codex", "/.config", "/.local/share")) {
                roots.append(" '").append(person).append(folder).append('\'');
            }
        }
        return roots.toString();
    }

    private static String writes(String roots) {
        return "for d in"
                + roots
                + "; do [ -z \"$d\" ] || for f in "
                + String.join(" ", PLACES)
                + "; do case $f in */*) mkdir -p \"$d/${f%/*}\";;"
                + " esac; echo evil > \"$d/$f\"; done 2>/dev/null; done;"
                + " w=wrote; echo \"$w them all\"";
    }
}
