package dev.strawboss.tools;

import java.nio.charset.StandardCharsets;

/// Pieces of text by size, never through the middle of a character.
final class Excerpt {
    private Excerpt() {}

    /// The first `chars` UTF-16 units, one less where a character would be cut in two.
    static String start(String text, int chars) {
        if (text.length() <= chars) {
            return text;
        }
        boolean splits = chars > 0 && Character.isHighSurrogate(text.charAt(chars - 1));
        return text.substring(0, splits ? chars - 1 : chars);
    }

    /// The last `chars` UTF-16 units, one less where a character would be cut in two.
    static String end(String text, int chars) {
        int from = Math.max(0, text.length() - chars);
        boolean splits = from > 0 && Character.isLowSurrogate(text.charAt(from));
        return text.substring(splits ? from + 1 : from);
    }

    /// The longest beginning of at most `limit` bytes of UTF-8.
    static String bytes(String text, int limit) {
        int used = 0;
        for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > limit) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
