package dev.strawboss.config;

import java.util.Map;
import java.util.regex.Pattern;

/// Environment variables that people write into files.
public final class Environments {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private Environments() {}

    /// @throws dev.strawboss.errors.StrawbossException if a name cannot be one, or a value holds
    ///   NUL
    public static Map<String, String> checked(Section section, String key) {
        Map<String, String> environment = section.map(key);
        environment.forEach((name, value) -> {
            if (!NAME.matcher(name).matches() || value.indexOf('\0') >= 0) {
                throw section.invalid(
                        "has an environment variable that cannot be one: \""
                                + Shown.text(name, 60)
                                + "\".");
            }
        });
        return environment;
    }
}
