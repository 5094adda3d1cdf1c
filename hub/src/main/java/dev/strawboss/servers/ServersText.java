package dev.strawboss.servers;

import dev.strawboss.config.Shown;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.JsonException;
import dev.strawboss.json.JsoncEdit;
import dev.strawboss.json.JsoncText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The text of `servers.json` and what it says.
final class ServersText {
    /// Keys that mean something to us or harm nobody; others are noted.
    private static final Set<String> KNOWN =
            Set.of(
                    "type",
                    "command",
                    "args",
                    "env",
                    "environment",
                    "env_vars",
                    "cwd",
                    "directory",
                    "url",
                    "httpUrl",
                    "serverUrl",
                    "headers",
                    "http_headers",
                    "env_http_headers",
                    "bearer_token_env_var",
                    "oauth",
                    "enabled",
                    "disabled",
                    "scope",
                    "keep",
                    "sandbox",
                    "tools",
                    "includeTools",
                    "excludeTools",
                    "enabled_tools",
                    "disabled_tools",
                    "disabledTools",
                    "timeout",
                    "start",
                    "tool_timeout_sec",
                    "startup_timeout_sec",
                    "limits",
                    "description",
                    "name",
                    "title",
                    "version",
                    "gallery",
                    "alwaysLoad",
                    "required",
                    "source");

    private ServersText() {}

    /// @param before what holds if the text cannot be read
    static Configured.Read read(String where, String text, Configured.Read before) {
        JsoncText jsonc = JsoncText.of(text);
        Map<String, Object> document;
        try {
            document = jsonc.value();
        } catch (JsonException malformed) {
            return broken(
                    before,
                    where
                            + " is "
                            + Shown.text(String.valueOf(malformed.getMessage()), 120)
                            + line(jsonc, malformed)
                            + "; what it said before still holds.",
                    where);
        }
        List<Formats.Place> places = Formats.places(document);
        if (places.isEmpty() && !document.isEmpty()) {
            return broken(
                    before, where + " holds no servers: there is no mcpServers in it.", where);
        }
        return new Configured.Read(servers(where, jsonc, places), Formats.inputs(document));
    }

    static Configured.Read broken(Configured.Read before, String sentence, String where) {
        Configured.Problem problem = new Configured.Problem(sentence, "Correct " + where + ".");
        return new Configured.Read(before.configured().with(problem), before.inputs());
    }

    private static Configured servers(String where, JsoncText text, List<Formats.Place> places) {
        Map<String, Server> good = new LinkedHashMap<>();
        List<Configured.Wrong> wrong = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (Formats.Place place : places) {
            place.servers()
                    .forEach((name, value) -> {
                        if (good.containsKey(name)) {
                            notes.add(twice(where, name, "the first one counts"));
                            return;
                        }
                        try {
                            good.put(name, ServerEntry.read(where, Shown.text(name, 80), value));
                            notes.addAll(unknown(where, name, value));
                        } catch (StrawbossException unfit) {
                            wrong.add(
                                    new Configured.Wrong(
                                            Shown.text(name, 80),
                                            String.valueOf(unfit.getMessage()),
                                            unfit.hint()));
                        }
                    });
            repeated(text, place)
                    .forEach(name -> notes.add(twice(where, name, "the last one counts")));
        }
        return new Configured(List.copyOf(good.values()), wrong, notes, Optional.empty());
    }

    private static Set<String> repeated(JsoncText text, Formats.Place place) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        if (!place.path().isEmpty()) {
            for (String name : new JsoncEdit(text).names(place.path())) {
                if (!seen.add(name)) {
                    repeated.add(name);
                }
            }
        }
        return repeated;
    }

    private static String twice(String where, String name, String which) {
        return where + " has a server " + Shown.text(name, 60) + " twice; " + which + ".";
    }

    private static List<String> unknown(String where, String name, Object value) {
        List<String> notes = new ArrayList<>();
        if (value instanceof Map<?, ?> entry) {
            entry.keySet().stream()
                    .map(String::valueOf)
                    .filter(key -> !KNOWN.contains(key))
                    .limit(5)
                    .forEach(key ->
                            notes.add(
                                    where
                                            + ", "
                                            + name
                                            + ": "
                                            + Shown.text(key, 60)
                                            + " has no effect here."));
        }
        return notes;
    }

    private static String line(JsoncText text, JsonException malformed) {
        String message = String.valueOf(malformed.getMessage());
        int at = message.lastIndexOf(" at byte ");
        if (at < 0) {
            return "";
        }
        int bytes = Integer.parseInt(message.substring(at + 9));
        byte[] all = text.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int line = 1;
        for (int i = 0; i < Math.min(bytes, all.length); i++) {
            line += all[i] == '\n' ? 1 : 0;
        }
        return " (line " + line + ")";
    }
}
