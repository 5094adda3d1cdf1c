package dev.strawboss.agents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// The home directory of a person who uses claude, codex, gemini and opencode: logins, and hooks,
/// MCP servers, plugins and shell files that leave a mark where they run.
///
/// @param mark the file that tells which of them ran
record PersonsHome(Path home, Path mark) {
    void furnish() throws IOException {
        String run = "echo '%s' >> " + mark;
        Path server = put("bin/server", "#!/bin/sh\n" + run.formatted("an MCP server") + "\n");
        var _ = server.toFile().setExecutable(true);
        put(
                ".claude/settings.json",
                """
                {"hooks": {"SessionStart": [{"hooks": [{"type": "command", "command": "%1$s"}]}],
                 "PreToolUse": [{"matcher": "*", "hooks": [{"type": "command", "command": "%1$s"}]}]},
                 "env": {"SECRET_SETTING": "secret-setting"}}
                """
                        .formatted(run.formatted("a hook of claude")));
        put(".claude/CLAUDE.md", "secret-memory\n");
        put(".claude/commands/mine.md", "secret-command\n");
        put(".claude/skills/mine/SKILL.md", "---\nname: secret-skill\ndescription: x\n---\n");
        put(".claude/plugins/mine/plugin.json", "{}");
        put(
                ".claude.json",
                """
                {"oauthAccount": {"accountUuid": "me"}, "hasCompletedOnboarding": true,
                 "mcpServers": {"secret-mcp": {"type": "stdio", "command": "%s", "args": []}}}
                """
                        .formatted(server));
        put(
                ".codex/config.toml",
                "notify = [\"sh\", \"-c\", \"%s\"]\n[mcp_servers.secret-mcp]\ncommand = \"%s\"\n"
                        .formatted(run.formatted("the notifier of codex"), server));
        put(".codex/AGENTS.md", "secret-memory\n");
        put(".codex/prompts/mine.md", "secret-command\n");
        put(
                ".gemini/settings.json",
                """
                {"security": {"auth": {"selectedType": "gemini-api-key"}},
                 "privacy": {"usageStatisticsEnabled": false}, "general": {"enableAutoUpdate": false},
                 "mcpServers": {"secret-mcp": {"command": "%s"}}}
                """
                        .formatted(server));
        put(".gemini/GEMINI.md", "secret-memory\n");
        put(
                ".gemini/extensions/mine/gemini-extension.json",
                "{\"name\":\"mine\",\"version\":\"1.0.0\",\"mcpServers\":{\"secret-mcp\":{\"command\":\"%s\"}}}"
                        .formatted(server));
        put(
                ".config/opencode/opencode.json",
                "{\"mcp\":{\"secret-mcp\":{\"type\":\"local\",\"command\":[\"%s\"],\"enabled\":true}}}"
                        .formatted(server));
        put(
                ".config/opencode/plugin/mine.js",
                "require('fs').appendFileSync('%s', 'a plugin of opencode\\n'); export const x = async () => ({});\n"
                        .formatted(mark));
        put(".config/opencode/AGENTS.md", "secret-memory\n");
        put(".gitconfig", "[user]\n\tname = Me\n\temail = me@here\n[core]\n\tpager = cat\n");
        for (String shell : new String[] {".bashrc", ".bash_profile", ".profile", ".zshenv"}) {
            put(shell, run.formatted("the shell file " + shell) + "\n");
        }
        put(".ssh/id_ed25519", "secret-key\n");
        put(".config/autostart/mine.desktop", "[Desktop Entry]\n");
        Files.createSymbolicLink(home.resolve(".zshrc"), Path.of(".bashrc"));
    }

    Path put(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        return Files.writeString(file, text);
    }
}
