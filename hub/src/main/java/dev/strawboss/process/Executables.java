package dev.strawboss.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds programs as a shell does.
public final class Executables {
    private Executables() {}

    /// The absolute path of a program: on `PATH`, or where a name with a slash says (absolute or
    /// from `~/`). Empty directories of `PATH` (which mean the current one) and relative ones are
    /// passed over.
    public static Optional<Path> find(String program, Map<String, String> environment) {
        if (program.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        if (program.startsWith("~/")) {
            return executable(Path.of(environment.getOrDefault("HOME", "/"), program.substring(2)));
        }
        if (program.indexOf('/') >= 0) {
            return program.startsWith("/") ? executable(Path.of(program)) : Optional.empty();
        }
        for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (folder.startsWith("/")) {
                Optional<Path> found = executable(Path.of(folder, program));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> executable(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file)
                ? Optional.of(file)
                : Optional.empty();
    }
}
