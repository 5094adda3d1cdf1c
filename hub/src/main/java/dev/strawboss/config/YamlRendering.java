package dev.strawboss.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Values as text that fits into a file a person wrote.
final class YamlRendering {
    private YamlRendering() {}

    /// `key: value` for a mapping in block style, without indentation of its first line and without
    /// the last newline.
    static String entry(String key, Object value, int indent, String newline) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            return inlineKey(key) + ":" + under(value, indent + 2, newline);
        }
        return inlineKey(key) + ": " + inline(value);
    }

    /// A collection below its key: each line with its newline before it.
    static String under(Object value, int indent, String newline) {
        return newline + " ".repeat(indent) + block(value, indent, newline);
    }

    /// A collection in block style, the first line without indentation.
    static String block(Object value, int indent, String newline) {
        List<String> lines = new ArrayList<>();
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            map.forEach(
                    (key, inner) -> lines.add(entry(String.valueOf(key), inner, indent, newline)));
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            list.forEach(item -> lines.add("- " + inline(item)));
        } else {
            return inline(value);
        }
        return String.join(newline + " ".repeat(indent), lines);
    }

    /// A value in the quotes of the one it follows.
    static String like(Node old, Object value) {
        if (old instanceof ScalarNode scalar && value instanceof String string) {
            if (scalar.getScalarStyle() == ScalarStyle.DOUBLE_QUOTED) {
                return quoted(string);
            }
            boolean plain = string.chars().allMatch(c -> c >= ' ' && c < 0x7f);
            if (scalar.getScalarStyle() == ScalarStyle.SINGLE_QUOTED && plain) {
                return "'" + string.replace("'", "''") + "'";
            }
        }
        return inline(value);
    }

    /// A value on one line, in flow style where it has parts.
    static String inline(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                List<String> parts = new ArrayList<>();
                map.forEach((key, inner) ->
                        parts.add(inlineKey(String.valueOf(key)) + ": " + inline(inner)));
                yield "{" + String.join(", ", parts) + "}";
            }
            case List<?> list ->
                    "["
                            + String.join(", ", list.stream().map(YamlRendering::inline).toList())
                            + "]";
            case String string -> plain(string) ? string : quoted(string);
            default -> String.valueOf(value);
        };
    }

    static String inlineKey(String key) {
        return plain(key) ? key : quoted(key);
    }

    private static boolean plain(String text) {
        if (!text.matches("[A-Za-z0-9_/~.][A-Za-z0-9_/~.@+=:-]*") || text.endsWith(":")) {
            return false;
        }
        try { // a number, a boolean, null need quotes to be text
            return text.equals(
                    YamlText.read("k: [" + text + "]").get("k") instanceof List<?> list
                            ? list.getFirst()
                            : null);
        } catch (YamlText.Unreadable _) {
            return false;
        }
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> {
                    switch (point) {
                        case '"' -> quoted.append("\\\"");
                        case '\\' -> quoted.append("\\\\");
                        case '\n' -> quoted.append("\\n");
                        case '\t' -> quoted.append("\\t");
                        default -> {
                            if (Character.isISOControl(point)
                                    || point == 0x2028
                                    || point == 0x2029
                                    || point == 0xfeff
                                    || Character.getType(point) == Character.SURROGATE) {
                                quoted.append(String.format(Locale.ROOT, "\\u%04x", point));
                            } else {
                                quoted.appendCodePoint(point);
                            }
                        }
                    }
                });
        return quoted.append('"').toString();
    }
}
