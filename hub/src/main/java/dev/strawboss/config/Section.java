package dev.strawboss.config;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The keys and values of one place in a configuration file, read with checks: what does not fit is
/// refused with a sentence that names the place.
public final class Section {
    private final String where;
    private final Map<String, Object> values;

    /// @param where how sentences name the place, such as `agents.d/fast.yaml`
    public Section(String where, Map<String, Object> values) {
        this.where = where;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public Map<String, Object> values() {
        return values;
    }

    /// Refuses every key that is not among `known`, naming the nearest.
    public Section allow(Collection<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                throw invalid(
                        "has an unknown key \""
                                + Shown.text(key, 60)
                                + "\"."
                                + Suggestion.sentence(key, known));
            }
        }
        return this;
    }

    public boolean has(String key) {
        return values.get(key) != null;
    }

    /// Numbers and booleans are taken as written: people forget quotes around `model: 4.1`.
    public Optional<String> string(String key) {
        return value(key).map(value -> scalar(key, value));
    }

    public Optional<Boolean> bool(String key) {
        return value(key)
                .map(value -> {
                    if (value instanceof Boolean bool) {
                        return bool;
                    }
                    throw wants(key, "true or false", value);
                });
    }

    public Optional<Long> integer(String key) {
        return value(key)
                .map(value -> {
                    if (value instanceof Integer || value instanceof Long) {
                        return ((Number) value).longValue();
                    }
                    throw wants(key, "a whole number", value);
                });
    }

    /// How many of something, such as jobs at once: 1 to 1,000.
    public Optional<Integer> count(String key) {
        return integer(key)
                .map(value -> {
                    if (value >= 1 && value <= 1_000) {
                        return value.intValue();
                    }
                    throw wants(key, "1 to 1000", value);
                });
    }

    public Optional<Duration> duration(String key) {
        return string(key)
                .map(text ->
                        Durations.parse(text)
                                .orElseThrow(
                                        () -> wants(key, "a duration such as 90s or 1h30m", text)));
    }

    /// A list of strings; one string stands for a list of one; empty when absent.
    public List<String> strings(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(scalar(key, value));
        }
        List<String> strings = new ArrayList<>();
        list.forEach(item -> strings.add(scalar(key, item)));
        return List.copyOf(strings);
    }

    /// Names and strings, such as an environment, in the order written; empty when absent.
    public Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        section(key).values.forEach((name, value) -> map.put(name, scalar(key, value)));
        return Collections.unmodifiableMap(map);
    }

    /// What is nested under the key; empty when absent.
    public Section section(String key) {
        Object value = values.get(key);
        if (value == null) {
            return new Section(where + ", " + key, Map.of());
        }
        if (value instanceof Map<?, ?> map) {
            return new Section(where + ", " + key, stringKeys(map));
        }
        throw wants(key, "names and values", value);
    }

    /// A refusal that names the place.
    ///
    /// @param rest the sentence after the place's name
    public StrawbossException invalid(String rest) {
        return new StrawbossException(
                ErrorCode.CONFIGURATION, where + " " + rest, "Correct " + where + ".");
    }

    static Map<String, Object> stringKeys(Map<?, ?> map) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put(String.valueOf(key), value));
        return result;
    }

    private Optional<Object> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    private String scalar(String key, Object value) {
        if (value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        throw wants(key, "text", value);
    }

    private StrawbossException wants(String key, String wanted, Object value) {
        return invalid(
                "wants "
                        + key
                        + " to be "
                        + wanted
                        + ", not "
                        + Shown.text(String.valueOf(value), 60)
                        + ".");
    }
}
