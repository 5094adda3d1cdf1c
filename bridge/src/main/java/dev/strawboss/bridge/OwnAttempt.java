package dev.strawboss.bridge;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// The attempt of a job in which this process runs.
///
/// @param name the job's id and the attempt's number, such as `5xq5f5xnwc6p-1`
/// @param home of the hub whose job it is, if the job was told
public record OwnAttempt(String name, Optional<Home> home) {
    /// Empty outside of jobs. What a worker scrubbed from the environment is looked for in the
    /// parents.
    public static Optional<OwnAttempt> find(Map<String, String> environment) {
        String name = Attempts.variable(environment, Attempts.MARKER);
        String home = Attempts.variable(environment, Attempts.HOME);
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new OwnAttempt(
                                name,
                                home.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(Home.of(Path.of(home)))));
    }
}
