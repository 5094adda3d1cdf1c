package dev.strawboss.errors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the name a person probably meant.
public final class Suggestion {
    private Suggestion() {}

    /// The known name nearest to `given` by edit distance (Levenshtein), if it is near enough to be
    /// a slip: at most a third of the longer name, and at least one letter in common.
    public static Optional<String> nearest(String given, Collection<String> known) {
        return known.stream()
                .filter(name ->
                        distance(given, name) * 3 <= Math.max(given.length(), name.length()) + 1)
                .min(
                        Comparator.comparingInt((String name) -> distance(given, name))
                                .thenComparing(name -> name));
    }

    /// " Did you mean X?" or nothing, to append to a sentence.
    public static String sentence(String given, Collection<String> known) {
        return nearest(given, known).map(name -> " Did you mean " + name + "?").orElse("");
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
