package dev.strawboss.sandbox;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Key;
import dev.strawboss.config.Section;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What a person says in `config.yaml` about how jobs are confined.
public final class SandboxSettings {
    /// How much confinement jobs get, unless their request asks for more.
    public static final Key<Demand> DEMAND =
            new Key<>(
                    "sandbox",
                    "Whether jobs are confined: required, best (as far as this machine can), off.",
                    Demand.REQUIRED,
                    (section, key) ->
                            one(
                                    section,
                                    key,
                                    Demand.wireNames(),
                                    section.string(key).flatMap(Demand::ofWireName)));

    /// What confined commands reach.
    public static final Key<Network> NETWORK =
            new Key<>(
                    "sandbox_network",
                    "The network of confined commands: none, open.",
                    Network.NONE,
                    (section, key) ->
                            one(
                                    section,
                                    key,
                                    List.of("none", "open"),
                                    section.string(key)
                                            .flatMap(Network::ofWireName)
                                            .filter(network -> network != Network.LISTED)));

    /// What they see besides the system's programs.
    public static final Key<List<Path>> READABLE =
            new Key<>(
                    "sandbox_readable",
                    "Files and directories that confined jobs may read, such as ~/.m2.",
                    List.of(),
                    SandboxSettings::paths);

    /// 0: no bound of all processes together.
    public static final Key<Long> MEMORY =
            new Key<>(
                    "sandbox_memory",
                    "Memory of all processes of a confined job together, such as 8g; 0: no bound.",
                    0L,
                    Configuration::size);

    /// All keys.
    public static final List<Key<?>> KEYS = List.of(DEMAND, NETWORK, READABLE, MEMORY);

    private SandboxSettings() {}

    /// The profile with what a person says about all jobs, and with the tools in that person's
    /// home.
    ///
    /// @param home the person's
    public static Profile apply(Configuration configuration, Profile profile, Path home) {
        Profile applied = profile.limits(profile.limits().memory(configuration.value(MEMORY)));
        for (Path path : configuration.value(READABLE)) {
            applied = applied.under(Grant.readable(path));
        }
        for (Grant tools : HomeTools.grants(home)) {
            applied = applied.under(tools);
        }
        return applied;
    }

    private static <T> T one(Section section, String key, List<String> names, Optional<T> value) {
        return value.orElseThrow(() ->
                section.invalid(
                        "wants " + key + " to be one of " + String.join(", ", names) + "."));
    }

    private static List<Path> paths(Section section, String key) {
        return section.strings(key).stream().map(text -> path(section, key, text)).toList();
    }

    private static Path path(Section section, String key, String text) {
        Path path =
                text.startsWith("~/")
                        ? Path.of(System.getProperty("user.home"), text.substring(2))
                        : Path.of(text);
        if (!path.isAbsolute()) {
            throw section.invalid("wants the paths of " + key + " to be absolute or from ~/.");
        }
        return path;
    }
}
