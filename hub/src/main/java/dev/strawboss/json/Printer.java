package dev.strawboss.json;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes one value into a builder.
final class Printer {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;

    Printer(StringBuilder out) {
        this.out = out;
    }

    void value(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> string(text);
            case Boolean bool -> out.append(bool.booleanValue());
            case Double number -> real(number);
            case Float number -> real(number.doubleValue());
            case Number number -> whole(number);
            case Map<?, ?> map -> object(map);
            case Iterable<?> list -> array(list);
            default ->
                    throw new IllegalArgumentException(value.getClass() + " has no form in JSON");
        }
    }

    private void whole(Number number) {
        if (number instanceof Long || number instanceof Integer) {
            out.append(number.longValue());
        } else {
            throw new IllegalArgumentException(number.getClass() + " has no form in JSON");
        }
    }

    private void real(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(number + " has no form in JSON");
        }
        out.append(number);
    }

    private void object(Map<?, ?> map) {
        out.append('{');
        boolean first = true;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            string((String) entry.getKey());
            out.append(':');
            value(entry.getValue());
        }
        out.append('}');
    }

    private void array(Iterable<?> list) {
        out.append('[');
        boolean first = true;
        for (Object element : list) {
            if (!first) {
                out.append(',');
            }
            first = false;
            value(element);
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        int copied = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\' && c < 0x7f) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (mustEscape(c)) {
                out.append(text, copied, i);
                escape(c);
                copied = i + 1;
            }
        }
        out.append(text, copied, text.length()).append('"');
    }

    // U+2028 and U+2029 too: some clients split lines there.
    private static boolean mustEscape(char c) {
        return c < ' '
                || c == '"'
                || c == '\\'
                || c == 0x7f
                || c == 0x2028
                || c == 0x2029
                || Character.isSurrogate(c);
    }

    private void escape(char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\n' -> out.append('n');
            case '\r' -> out.append('r');
            case '\t' -> out.append('t');
            default -> {
                out.append('u');
                for (int shift = 12; shift >= 0; shift -= 4) {
                    out.append(HEX.charAt(c >> shift & 15));
                }
            }
        }
    }
}
