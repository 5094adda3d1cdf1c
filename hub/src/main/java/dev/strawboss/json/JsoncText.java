package dev.strawboss.json;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// JSON as people write it in configuration files: with `//` and `/* */` comments and commas before
/// a closing bracket (JSONC).
///
/// @param text as it stands
/// @param plain the same with comments and such commas blanked, character for character: JSON in
///   which everything is where it was
/// @param spareCommas where the commas were that are blanked
public record JsoncText(String text, String plain, Set<Integer> spareCommas) {
    public static JsoncText of(String text) {
        StringBuilder plain = new StringBuilder(text);
        Set<Integer> spare = new TreeSet<>();
        int comma = -1; // the last one that nothing but blanks has followed
        for (int at = 0; at < text.length(); ) {
            char letter = text.charAt(at);
            int end = at + 1;
            if (letter == '"') {
                end = stringEnd(text, at);
                comma = -1;
            } else if (text.startsWith("//", at) || text.startsWith("/*", at)) {
                end = commentEnd(text, at);
                blank(plain, at, end);
            } else if (letter == ',') {
                comma = at;
            } else if ((letter == '}' || letter == ']') && comma >= 0) {
                plain.setCharAt(comma, ' ');
                spare.add(comma);
                comma = -1;
            } else if (letter == '\ufeff') {
                plain.setCharAt(at, ' ');
            } else if (!Character.isWhitespace(letter)) {
                comma = -1;
            }
            at = end;
        }
        return new JsoncText(text, plain.toString(), Set.copyOf(spare));
    }

    /// Its value; a blank text counts as an empty object.
    ///
    /// @throws JsonException if it is no object
    public Map<String, Object> value() {
        return plain.isBlank() ? Map.of() : Json.parseObject(plain);
    }

    /// Where the string that begins there ends: after its closing quote.
    static int stringEnd(String text, int start) {
        int at = start + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private static void blank(StringBuilder plain, int from, int to) {
        for (int at = from; at < to; at++) {
            plain.setCharAt(at, ' ');
        }
    }

    private static int commentEnd(String text, int start) {
        boolean line = text.charAt(start + 1) == '/';
        int end = line ? text.indexOf('\n', start) : text.indexOf("*/", start + 2) + 2;
        if (line && end > 0 && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end < start + 2 ? text.length() : end;
    }
}
