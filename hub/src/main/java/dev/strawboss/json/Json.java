package dev.strawboss.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads and writes JSON (RFC 8259) as plain Java values: `LinkedHashMap<String, Object>`,
/// `ArrayList<Object>`, `String`, `Long` (whole numbers that fit), `Double` (all others), `Boolean`
/// and null. Of a name given twice the last value counts. At most 200 levels deep.
public final class Json {
    private Json() {}

    /// @throws JsonException if it is not one JSON value and nothing else
    public static @Nullable Object parse(String text) {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    /// @param utf8 bytes that are not UTF-8 become U+FFFD
    /// @throws JsonException if it is not one JSON value and nothing else
    public static @Nullable Object parse(byte[] utf8) {
        return parse(utf8, 0, utf8.length);
    }

    /// As [#parse(byte[])], of the bytes from `from` to before `to`.
    public static @Nullable Object parse(byte[] utf8, int from, int to) {
        return new Parser(utf8, from, to).document();
    }

    /// @throws JsonException also if the value is not an object
    public static Map<String, Object> parseObject(String text) {
        return object(parse(text));
    }

    /// @throws JsonException also if the value is not an object
    public static Map<String, Object> parseObject(byte[] utf8) {
        return object(parse(utf8));
    }

    /// Compact, on one line. Half a surrogate pair is written as an escape, so every string can be
    /// written and read again.
    ///
    /// @throws IllegalArgumentException if something in it has no JSON form (NaN, other classes)
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder(256);
        new Printer(out).value(value);
        return out.toString();
    }

    /// As [#write], in UTF-8.
    public static byte[] writeBytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> object(@Nullable Object value) {
        if (value instanceof Map) {
            @SuppressWarnings("unchecked") // the parser makes no other maps
            Map<String, Object> object = (Map<String, Object>) value;
            return object;
        }
        throw new JsonException("a JSON object was expected");
    }
}
