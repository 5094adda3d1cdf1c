package dev.strawboss.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/// Reads TOML 1.0 as maps and lists that can be compared.
final class TomlText {
    private TomlText() {}

    /// Empty if it is not TOML.
    static Optional<Map<String, Object>> parse(String text) {
        TomlParseResult result = Toml.parse(text);
        return result.hasErrors() ? Optional.empty() : Optional.of(map(result));
    }

    static String firstError(String text) {
        return Toml.parse(text).errors().getFirst().toString();
    }

    private static Map<String, Object> map(org.tomlj.TomlTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        table.entrySet().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return map;
    }

    private static List<Object> list(TomlArray array) {
        List<Object> list = new ArrayList<>();
        array.toList().forEach(element -> list.add(value(element)));
        return list;
    }

    private static Object value(Object value) {
        return switch (value) {
            case org.tomlj.TomlTable table -> map(table);
            case TomlArray array -> list(array);
            default -> value;
        };
    }
}
