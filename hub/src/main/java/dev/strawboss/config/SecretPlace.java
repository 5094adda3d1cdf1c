package dev.strawboss.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where new secrets are to be kept.
public enum SecretPlace {
    /// In the keyring if there is one, else in the file.
    AUTO,
    KEYRING,
    FILE;

    static Optional<SecretPlace> of(String name) {
        return Arrays.stream(values()).filter(place -> place.toString().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
