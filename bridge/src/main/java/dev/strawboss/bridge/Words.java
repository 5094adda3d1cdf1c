package dev.strawboss.bridge;

/// Single JSON strings and numbers.
final class Words {
    private Words() {}

    /// Equal for equal values.
    static String key(String raw) {
        if (raw.charAt(0) == '"') {
            return raw.indexOf('\\') < 0 ? raw : '"' + text(raw) + '"';
        }
        try {
            return Long.toString(Long.parseLong(raw));
        } catch (NumberFormatException notALong) {
            return real(raw);
        }
    }

    private static String real(String raw) {
        try {
            double number = Double.parseDouble(raw);
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : Double.toString(number);
        } catch (NumberFormatException notANumber) {
            return raw;
        }
    }

    /// The text of a quoted string. A broken escape stays as it is: whoever reads the whole line
    /// refuses it.
    static String text(String raw) {
        String inner = raw.substring(1, raw.length() - 1);
        if (inner.indexOf('\\') < 0) {
            return inner;
        }
        StringBuilder text = new StringBuilder(inner.length());
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c != '\\' || i + 1 == inner.length()) {
                text.append(c);
                continue;
            }
            char escape = inner.charAt(++i);
            if (escape == 'u' && i + 4 < inner.length()) {
                text.append(unit(inner.substring(i + 1, i + 5)));
                i += 4;
            } else {
                text.append(plain(escape));
            }
        }
        return text.toString();
    }

    /// A JSON string of plain text. Half a surrogate pair, which has no bytes, becomes a blank.
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        text.codePoints()
                .forEach(c -> {
                    if (c == '"' || c == '\\') {
                        out.append('\\').appendCodePoint(c);
                    } else if (c == '\n') {
                        out.append("\\n");
                    } else {
                        boolean half = Character.getType(c) == Character.SURROGATE;
                        out.appendCodePoint(c < ' ' || half ? ' ' : c);
                    }
                });
        return out.append('"').toString();
    }

    private static char unit(String digits) {
        try {
            return (char) Integer.parseInt(digits, 16);
        } catch (NumberFormatException broken) {
            return '?';
        }
    }

    private static char plain(char escape) {
        return switch (escape) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> escape;
        };
    }
}
