package dev.strawboss.install;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.JsonException;
import dev.strawboss.json.JsoncEdit;
import dev.strawboss.json.JsoncText;
import dev.strawboss.process.Executables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A client that keeps its servers in a JSON or JSONC file of one person: gemini and opencode, and
/// the editors cursor, vscode and windsurf. Their own `mcp add` is not used: opencode's asks a
/// person, gemini's starts in seconds and lays the file out anew. Only our member is put in or
/// taken out; what comes out is taken if it parses to the same but for that.
///
/// @param client its name, and that of its binary
/// @param servers the member of the file that holds the servers
/// @param form how the client writes a server down
record JsonRegistrar(
        String client, Path file, String servers, Form form, Map<String, String> environment)
        implements Registrar {
    /// How a client writes a server down.
    enum Form {
        /// `command`, a string, and `args`.
        COMMAND_AND_ARGUMENTS,
        /// The same with `type`.
        TYPED,
        /// `command`, a list; `type` and `enabled`.
        LIST
    }

    private static final List<String> EDITORS = List.of("cursor", "vscode", "windsurf");

    /// Cursor: `mcpServers` of `~/.cursor/mcp.json`.
    static JsonRegistrar cursor(Map<String, String> environment, Path home) {
        return new JsonRegistrar(
                "cursor",
                home.resolve(".cursor/mcp.json"),
                "mcpServers",
                Form.COMMAND_AND_ARGUMENTS,
                environment);
    }

    /// Windsurf: `mcpServers` of `~/.codeium/windsurf/mcp_config.json`.
    static JsonRegistrar windsurf(Map<String, String> environment, Path home) {
        return new JsonRegistrar(
                "windsurf",
                home.resolve(".codeium/windsurf/mcp_config.json"),
                "mcpServers",
                Form.COMMAND_AND_ARGUMENTS,
                environment);
    }

    /// Visual Studio Code: `servers` of the user's `mcp.json`.
    static JsonRegistrar vscode(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path directory = named.isEmpty() ? home.resolve(".config") : Path.of(named);
        return new JsonRegistrar(
                "vscode",
                directory.resolve("Code/User/mcp.json"),
                "servers",
                Form.TYPED,
                environment);
    }

    /// Gemini CLI: `mcpServers` of `settings.json`.
    static JsonRegistrar gemini(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("GEMINI_CLI_HOME", "");
        Path directory = (named.isEmpty() ? home : Path.of(named)).resolve(".gemini");
        return new JsonRegistrar(
                "gemini",
                directory.resolve("settings.json"),
                "mcpServers",
                Form.COMMAND_AND_ARGUMENTS,
                environment);
    }

    /// opencode: `mcp` of `opencode.json` or `opencode.jsonc`, of which it reads both, the latter
    /// last.
    static JsonRegistrar opencode(Map<String, String> environment, Path home) {
        String named = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path directory =
                (named.isEmpty() ? home.resolve(".config") : Path.of(named)).resolve("opencode");
        Path comments = directory.resolve("opencode.jsonc");
        Path file = comments.toFile().exists() ? comments : directory.resolve("opencode.json");
        return new JsonRegistrar("opencode", file, "mcp", Form.LIST, environment);
    }

    @Override
    public Optional<Entry> entry(String text) {
        if (!(servers(parsed(text)).get(SERVER) instanceof Map<?, ?> entry)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        words(entry.get("command"), words);
        words(entry.get("args"), words);
        boolean complete =
                form != Form.LIST
                        || (Boolean.TRUE.equals(entry.get("enabled"))
                                && "local".equals(entry.get("type")));
        return Optional.of(new Entry(words, complete));
    }

    private static void words(@Nullable Object value, List<String> words) {
        if (value instanceof List<?> list) {
            list.forEach(word -> words.add(String.valueOf(word)));
        } else if (value != null) {
            words.add(String.valueOf(value));
        }
    }

    @Override
    public Edit with(String text, List<String> words) {
        if (!EDITORS.contains(client) && Executables.find(client, environment).isEmpty()) {
            throw ClientBinary.missing(client);
        }
        Map<String, Object> server = server(words);
        String after = text;
        if (entry(text).isPresent()) { // what the person added to it stays
            for (Map.Entry<String, Object> member : server.entrySet()) {
                after =
                        edit(after)
                                .with(List.of(servers, SERVER, member.getKey()), member.getValue());
            }
        } else {
            after = edit(text).with(List.of(servers, SERVER), server);
        }
        if (!restOf(parsed(after)).equals(restOf(parsed(text)))
                || !entry(after).equals(Optional.of(new Entry(words, true)))) {
            throw refused("take in " + SERVER + " below " + servers);
        }
        return new Edit(after, shown(after));
    }

    @Override
    public Edit without(String text) {
        String after = edit(edit(text).without(List.of(servers, SERVER))).withoutEmpty(servers);
        if (!restOf(parsed(after)).equals(restOf(parsed(text))) || entry(after).isPresent()) {
            throw refused("lose " + SERVER + " below " + servers);
        }
        return new Edit(after, shown(text));
    }

    private Map<String, Object> server(List<String> words) {
        Map<String, Object> server = new LinkedHashMap<>();
        switch (form) {
            case COMMAND_AND_ARGUMENTS, TYPED -> {
                if (form == Form.TYPED) {
                    server.put("type", "stdio");
                }
                server.put("command", words.getFirst());
                server.put("args", words.subList(1, words.size()));
            }
            case LIST -> {
                server.put("type", "local");
                server.put("command", words);
                server.put("enabled", true);
            }
        }
        return server;
    }

    private String shown(String text) {
        Object entry = servers(parsed(text)).get(SERVER);
        return new JsoncEdit(JsoncText.of(""))
                .with(List.of(SERVER), Objects.requireNonNullElse(entry, Map.of()))
                .strip();
    }

    private static JsoncEdit edit(String text) {
        return new JsoncEdit(JsoncText.of(text));
    }

    /// All but our server; no servers at all count as an empty object of them.
    private Map<String, Object> restOf(Map<String, Object> configuration) {
        Map<String, Object> rest = new LinkedHashMap<>(configuration);
        if (rest.getOrDefault(servers, Map.of()) instanceof Map<?, ?> known) {
            Map<Object, Object> others = new LinkedHashMap<>(known);
            others.remove(SERVER);
            rest.put(servers, others);
        }
        return rest;
    }

    private Map<?, ?> servers(Map<String, Object> configuration) {
        return configuration.get(servers) instanceof Map<?, ?> known ? known : Map.of();
    }

    private Map<String, Object> parsed(String text) {
        try {
            return JsoncText.of(text).value();
        } catch (JsonException e) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file + " is not JSON: " + e.getMessage(),
                    "Nothing was changed. Mend the file, then repeat.",
                    e);
        }
    }

    private StrawbossException refused(String what) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                file + " cannot " + what + " with all else staying equal.",
                "Nothing was changed. Edit the file by hand; docs/install.md shows the entry.");
    }
}
