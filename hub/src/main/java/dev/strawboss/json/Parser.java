package dev.strawboss.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A recursive-descent reader of one document (the grammar of RFC 8259, nothing more).
final class Parser {
    private static final int MAX_DEPTH = 200;

    private final byte[] in;
    private final int start;
    private final int end;
    private int at;
    private int depth;

    Parser(byte[] in, int start, int end) {
        this.in = in;
        this.start = start;
        this.end = end;
        this.at = start;
    }

    @Nullable Object document() {
        Object value = value();
        if (blank() >= 0) {
            throw wrong("something follows the value");
        }
        return value;
    }

    private @Nullable Object value() {
        int c = blank();
        return switch (c) {
            case '{' -> nested(this::object);
            case '[' -> nested(this::array);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            case -1 -> throw wrong("a value is missing");
            default -> {
                if (c == '-' || isDigit(c)) {
                    yield number();
                }
                throw wrong("a value cannot begin so");
            }
        };
    }

    private interface Container {
        Object read();
    }

    private Object nested(Container container) {
        if (++depth > MAX_DEPTH) {
            throw wrong("more than " + MAX_DEPTH + " levels deep");
        }
        at++;
        Object value = container.read();
        at++;
        depth--;
        return value;
    }

    private Map<String, @Nullable Object> object() {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (blank() == '}') {
            return object;
        }
        while (true) {
            if (blank() != '"') {
                throw wrong("a name in quotes is missing");
            }
            String name = string();
            if (blank() != ':') {
                throw wrong("a colon is missing");
            }
            at++;
            object.put(name, value());
            int c = blank();
            if (c == '}') {
                return object;
            }
            if (c != ',') {
                throw wrong("a comma or } is missing");
            }
            at++;
        }
    }

    private List<@Nullable Object> array() {
        List<@Nullable Object> array = new ArrayList<>();
        if (blank() == ']') {
            return array;
        }
        while (true) {
            array.add(value());
            int c = blank();
            if (c == ']') {
                return array;
            }
            if (c != ',') {
                throw wrong("a comma or ] is missing");
            }
            at++;
        }
    }

    private String string() {
        int start = ++at;
        for (; at < end; at++) {
            byte c = in[at];
            if (c == '"') {
                return text(start, at++);
            }
            if (c == '\\') {
                return escaped(new StringBuilder(text(start, at)));
            }
            refuseControl(c);
        }
        throw wrong("a string has no end");
    }

    private String escaped(StringBuilder text) {
        int start = at;
        while (at < end) {
            byte c = in[at];
            if (c == '"') {
                return text.append(text(start, at++)).toString();
            }
            if (c == '\\') {
                text.append(text(start, at++)).append(escape());
                start = at;
            } else {
                refuseControl(c);
                at++;
            }
        }
        throw wrong("a string has no end");
    }

    private char escape() {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw wrong("an unknown escape");
        };
    }

    private char unit() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw wrong("four hexadecimal digits are missing");
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private Number number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        int first = peek();
        int digits = digits();
        if (first == '0' && digits > 1) {
            throw wrong("a number cannot begin with 0");
        }
        boolean whole = true;
        if (peek() == '.') {
            whole = false;
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            whole = false;
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        if (at - start > 1_000) {
            throw wrong("a number of more than 1,000 characters");
        }
        return number(new String(in, start, at - start, StandardCharsets.ISO_8859_1), whole);
    }

    private Number number(String text, boolean whole) {
        if (whole && !text.equals("-0") && text.length() <= 20) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException tooLarge) {
                return Double.parseDouble(text);
            }
        }
        double number = Double.parseDouble(text);
        if (Double.isInfinite(number)) {
            throw wrong("a number out of range");
        }
        return number;
    }

    private int digits() {
        int start = at;
        while (isDigit(peek())) {
            at++;
        }
        if (at == start) {
            throw wrong("a digit is missing");
        }
        return at - start;
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw wrong("a value cannot begin so");
            }
        }
        return value;
    }

    /// Skips white space and looks at what follows; -1 at the end.
    private int blank() {
        while (at < end) {
            byte c = in[at];
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                return c & 0xff;
            }
            at++;
        }
        return -1;
    }

    private int peek() {
        return at < end ? in[at] & 0xff : -1;
    }

    private String text(int from, int to) {
        return new String(in, from, to - from, StandardCharsets.UTF_8);
    }

    private void refuseControl(byte c) {
        if (c >= 0 && c < ' ') {
            throw wrong("a control character in a string");
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private JsonException wrong(String what) {
        return new JsonException("not JSON: " + what + " at byte " + (at - start));
    }
}
