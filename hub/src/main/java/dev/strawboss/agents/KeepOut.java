package dev.strawboss.agents;

import dev.strawboss.config.Environments;
import dev.strawboss.config.Section;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How Strawboss's own tools are kept from a worker: otherwise every worker that has Strawboss
/// registered would delegate again.
///
/// @param usual what does it
/// @param registration where the CLI keeps its registered servers, if that decides the arguments
/// @param registeredArguments what does it when Strawboss is registered there
record KeepOut(Part usual, Optional<Registration> registration, List<String> registeredArguments) {
    static final KeepOut NOTHING = new KeepOut(Part.NOTHING, Optional.empty(), List.of());

    /// @param mark the text that shows that Strawboss is registered
    record Registration(HomeFile file, String mark) {
        boolean holds(Map<String, String> environment) {
            Path place = file.in(environment);
            try {
                return Files.isRegularFile(place)
                        && Files.readString(place, StandardCharsets.ISO_8859_1).contains(mark);
            } catch (IOException _) { // the CLI cannot read it either
                return false;
            }
        }
    }

    static KeepOut of(Section section) {
        section.allow(List.of("arguments", "environment", "registered", "registered_arguments"));
        Optional<Registration> registration = Optional.empty();
        if (section.has("registered")) {
            Section place = section.section("registered");
            registration =
                    Optional.of(new Registration(HomeFile.of(place), HomeFile.need(place, "mark")));
        }
        return new KeepOut(
                new Part(
                        section.strings("arguments"), Environments.checked(section, "environment")),
                registration,
                section.strings("registered_arguments"));
    }

    List<String> arguments(Map<String, String> environment) {
        return registration.filter(place -> place.holds(environment)).isPresent()
                ? registeredArguments
                : usual.arguments();
    }
}
