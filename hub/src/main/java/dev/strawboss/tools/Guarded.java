package dev.strawboss.tools;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Origin;
import dev.strawboss.sandbox.Demand;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Settings that bound what models do. A model that could change them could lift its own bounds, so
/// they are changed by who types `strawboss`, never over a bridge or HTTP.
///
/// @param settings keys of `config.yaml`
record Guarded(Set<String> settings) {
    /// What an agent runs and whom it obeys: a person who gave it a sandbox of its own meant this.
    private static final Set<String> OF_AGENTS =
            Set.of("cli", "command", "large_command", "base_url", "environment");

    private static final String VARIABLE = "environment.";

    /// Whether who calls is a person's command line.
    static boolean typed(Call call) {
        return call.session().name().isEmpty() && call.principal().equals(Origin.LOCAL);
    }

    /// @param changed keys of `config.yaml` as the caller gave them, `key` or `key.below`
    /// @throws StrawbossException if one of them is guarded and the caller is not a command line
    void settings(Call call, Collection<String> changed) {
        for (String name : changed) {
            if (!typed(call) && settings.contains(key(name))) {
                throw refused(name);
            }
        }
    }

    /// @param before what the agent's file says; a file that cannot be read is a person's to mend
    /// @param after what it is to say
    void agent(Call call, Supplier<Map<String, Object>> before, Map<String, Object> after) {
        if (typed(call)) {
            return;
        }
        Map<String, Object> configured = before.get();
        boolean own = configured.containsKey(Demand.DETAIL);
        for (String name : changed(configured, after)) {
            boolean loading =
                    name.startsWith(VARIABLE) && Loading.decides(name.substring(VARIABLE.length()));
            if (key(name).equals(Demand.DETAIL)
                    || loading
                    || (own && OF_AGENTS.contains(key(name)))) {
                throw refused(name);
            }
        }
    }

    /// The same of a project. Where one is, its sandbox is.
    void project(Call call, Supplier<Map<String, Object>> before, Map<String, Object> after) {
        if (typed(call)) {
            return;
        }
        Map<String, Object> configured = before.get();
        boolean own = configured.containsKey(Demand.DETAIL);
        for (String name : changed(configured, after)) {
            if (key(name).equals(Demand.DETAIL) || (own && name.equals("path"))) {
                throw refused(name);
            }
        }
    }

    private static String key(String name) {
        return name.split("\\.", 2)[0];
    }

    /// `key` or `key.below` of every value that differs; what is left out differs too.
    private static Set<String> changed(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> old = flat(before);
        Map<String, Object> fresh = flat(after);
        Set<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        names.removeIf(name -> Objects.equals(old.get(name), fresh.get(name)));
        return names;
    }

    private static Map<String, Object> flat(Map<String, Object> values) {
        Map<String, Object> flat = new TreeMap<>();
        values.forEach((key, value) -> {
            if (value instanceof Map<?, ?> below) {
                below.forEach((name, inner) -> flat.put(key + "." + name, comparable(inner)));
            } else if (value != null) {
                flat.put(key, comparable(value));
            }
        });
        return flat;
    }

    /// Numbers and booleans are as good as their text, as where files are read.
    private static Object comparable(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : String.valueOf(value);
    }

    private static StrawbossException refused(String name) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The setting "
                        + PlainText.line(name, 60)
                        + " bounds what you may do, so only a person changes it.",
                "Ask your user to type it: strawboss config, strawboss agents add or"
                        + " strawboss projects add");
    }
}
