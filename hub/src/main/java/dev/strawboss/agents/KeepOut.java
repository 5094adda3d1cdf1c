package dev.strawboss.agents;

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
/// @param arguments what does it
/// @param registration where the CLI keeps its registered servers, if that decides the arguments
/// @param registeredArguments what does it when Strawboss is registered there
record KeepOut(
        List<String> arguments,
        Optional<Registration> registration,
        List<String> registeredArguments) {
    static final KeepOut NOTHING = new KeepOut(List.of(), Optional.empty(), List.of());

    /// @param home the variable that names the folder
    /// @param otherwise the folder in HOME when that is not set
    /// @param mark the text that shows that Strawboss is registered
    record Registration(String home, String otherwise, String file, String mark) {
        boolean holds(Map<String, String> environment) {
            String folder = environment.getOrDefault(home, "");
            Path file =
                    folder.isEmpty()
                            ? Path.of(environment.getOrDefault("HOME", "/"), otherwise, this.file)
                            : Path.of(folder, this.file);
            try {
                return Files.isRegularFile(file)
                        && Files.readString(file, StandardCharsets.ISO_8859_1).contains(mark);
            } catch (IOException _) { // the CLI cannot read it either
                return false;
            }
        }
    }

    static KeepOut of(Section section) {
        section.allow(List.of("arguments", "registered", "registered_arguments"));
        Optional<Registration> registration = Optional.empty();
        if (section.has("registered")) {
            Section place = section.section("registered");
            registration =
                    Optional.of(
                            new Registration(
                                    need(place, "home"),
                                    need(place, "otherwise"),
                                    need(place, "file"),
                                    need(place, "mark")));
        }
        return new KeepOut(
                section.strings("arguments"),
                registration,
                section.strings("registered_arguments"));
    }

    List<String> arguments(Map<String, String> environment) {
        return registration.filter(place -> place.holds(environment)).isPresent()
                ? registeredArguments
                : arguments;
    }

    private static String need(Section section, String key) {
        return section.string(key).orElseThrow(() -> section.invalid("lacks " + key + "."));
    }
}
