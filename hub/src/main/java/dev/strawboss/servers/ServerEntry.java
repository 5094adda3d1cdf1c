package dev.strawboss.servers;

import dev.strawboss.config.Durations;
import dev.strawboss.config.Names;
import dev.strawboss.config.Section;
import dev.strawboss.config.Sizes;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.upstream.Setup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one server as any of the clients writes it down. What is wrong is said without the value:
/// that may be a secret.
final class ServerEntry {
    private static final List<String> URLS = List.of("url", "httpUrl", "serverUrl");
    private static final Set<String> SANDBOX = Set.of("off", "best", "required");
    private static final Set<String> STDIO = Set.of("stdio", "local");
    private static final Set<String> HTTP =
            Set.of("http", "streamable-http", "streamablehttp", "streamable_http", "remote");

    private final String name;
    private final Section section;
    private final Map<String, Object> values;

    private ServerEntry(String where, String name, Map<String, Object> values) {
        this.name = name;
        this.values = values;
        this.section = new Section(where + ", " + name, values);
    }

    /// @param where how sentences name the file
    /// @throws StrawbossException if it cannot be used
    static Server read(String where, String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Section(where + ", " + name, Map.of()).invalid("must be an object.");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, inner) -> values.put(String.valueOf(key), inner));
        return new ServerEntry(where, name, values).server();
    }

    private Server server() {
        if (!Names.wellFormed(name)) {
            throw section.invalid(
                    "cannot be the name of a server: use at most 64 letters, digits, dots, dashes"
                            + " and underscores, and neither a dot nor a dash first.");
        }
        Link link = link();
        return new Server(
                name,
                link,
                bool("enabled").orElse(!bool("disabled").orElse(false)),
                running(link),
                tools(),
                limits());
    }

    // ---------------------------------------------------------------- how it is reached

    private Link link() {
        String type = text("type").orElse("").toLowerCase(Locale.ROOT);
        Optional<String> url = URLS.stream().flatMap(key -> text(key).stream()).findFirst();
        boolean local = values.get("command") != null;
        if (local && url.isPresent()) {
            throw section.invalid("has both a command and a url; take one of them out.");
        }
        if (!local && url.isEmpty()) {
            throw section.invalid("has neither a command nor a url.");
        }
        boolean known = type.isEmpty() || (local ? STDIO.contains(type) : remote(type));
        if (!known) {
            throw section.invalid(
                    local
                            ? "has a command, so its type can only be stdio."
                            : "has a url, so its type can only be http or sse.");
        }
        return local
                ? new Link.Local(command(), environment(), directory())
                : new Link.Remote(
                        address(url.orElseThrow()), headers(), type.equals("sse"), login());
    }

    private static boolean remote(String type) {
        return HTTP.contains(type) || type.equals("sse");
    }

    private List<String> command() {
        List<String> words = new ArrayList<>(texts("command"));
        words.addAll(texts("args"));
        if (words.isEmpty() || words.getFirst().isBlank()) {
            throw section.invalid("has an empty command.");
        }
        if (words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw section.invalid("has a NUL in its command.");
        }
        if (words.stream().anyMatch(word -> word.endsWith("/strawboss-bridge.jar"))) {
            throw section.invalid("is Strawboss itself, which cannot stand behind itself.");
        }
        return words;
    }

    private Map<String, String> environment() {
        Map<String, String> all = new LinkedHashMap<>();
        texts("env_vars").forEach(variable -> all.put(variable, "${" + variable + "}"));
        all.putAll(pairs("env"));
        all.putAll(pairs("environment"));
        for (Map.Entry<String, String> pair : all.entrySet()) {
            boolean fits =
                    !pair.getKey().isEmpty()
                            && pair.getKey().indexOf('=') < 0
                            && pair.getKey().indexOf('\0') < 0
                            && pair.getValue().indexOf('\0') < 0;
            if (!fits) {
                throw section.invalid("has an environment variable that cannot be one.");
            }
        }
        return all;
    }

    private String directory() {
        return text("cwd").or(() -> text("directory")).orElse("");
    }

    private String address(String url) {
        String start = url.toLowerCase(Locale.ROOT);
        if (!start.startsWith("http://") && !start.startsWith("https://") && !start.contains("{")) {
            throw section.invalid("wants its url to begin with https:// or http://.");
        }
        return url;
    }

    private Map<String, String> headers() {
        Map<String, String> all = new LinkedHashMap<>();
        text("bearer_token_env_var")
                .ifPresent(variable -> all.put("Authorization", "Bearer ${" + variable + "}"));
        pairs("env_http_headers").forEach((key, variable) -> all.put(key, "${" + variable + "}"));
        all.putAll(pairs("http_headers"));
        all.putAll(pairs("headers"));
        for (Map.Entry<String, String> header : all.entrySet()) {
            if (!header.getKey().matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")
                    || !header.getValue().matches("[^\\p{Cntrl}]*")) {
                throw section.invalid("has a header that cannot be one.");
            }
        }
        return all;
    }

    private Link.Login login() {
        Object oauth = values.get("oauth");
        if (oauth == null || Boolean.TRUE.equals(oauth)) {
            return Link.Login.AUTOMATIC;
        }
        if (Boolean.FALSE.equals(oauth)) {
            return Link.Login.OFF;
        }
        return LoginEntry.read(section.section("oauth"));
    }

    // ---------------------------------------------------------------- how it runs

    private Server.Running running(Link link) {
        String scope = text("scope").orElse("");
        if (!Set.of("", "shared", "client").contains(scope)) {
            throw section.invalid("wants scope to be shared or client.");
        }
        String sandbox = text("sandbox").orElse("");
        if (!sandbox.isEmpty() && !SANDBOX.contains(sandbox)) {
            throw section.invalid("wants sandbox to be off, best or required.");
        }
        boolean client =
                scope.equals("client") || (scope.isEmpty() && ClientScope.isUsualFor(link));
        return new Server.Running(
                client ? Setup.Scope.CLIENT : Setup.Scope.SHARED,
                bool("keep").orElse(false),
                sandbox);
    }

    private Server.ToolChoice tools() {
        Set<String> only = new HashSet<>(texts("includeTools"));
        only.addAll(texts("enabled_tools"));
        Set<String> off = new HashSet<>(texts("excludeTools"));
        off.addAll(texts("disabled_tools"));
        off.addAll(texts("disabledTools"));
        if (values.get("tools") instanceof Map<?, ?> tools) {
            tools.forEach((tool, state) -> {
                if (!on(state)) {
                    off.add(String.valueOf(tool));
                }
            });
        } else {
            only.addAll(texts("tools"));
        }
        return new Server.ToolChoice(only.contains("*") ? Set.of() : only, off);
    }

    private boolean on(@Nullable Object state) {
        Object said = state instanceof Map<?, ?> tool ? tool.get("enabled") : state;
        if (said == null && state instanceof Map<?, ?>) {
            return true;
        }
        if (said instanceof Boolean enabled) {
            return enabled;
        }
        throw section.invalid("wants each of its tools to be true or false.");
    }

    private Server.Limits limits() {
        Section limits = section.section("limits").allow(List.of("calls", "per_minute", "result"));
        long result = 0;
        if (limits.has("result")) {
            result =
                    limits.string("result")
                            .flatMap(Sizes::parse)
                            .filter(bytes -> bytes > 0)
                            .orElseThrow(
                                    () -> limits.invalid("wants result to be a size such as 1MB."));
        }
        return new Server.Limits(
                duration("timeout").or(() -> seconds("tool_timeout_sec")).orElse(Duration.ZERO),
                duration("start").or(() -> seconds("startup_timeout_sec")).orElse(Duration.ZERO),
                limits.count("calls").orElse(0),
                limits.count("per_minute").orElse(0),
                result);
    }

    /// Ours as a text; a number counts milliseconds, as with claude, gemini and opencode.
    private Optional<Duration> duration(String key) {
        Object value = values.get(key);
        if (value instanceof Number number) {
            long millis = number.longValue();
            if (millis < 1_000 || millis > Duration.ofDays(1).toMillis()) {
                throw section.invalid(
                        "wants "
                                + key
                                + " to be a duration such as \"30s\"; a number counts"
                                + " milliseconds, 1000 and more.");
            }
            return Optional.of(Duration.ofMillis(millis));
        }
        return text(key)
                .map(text ->
                        Durations.parse(text)
                                .orElseThrow(() ->
                                        section.invalid(
                                                "wants "
                                                        + key
                                                        + " to be a duration such as \"30s\".")));
    }

    private Optional<Duration> seconds(String key) {
        return values.get(key) instanceof Number number && number.doubleValue() > 0
                ? Optional.of(Duration.ofMillis(Math.round(number.doubleValue() * 1_000)))
                : Optional.empty();
    }

    // ---------------------------------------------------------------- values

    private Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(value -> scalar(key, value));
    }

    private Optional<Boolean> bool(String key) {
        return Optional.ofNullable(values.get(key))
                .map(value -> {
                    if (value instanceof Boolean bool) {
                        return bool;
                    }
                    throw section.invalid("wants " + key + " to be true or false.");
                });
    }

    private List<String> texts(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> list -> list.stream().map(value -> scalar(key, value)).toList();
            case Object value -> List.of(scalar(key, value));
        };
    }

    private Map<String, String> pairs(String key) {
        Object value = values.get(key);
        Map<String, String> pairs = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> pairs.put(String.valueOf(name), scalar(key, inner)));
        } else if (value != null) {
            throw section.invalid("wants " + key + " to be names and texts.");
        }
        return pairs;
    }

    private String scalar(String key, @Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean bool -> bool.toString();
            case null, default -> throw section.invalid("wants " + key + " to hold texts only.");
        };
    }
}
