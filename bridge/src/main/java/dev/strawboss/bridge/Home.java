package dev.strawboss.bridge;

import java.nio.file.Path;
import java.util.Map;

/// Where one hub keeps everything: state, and configuration that people edit. The same two
/// directories mean the same hub, whatever the environment of the process that asks.
///
/// @param state owned by the hub; mode 0700
/// @param configuration `config.yaml`, `agents.d/`, `projects.d/`, `secrets.env`
public record Home(Path state, Path configuration) {
    /// Of one directory that holds both, as `STRAWBOSS_HOME` and `--home` name it.
    public static Home of(Path directory) {
        Path absolute = directory.toAbsolutePath().normalize();
        return new Home(absolute.resolve("state"), absolute.resolve("config"));
    }

    /// `STRAWBOSS_HOME` if set, else `$XDG_STATE_HOME/strawboss` and `$XDG_CONFIG_HOME/strawboss`
    /// with the defaults of the XDG base directory specification 0.8.
    ///
    /// @param userHome the person's home directory, for when `HOME` is not in the environment
    public static Home find(Map<String, String> environment, Path userHome) {
        String home = environment.getOrDefault("STRAWBOSS_HOME", "");
        if (!home.isEmpty()) {
            return of(Path.of(home));
        }
        Path user = absolute(environment, "HOME", userHome);
        return new Home(
                absolute(environment, "XDG_STATE_HOME", user.resolve(".local/state"))
                        .resolve("strawboss"),
                absolute(environment, "XDG_CONFIG_HOME", user.resolve(".config"))
                        .resolve("strawboss"));
    }

    // The specification says that a relative path in these variables is to be ignored.
    private static Path absolute(Map<String, String> environment, String name, Path otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.startsWith("/") ? Path.of(value) : otherwise;
    }
}
