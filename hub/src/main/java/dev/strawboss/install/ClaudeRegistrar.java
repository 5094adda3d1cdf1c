package dev.strawboss.install;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Claude Code: `mcpServers` of `.claude.json`, which also holds much else. Its own `mcp add-json`
/// and `mcp remove` work on a copy, and the result is taken if everything else came out equal.
/// `alwaysLoad` makes it wait for the server to start: without it a run of `claude -p` whose hub
/// needs over two seconds begins without the tools (seen with 2.1.329).
final class ClaudeRegistrar implements Registrar {
    private static final String FILE = ".claude.json";
    private static final String SERVERS = "mcpServers";
    private static final String WAIT = "alwaysLoad";

    private final ClientBinary claude;
    private final Path directory;

    ClaudeRegistrar(Map<String, String> environment, Path home) {
        this.claude = new ClientBinary("claude", "CLAUDE_CONFIG_DIR", environment);
        this.directory = claude.directory(home);
    }

    @Override
    public String client() {
        return claude.name();
    }

    @Override
    public Path file() {
        return directory.resolve(FILE);
    }

    @Override
    public Optional<Entry> entry(String text) {
        if (!(servers(parsed(text)).get(SERVER) instanceof Map<?, ?> entry)) {
            return Optional.empty();
        }
        List<String> words = new ArrayList<>();
        words.add(String.valueOf(entry.get("command")));
        if (entry.get("args") instanceof List<?> arguments) {
            arguments.forEach(argument -> words.add(String.valueOf(argument)));
        }
        return Optional.of(new Entry(words, Boolean.TRUE.equals(entry.get(WAIT))));
    }

    @Override
    public Edit with(String text, List<String> words) throws IOException, InterruptedException {
        String bare = entry(text).isPresent() ? without(text).text() : text;
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("type", "stdio");
        server.put("command", words.getFirst());
        server.put("args", words.subList(1, words.size()));
        server.put(WAIT, true);
        List<String> add =
                List.of("mcp", "add-json", "--scope", "user", SERVER, Json.write(server));
        String after = claude.edited(FILE, bare, add);
        requireRestEqual(text, after);
        return new Edit(after, shown(after));
    }

    @Override
    public Edit without(String text) throws IOException, InterruptedException {
        String after =
                claude.edited(FILE, text, List.of("mcp", "remove", SERVER, "--scope", "user"));
        requireRestEqual(text, after);
        return new Edit(after, shown(text));
    }

    private String shown(String text) {
        return Json.write(Map.of(SERVER, servers(parsed(text)).getOrDefault(SERVER, Map.of())));
    }

    /// What stood there before still stands there. Claude notes things of its own on the first run.
    private void requireRestEqual(String before, String after) {
        Map<String, Object> was = withoutServer(parsed(before));
        Map<String, Object> is = withoutServer(parsed(after));
        for (Map.Entry<String, Object> entry : was.entrySet()) {
            if (!Objects.equals(entry.getValue(), is.get(entry.getKey()))) {
                throw new StrawbossException(
                        ErrorCode.ENVIRONMENT,
                        "claude mcp would also change " + entry.getKey() + " in " + file() + ".",
                        "Nothing was changed. Run claude once, then repeat.");
            }
        }
    }

    private static Map<String, Object> withoutServer(Map<String, Object> configuration) {
        Map<String, Object> rest = new LinkedHashMap<>(configuration);
        Map<String, Object> servers = new LinkedHashMap<>(servers(configuration));
        servers.remove(SERVER);
        rest.put(SERVERS, servers);
        return rest;
    }

    @SuppressWarnings("unchecked") // keys of a JSON object are strings
    private static Map<String, Object> servers(Map<String, Object> configuration) {
        return configuration.get(SERVERS) instanceof Map<?, ?> servers
                ? (Map<String, Object>) servers
                : Map.of();
    }

    private Map<String, Object> parsed(String text) {
        try {
            return text.isBlank() ? Map.of() : Json.parseObject(text);
        } catch (JsonException e) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file() + " is not JSON: " + e.getMessage(),
                    "Nothing was changed. Mend the file, then repeat.",
                    e);
        }
    }
}
