package dev.strawboss.errors;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds the name a person probably meant.
public final class Suggestion {
    /// Beyond this a word is not mistyped but something else, and comparing it costs.
    private static final int LONGEST = 200;

    private Suggestion() {}

    /// The known name nearest to `given`, if it is near enough to be a slip: at most about a third
    /// of the longer name differs, and not all of it. Swapping two neighbouring letters is one slip
    /// (optimal string alignment distance).
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given.isEmpty() || given.length() > LONGEST) {
            return Optional.empty();
        }
        return known.stream()
                .filter(name -> near(given, name))
                .min(
                        Comparator.comparingInt((String name) -> distance(given, name))
                                .thenComparing(name -> name));
    }

    /// " Did you mean X?" or nothing, to append to a sentence.
    public static String sentence(String given, Collection<String> known) {
        return nearest(given, known).map(name -> " Did you mean " + name + "?").orElse("");
    }

    private static boolean near(String given, String name) {
        int longer = Math.max(given.length(), name.length());
        int distance = distance(given, name);
        return distance * 3 <= longer + 1 && distance < longer;
    }

    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] oldest = beforeLast;
            beforeLast = last;
            last = row;
            row = oldest;
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                if (swapped(a, i, b, j)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
        }
        return row[b.length()];
    }

    private static boolean swapped(String a, int i, String b, int j) {
        return i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
