package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What each agent CLI needs in a home directory to talk to the scripted model as a person's own
/// installation would, under the name that tells workers apart in the model's log.
final class CliHomes {
    private final RealClis clis;
    private final Path home;

    CliHomes(RealClis clis, Path home) {
        this.clis = clis;
        this.home = home;
    }

    /// What an agent's file says for a CLI.
    ///
    /// @param worker the agent's name, which is also what the CLI's own files were prepared for
    static Map<String, Object> agent(RealClis clis, String cli, String worker) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("cli", cli);
        switch (cli) {
            case "claude", "gemini" -> values.put("base_url", clis.url(worker));
            case "codex", "opencode", "qwen", "copilot" ->
                    values.put("base_url", clis.url(worker) + "/v1");
            default -> {} // these say it in files of their own
        }
        if (values.containsKey("base_url")) {
            values.put("key", Desk.KEY);
        }
        switch (cli) {
            case "droid" -> values.put("model", "custom:S1-0");
            case "pi", "kilo" -> values.put("model", "scripted/scripted-1");
            case "continue" -> {} // takes none
            default -> values.put("model", "scripted-1");
        }
        return values;
    }

    /// What a person who uses the CLIs has in the environment.
    Map<String, String> environment() {
        return Map.of(
                "CLAUDE_CODE_MAX_RETRIES", "1",
                "FACTORY_API_KEY", "fk-fake",
                "KILO_CONFIG", home.resolve("kilo.json").toString(),
                "OPENCODE_DISABLE_MODELS_FETCH", "1");
    }

    /// The file in which `strawboss install` registers a client.
    Path settings(String client) {
        return home.resolve(
                switch (client) {
                    case "claude" -> ".claude.json";
                    case "codex" -> ".codex/config.toml";
                    case "gemini" -> ".gemini/settings.json";
                    case "opencode" -> ".config/opencode/opencode.json";
                    default -> throw new IllegalArgumentException(client);
                });
    }

    /// Writes the CLI's files.
    void prepare(String cli, String worker) throws IOException, InterruptedException {
        String url = clis.url(worker);
        switch (cli) {
            case "gemini" ->
                    write(
                            ".gemini/settings.json",
                            """
                            { // a person's settings
                              "security": {"auth": {"selectedType": "gemini-api-key"}},
                              "privacy": {"usageStatisticsEnabled": false},
                              "general": {"enableAutoUpdate": false, "maxAttempts": 1}
                            }
                            """);
            case "opencode" ->
                    write(".config/opencode/opencode.json", "{\n  // mine\n" + opencode(url));
            case "kilo" -> write("kilo.json", "{" + opencode(url));
            case "qwen" ->
                    write(
                            ".qwen/settings.json",
                            """
                            {"privacy": {"usageStatisticsEnabled": false}, "general": {"enableAutoUpdate": false}}
                            """);
            case "pi" ->
                    write(
                            ".pi/agent/models.json",
                            """
                            {"providers": {"scripted": {"baseUrl": "%s/v1", "api": "openai-completions", "apiKey": "sk-fake",
                             "models": [{"id": "scripted-1", "name": "S1", "reasoning": false, "input": ["text"],
                               "cost": {"input": 1, "output": 2, "cacheRead": 0, "cacheWrite": 0},
                               "contextWindow": 20000000, "maxTokens": 8192}]}}}
                            """
                                    .formatted(url));
            case "droid" ->
                    write(
                            ".factory/settings.json",
                            """
                            {"customModels": [{"model": "scripted-1", "displayName": "S1", "baseUrl": "%s/v1",
                              "apiKey": "sk-fake", "provider": "generic-chat-completion-api",
                              "maxOutputTokens": 8192}], "cloudSessionSync": false}
                            """
                                    .formatted(url));
            case "continue" ->
                    write(
                            ".continue/config.yaml",
                            """
                            name: s
                            version: 1.0.0
                            schema: v1
                            models:
                              - {name: S1, provider: openai, model: scripted-1, apiBase: "%s/v1", apiKey: sk-fake, roles: [chat]}
                            """
                                    .formatted(url));
            case "cline" ->
                    run(
                            List.of(
                                    clis.binary("cline").toString(),
                                    "auth",
                                    "-p",
                                    "openai",
                                    "-k",
                                    "sk-fake",
                                    "-m",
                                    "scripted-1",
                                    "-b",
                                    url + "/v1"));
            default -> {} // claude and codex are told everything when they start
        }
    }

    /// Registers a server with the clients that `strawboss install` does not know.
    void register(String cli, List<String> bridge) throws IOException {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("type", cli.equals("cline") ? "stdio" : "local");
        server.put("command", bridge.getFirst());
        server.put("args", bridge.subList(1, bridge.size()));
        server.put("tools", List.of("*"));
        String servers = Json.write(Map.of("mcpServers", Map.of("strawboss", server)));
        switch (cli) {
            case "copilot" -> write(".copilot/mcp-config.json", servers);
            case "cline" -> write(".cline/data/settings/cline_mcp_settings.json", servers);
            case "qwen" -> {
                server.remove("type");
                server.remove("tools");
                Map<String, Object> settings =
                        Json.parseObject(Files.readString(home.resolve(".qwen/settings.json")));
                settings.put("mcpServers", Map.of("strawboss", server));
                write(".qwen/settings.json", Json.write(settings));
            }
            default -> throw new IllegalArgumentException(cli);
        }
    }

    private static String opencode(String url) {
        return """
          "autoupdate": false, "share": "disabled", "permission": "allow",
          "model": "scripted/scripted-1", "small_model": "scripted/scripted-1",
          "provider": {"scripted": {"npm": "@ai-sdk/openai-compatible", "name": "Scripted",
            "options": {"baseURL": "%s/v1", "apiKey": "sk-fake"},
            "models": {"scripted-1": {"name": "S1", "tool_call": true,
              "limit": {"context": 20000000, "output": 8192}, "cost": {"input": 1, "output": 2}}}}}
        }
        """
                .formatted(url);
    }

    private void write(String file, String text) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void run(List<String> words) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(words)
                        .directory(home.toFile())
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(clis.basis(home));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
