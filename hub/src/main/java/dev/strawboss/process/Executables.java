package dev.strawboss.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds programs as a shell would.
public final class Executables {
    private Executables() {}

    /// The first file of that name on the environment's PATH that can be executed. Relative entries
    /// of the PATH are passed over: what they mean depends on the current directory.
    public static Optional<Path> find(String name, Map<String, String> environment) {
        for (String entry : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (entry.startsWith("/")) {
                Path file = Path.of(entry, name);
                if (Files.isRegularFile(file) && Files.isExecutable(file)) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }
}
