package dev.strawboss.tools;

import dev.strawboss.config.Durations;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.Arguments;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Reads the parameters that several tools share.
final class Targets {
    /// The hub has no current directory that a caller could mean.
    static final Path ROOT = Path.of("/");

    private Targets() {}

    /// The value of `project` or `directory`.
    ///
    /// @throws StrawbossException if there is not exactly one, or the directory is relative
    static String required(Arguments arguments) {
        Optional<String> project = arguments.string("project");
        Optional<String> directory = arguments.string("directory");
        if (project.isPresent() == directory.isPresent()) {
            throw arguments.invalid(
                    project.isPresent()
                            ? "Give either project or directory, not both."
                            : "Give the absolute path of a directory, or the name of a registered project.");
        }
        directory.ifPresent(path -> absolute(arguments, path));
        return project.or(() -> directory).orElseThrow();
    }

    static Path absolute(Arguments arguments, String path) {
        if (path.indexOf('\0') >= 0) {
            throw arguments.invalid("The directory's path holds a NUL character.");
        }
        if (!path.startsWith("/")) {
            throw arguments.invalid(
                    "The directory " + PlainText.line(path, 200) + " is not an absolute path.");
        }
        return Path.of(path);
    }

    static Optional<Duration> timeout(Arguments arguments) {
        return arguments
                .string("timeout")
                .map(text ->
                        Durations.parse(text)
                                .orElseThrow(() ->
                                        arguments.invalid(
                                                "The timeout "
                                                        + PlainText.line(text, 40)
                                                        + " is not a duration such as 90s, 30m or"
                                                        + " 1h30m.")));
    }
}
