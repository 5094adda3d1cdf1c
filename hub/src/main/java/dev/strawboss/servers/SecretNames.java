package dev.strawboss.servers;

import java.util.Locale;

/// Names under which values are kept in the secret store.
public final class SecretNames {
    private static final int LONGEST = 128;

    private SecretNames() {}

    /// In capitals, every other character an underscore: `api-key` becomes `API_KEY`.
    public static String of(String words) {
        String name = words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        String begun = name.isEmpty() || Character.isDigit(name.charAt(0)) ? "_" + name : name;
        return begun.substring(0, Math.min(begun.length(), LONGEST));
    }
}
