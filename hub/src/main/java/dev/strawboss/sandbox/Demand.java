package dev.strawboss.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// How much a job's confinement matters; each is narrower than the one before.
public enum Demand {
    /// None.
    OFF,
    /// As much as this machine can do; the job says what that was.
    BEST,
    /// Everything that the profile promises, else the job is refused.
    REQUIRED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As settings are shown.
    @Override
    public String toString() {
        return wireName();
    }

    public static Optional<Demand> ofWireName(String name) {
        return Stream.of(values()).filter(each -> each.wireName().equals(name)).findFirst();
    }

    public static List<String> wireNames() {
        return Stream.of(values()).map(Demand::wireName).toList();
    }

    /// The narrower of the two: who asks for less than what is configured does not get it.
    public Demand and(Demand other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
