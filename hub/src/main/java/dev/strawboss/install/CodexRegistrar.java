package dev.strawboss.install;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Codex: `[mcp_servers.strawboss]` of `config.toml`. Its own `mcp add` loses comments of other
/// servers (seen with 0.169.0), so that writes our table into an empty file, and the table's lines
/// are put into the person's, and codex is asked whether it reads that. `required` makes codex wait
/// for the server to start: without it the tools of a server that needs a second are missing.
final class CodexRegistrar implements Registrar {
    private static final String FILE = "config.toml";
    private static final String SERVERS = "mcp_servers";
    private static final String REQUIRED = "required";
    private static final List<String> TABLE = List.of(SERVERS, SERVER);
    private static final List<String> SET = List.of("command", "args", REQUIRED);

    private final ClientBinary codex;
    private final Path directory;

    CodexRegistrar(Map<String, String> environment, Path home) {
        this.codex = new ClientBinary("codex", "CODEX_HOME", environment);
        this.directory = codex.directory(home.resolve(".codex"));
    }

    @Override
    public String client() {
        return codex.name();
    }

    @Override
    public Path file() {
        return directory.resolve(FILE);
    }

    @Override
    public Optional<Entry> entry(String text) {
        return ours(parsed(text)).map(CodexRegistrar::entry);
    }

    private static Entry entry(Map<?, ?> table) {
        List<String> words = new ArrayList<>();
        words.add(String.valueOf(table.get("command")));
        if (table.get("args") instanceof List<?> arguments) {
            arguments.forEach(argument -> words.add(String.valueOf(argument)));
        }
        return new Entry(words, Boolean.TRUE.equals(table.get(REQUIRED)));
    }

    @Override
    public Edit with(String text, List<String> words) throws IOException, InterruptedException {
        List<String> add =
                Stream.concat(Stream.of("mcp", "add", SERVER, "--"), words.stream()).toList();
        String written = codex.edited(FILE, "", add);
        List<String> table = new ArrayList<>(written.strip().lines().toList());
        table.add(REQUIRED + " = true");

        TomlTable lines = new TomlTable(text, TABLE);
        String after = entry(text).isPresent() ? lines.with(table, SET) : lines.appended(table);
        if (!isWanted(text, after, words)) {
            String rewritten = codex.edited(FILE, text, add);
            after = new TomlTable(rewritten, TABLE).with(table, SET);
        }
        if (!isWanted(text, after, words)) {
            throw refused("take in [" + SERVERS + "." + SERVER + "]");
        }
        return new Edit(after, String.join("\n", table));
    }

    private boolean isWanted(String before, String after, List<String> words)
            throws IOException, InterruptedException {
        Optional<Map<String, Object>> parsed = TomlText.parse(after);
        return parsed.map(CodexRegistrar::restOf).equals(Optional.of(restOf(parsed(before))))
                && parsed.flatMap(CodexRegistrar::ours)
                        .map(CodexRegistrar::entry)
                        .equals(Optional.of(new Entry(words, true)))
                && codex.accepts(FILE, after, List.of("mcp", "get", SERVER));
    }

    @Override
    public Edit without(String text) throws IOException, InterruptedException {
        String after = new TomlTable(text, TABLE).without();
        if (!isGone(text, after)) {
            after = codex.edited(FILE, text, List.of("mcp", "remove", SERVER));
        }
        if (!isGone(text, after)) {
            throw refused("lose [" + SERVERS + "." + SERVER + "]");
        }
        return new Edit(after, "[" + SERVERS + "." + SERVER + "]");
    }

    private boolean isGone(String before, String after) throws IOException, InterruptedException {
        Optional<Map<String, Object>> parsed = TomlText.parse(after);
        return parsed.map(CodexRegistrar::restOf).equals(Optional.of(restOf(parsed(before))))
                && parsed.flatMap(CodexRegistrar::ours).isEmpty()
                && codex.accepts(FILE, after, List.of("mcp", "list"));
    }

    /// All but our server; a table of servers that is empty counts as absent.
    private static Map<String, Object> restOf(Map<String, Object> configuration) {
        Map<String, Object> rest = new HashMap<>(configuration);
        if (rest.get(SERVERS) instanceof Map<?, ?> servers) {
            Map<Object, Object> others = new HashMap<>(servers);
            others.remove(SERVER);
            rest.put(SERVERS, others);
            if (others.isEmpty()) {
                rest.remove(SERVERS);
            }
        }
        return rest;
    }

    private static Optional<Map<?, ?>> ours(Map<String, Object> configuration) {
        return configuration.get(SERVERS) instanceof Map<?, ?> servers
                        && servers.get(SERVER) instanceof Map<?, ?> table
                ? Optional.of(table)
                : Optional.empty();
    }

    private Map<String, Object> parsed(String text) {
        return TomlText.parse(text)
                .orElseThrow(() ->
                        new StrawbossException(
                                ErrorCode.CONFIGURATION,
                                file() + " is not TOML: " + TomlText.firstError(text),
                                "Nothing was changed. Mend the file, then repeat."));
    }

    private StrawbossException refused(String what) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                file() + " cannot " + what + " with all else staying equal.",
                "Nothing was changed. Edit the file by hand; docs/install.md shows the entry.");
    }
}
