package dev.strawboss.tools;

import java.util.regex.Pattern;

/// Makes text from workers harmless to show: nothing moves the cursor, changes the order of letters
/// or is there without being seen. Terminal sequences go; everything else invisible is spelled out,
/// so that a reviewer sees that it is there.
final class PlainText {
    // ECMA-48: CSI sequences, the strings OSC DCS SOS PM APC up to their end, two-byte escapes.
    private static final Pattern TERMINAL =
            Pattern.compile(
                    "(?:\\u001b\\[|\\u009b)[0-?]*[ -/]*[@-~]"
                            + "|(?:\\u001b[PX\\]^_]|[\\u0090\\u0098\\u009d-\\u009f])"
                            + "[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?"
                            + "|\\u001b[ -/]*[0-~]?");
    private static final Pattern LINE_ENDS =
            Pattern.compile("\\r++\\n?|[\\r\\u0085\\u2028\\u2029]");

    private PlainText() {}

    static String of(String text) {
        String lines = LINE_ENDS.matcher(TERMINAL.matcher(text).replaceAll("")).replaceAll("\n");
        StringBuilder plain = new StringBuilder(lines.length());
        int before = ' ';
        for (int i = 0; i < lines.length(); i += Character.charCount(before)) {
            int point = lines.codePointAt(i);
            append(plain, before, point);
            before = point;
        }
        return plain.toString();
    }

    /// The same on one line of at most `limit` characters.
    static String line(String text, int limit) {
        // what goes away comes on top of what is shown; a megabyte of it is not worth looking at
        String line = of(Excerpt.start(text, 8 * limit)).strip().replaceAll("\\s+", " ");
        return line.length() <= limit ? line : Excerpt.start(line, limit - 1) + "…";
    }

    private static void append(StringBuilder plain, int before, int point) {
        if (point == '\n' || point == '\t' || visible(point) || joins(before, point)) {
            plain.appendCodePoint(point);
        } else if (point < ' ' || (point >= 0x7f && point < 0xa0) || surrogate(point)) {
            plain.append('\ufffd');
        } else {
            plain.append(String.format("<U+%04X>", point));
        }
    }

    private static boolean visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
            default -> !variation(point) && !filler(point);
        };
    }

    // Emoji and some scripts need these after a letter or picture of theirs; hidden messages are
    // written with runs of them or behind ASCII.
    private static boolean joins(int before, int point) {
        return (point == 0xfe0f || point == 0xfe0e || point == 0x200d || point == 0x200c)
                && before > 0x7f
                && (visible(before) || (point == 0x200d && before == 0xfe0f));
    }

    private static boolean variation(int point) {
        return (point >= 0xfe00 && point <= 0xfe0f) || (point >= 0xe0100 && point <= 0xe01ef);
    }

    // Letters and marks that show nothing: Hangul fillers, the grapheme joiner, Khmer inherent
    // vowels.
    private static boolean filler(int point) {
        return point == 0x115f
                || point == 0x1160
                || point == 0x3164
                || point == 0xffa0
                || point == 0x034f
                || point == 0x17b4
                || point == 0x17b5;
    }

    private static boolean surrogate(int point) {
        return Character.getType(point) == Character.SURROGATE;
    }
}
