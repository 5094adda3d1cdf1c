package dev.strawboss.servers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A `server.json` of the MCP registry (schema of 2025-10-17 and the earlier spelling with
/// underscores): the first package that npx, uvx or docker can run, else the first remote.
final class RegistryEntry {
    private RegistryEntry() {}

    static boolean isOne(Map<String, Object> document) {
        Map<String, Object> server = server(document);
        return server.get("name") instanceof String
                && (server.get("packages") instanceof List<?>
                        || server.get("remotes") instanceof List<?>);
    }

    /// The one server under the last part of its name.
    static Map<String, Object> servers(Map<String, Object> document) {
        Map<String, Object> server = server(document);
        String full = String.valueOf(server.get("name"));
        String name = full.substring(full.lastIndexOf('/') + 1);
        for (Map<String, Object> each : objects(server.get("packages"))) {
            Map<String, Object> entry = packaged(each);
            if (!entry.isEmpty()) {
                return Map.of(name, entry);
            }
        }
        for (Map<String, Object> remote : objects(server.get("remotes"))) {
            return Map.of(name, remote(remote));
        }
        return Map.of(name, Map.of());
    }

    private static Map<String, Object> server(Map<String, Object> document) {
        Map<String, Object> inner = object(document.get("server"));
        return inner.isEmpty() ? document : inner;
    }

    private static Map<String, Object> packaged(Map<String, Object> each) {
        if (!text(object(each.get("transport")), "type", "type").matches("(stdio)?")) {
            return Map.of();
        }
        String identifier = text(each, "identifier", "name");
        String version = text(each, "version", "version");
        Map<String, Object> environment = new LinkedHashMap<>();
        objects(either(each, "environmentVariables", "environment_variables"))
                .forEach(variable -> put(environment, variable, true));
        List<String> runtime = arguments(each, "runtimeArguments", "runtime_arguments");
        List<String> words = new ArrayList<>();
        switch (text(each, "registryType", "registry_type").toLowerCase(Locale.ROOT)) {
            case "npm" -> {
                words.add("npx");
                words.addAll(runtime);
                if (!runtime.contains("-y") && !runtime.contains("--yes")) {
                    words.add("-y");
                }
                words.add(version.isEmpty() ? identifier : identifier + "@" + version);
            }
            case "pypi" -> {
                words.add("uvx");
                words.addAll(runtime);
                words.add(version.isEmpty() ? identifier : identifier + "==" + version);
            }
            case "oci" -> {
                words.addAll(List.of("docker", "run", "-i", "--rm"));
                environment.keySet().forEach(name -> words.addAll(List.of("-e", name)));
                words.addAll(runtime);
                boolean tagged = identifier.lastIndexOf(':') > identifier.lastIndexOf('/');
                words.add(tagged || version.isEmpty() ? identifier : identifier + ":" + version);
            }
            default -> {
                return Map.of();
            }
        }
        words.addAll(arguments(each, "packageArguments", "package_arguments"));
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("command", words.getFirst());
        entry.put("args", words.subList(1, words.size()));
        if (!environment.isEmpty()) {
            entry.put("env", environment);
        }
        return entry;
    }

    private static Map<String, Object> remote(Map<String, Object> remote) {
        Map<String, Object> entry = new LinkedHashMap<>();
        boolean sse = text(remote, "type", "transport_type").equals("sse");
        entry.put("type", sse ? "sse" : "http");
        entry.put("url", referring(text(remote, "url", "url")));
        Map<String, Object> headers = new LinkedHashMap<>();
        objects(remote.get("headers")).forEach(header -> put(headers, header, false));
        if (!headers.isEmpty()) {
            entry.put("headers", headers);
        }
        return entry;
    }

    /// What must be given and is not comes as a reference, so that its absence is told by name.
    private static void put(Map<String, Object> all, Map<String, Object> input, boolean variable) {
        String name = text(input, "name", "name");
        String given = given(input);
        boolean required = Boolean.TRUE.equals(either(input, "isRequired", "is_required"));
        boolean secret = Boolean.TRUE.equals(either(input, "isSecret", "is_secret"));
        if (!given.isEmpty()) {
            all.put(name, referring(given));
        } else if (required || secret) {
            String reference = SecretNames.of(name);
            boolean kept = secret || !variable;
            all.put(name, kept ? "secret:" + reference : "${" + name + "}");
        }
    }

    private static List<String> arguments(Map<String, Object> each, String key, String other) {
        List<String> words = new ArrayList<>();
        for (Map<String, Object> argument : objects(either(each, key, other))) {
            String given = given(argument);
            boolean required = Boolean.TRUE.equals(either(argument, "isRequired", "is_required"));
            String hint = text(argument, "valueHint", "value_hint");
            String value =
                    given.isEmpty() && required && !hint.isEmpty()
                            ? "${" + SecretNames.of(hint) + "}"
                            : referring(given);
            if (text(argument, "type", "type").equals("named")) {
                words.add(text(argument, "name", "name"));
            }
            if (!value.isEmpty()) {
                words.add(value);
            }
        }
        return words;
    }

    private static String given(Map<String, Object> input) {
        String value = text(input, "value", "value");
        return value.isEmpty() ? text(input, "default", "default") : value;
    }

    /// The registry's `{name}` is our `${NAME}`.
    private static String referring(String template) {
        return template.replaceAll("(?<![$\\w])\\{([A-Za-z_][A-Za-z0-9_]*)\\}", "\\${$1}");
    }

    private static @Nullable Object either(Map<String, Object> map, String key, String other) {
        Object value = map.get(key);
        return value == null ? map.get(other) : value;
    }

    private static String text(Map<String, Object> map, String key, String other) {
        return either(map, key, other) instanceof String text ? text : "";
    }

    private static Map<String, Object> object(@Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> object.put(String.valueOf(key), inner));
        }
        return object;
    }

    private static List<Map<String, Object>> objects(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(RegistryEntry::object).toList()
                : List.of();
    }
}
