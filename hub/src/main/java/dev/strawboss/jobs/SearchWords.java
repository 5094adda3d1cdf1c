package dev.strawboss.jobs;

import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a person searches for: words that must all be there, `word*` for a beginning, `"words in a
/// row"`. Everything else is punctuation. As SQLite's full-text search wants it, each word is in
/// quotes, so that none of its operators can be meant or missed.
final class SearchWords {
    /// More would be a text, not a search.
    private static final int MOST_WORDS = 20;

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"?|([^\\s\"*]+)(\\*?)");

    private SearchWords() {}

    /// The match expression; empty if there is no letter or digit to search for.
    static Optional<String> expression(String text) {
        StringJoiner all = new StringJoiner(" AND ");
        Matcher word = WORD.matcher(text);
        for (int words = 0; words < MOST_WORDS && word.find(); ) {
            String phrase = word.group(1);
            String plain = clean(phrase == null ? word.group(2) : phrase);
            if (plain.codePoints().anyMatch(Character::isLetterOrDigit)) {
                all.add('"' + plain + '"' + ("*".equals(word.group(3)) ? " *" : ""));
                words++;
            }
        }
        return all.length() == 0 ? Optional.empty() : Optional.of(all.toString());
    }

    // a NUL would end the expression, half a surrogate pair is no text
    private static String clean(String word) {
        StringBuilder clean = new StringBuilder();
        word.codePoints()
                .map(point -> Character.isLetterOrDigit(point) || isMark(point) ? point : ' ')
                .forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean isMark(int point) {
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> false;
        };
    }
}
