package dev.strawboss.config;

/// Foreign text made fit for a sentence: one line, bounded, without control characters.
public final class Shown {
    private Shown() {}

    /// At most `limit` characters; what is longer ends with an ellipsis.
    public static String text(String text, int limit) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), limit) + 1);
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (shown.length() + Character.charCount(point) > limit) {
                return shown.append('…').toString();
            }
            shown.appendCodePoint(harmless(point) ? point : ' ');
            i += Character.charCount(point);
        }
        return shown.toString();
    }

    // Escape sequences, bidirectional overrides and halves of pairs could forge what a person
    // reads.
    private static boolean harmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
