package dev.strawboss.sandbox;

import dev.strawboss.config.Section;
import dev.strawboss.errors.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    /// The name under which a job's details and the files of agents and projects have it.
    public static final String DETAIL = "sandbox";

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

    /// As a person wrote it in a file.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if there is no such word
    public static Demand checked(Section section, String word) {
        return ofWireName(word)
                .orElseThrow(() ->
                        section.invalid(
                                "wants sandbox to be one of "
                                        + String.join(", ", wireNames())
                                        + "."
                                        + Suggestion.sentence(word, wireNames())));
    }

    /// What a job's details ask for; nothing if they do not mention it.
    public static Demand in(Map<String, Object> details) {
        return ofWireName(String.valueOf(details.get(DETAIL))).orElse(OFF);
    }

    /// The narrower of the two: who asks for less than what is configured does not get it.
    public Demand and(Demand other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
