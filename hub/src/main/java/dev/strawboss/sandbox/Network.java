package dev.strawboss.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What of the network a confined command reaches; the first is the narrowest.
public enum Network {
    /// Nothing: a network of its own in which only itself is.
    NONE,
    /// The same, and what the hub lets through a socket that the profile grants.
    LISTED,
    /// The machine's own.
    OPEN;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As settings are shown.
    @Override
    public String toString() {
        return wireName();
    }

    public static Optional<Network> ofWireName(String name) {
        return Stream.of(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }
}
