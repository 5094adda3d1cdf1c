package dev.strawboss.install;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.JsonException;
import dev.strawboss.json.JsoncEdit;
import dev.strawboss.json.JsoncText;
import dev.strawboss.servers.Formats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The servers in a client's configuration file, JSON or TOML, and the file without some of them.
record ClientServers(Path file, String text) {
    private static final List<String> TOML = List.of("mcp_servers");

    boolean toml() {
        return file.toString().endsWith(".toml");
    }

    /// What is written of each; of a name in two places the first.
    Map<String, Map<String, Object>> entries() {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        for (Formats.Place place : places()) {
            place.servers()
                    .forEach((name, value) -> {
                        if (value instanceof Map<?, ?> entry) {
                            all.putIfAbsent(name, strings(entry));
                        }
                    });
        }
        return all;
    }

    /// The text without these servers, all else equal.
    ///
    /// @throws StrawbossException if that cannot be done
    String without(Collection<String> names) {
        String after = text;
        for (Formats.Place place : places()) {
            for (String name : names) {
                if (place.servers().get(name) instanceof Map<?, ?> entry) {
                    after =
                            toml()
                                    ? withoutTables(after, name, entry)
                                    : withoutMembers(after, place.path(), name);
                }
            }
        }
        if (!rest(new ClientServers(file, after), List.of()).equals(rest(this, names))) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file + " cannot lose its servers with all else staying equal.",
                    "Nothing was changed. Take them out by hand, after: strawboss import-servers "
                            + file);
        }
        return after;
    }

    // As often as the name is written.
    private static String withoutMembers(String text, List<String> place, String name) {
        List<String> path = new ArrayList<>(place);
        path.add(name);
        String after = text;
        for (String next = null; !after.equals(next); ) {
            next = after;
            after = new JsoncEdit(JsoncText.of(after)).without(path);
        }
        return after;
    }

    private static String withoutTables(String text, String name, Map<?, ?> entry) {
        String after = text;
        for (List<String> table : tables(List.of("mcp_servers", name), entry)) {
            after = new TomlTable(after, table).without();
        }
        return after;
    }

    private static List<List<String>> tables(List<String> path, Map<?, ?> table) {
        List<List<String>> all = new ArrayList<>();
        table.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                List<String> below = new ArrayList<>(path);
                below.add(String.valueOf(key));
                all.addAll(tables(below, inner));
            }
        });
        all.add(path);
        return all;
    }

    private static Map<String, Object> rest(ClientServers of, Collection<String> names) {
        Map<String, Object> rest = new LinkedHashMap<>(of.document());
        for (Formats.Place place : of.places()) {
            Map<String, Object> others = new LinkedHashMap<>(place.servers());
            names.forEach(others::remove);
            String top = place.path().getFirst();
            rest.remove(top);
            rest.put("at " + String.join(".", place.path()), others);
            if (place.path().size() > 1 && of.document().get(top) instanceof Map<?, ?> outer) {
                Map<String, Object> beside = strings(outer);
                beside.remove(place.path().getLast());
                rest.put("beside " + top, beside);
            }
            if (others.isEmpty() && of.toml()) { // a table of tables goes with the last of them
                rest.remove("at " + top);
            }
        }
        return rest;
    }

    private List<Formats.Place> places() {
        Map<String, Object> document = document();
        if (!toml()) {
            return Formats.places(document);
        }
        return document.get(TOML.getFirst()) instanceof Map<?, ?> servers
                ? List.of(new Formats.Place(TOML, strings(servers)))
                : List.of();
    }

    private Map<String, Object> document() {
        if (toml()) {
            return TomlText.parse(text).orElseThrow(() -> broken(TomlText.firstError(text)));
        }
        try {
            return JsoncText.of(text).value();
        } catch (JsonException e) {
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private StrawbossException broken(String why) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION,
                file + " cannot be read: " + why + ".",
                "Nothing was changed. Mend the file, then repeat.");
    }

    private static Map<String, Object> strings(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }
}
