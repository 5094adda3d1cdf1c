package dev.strawboss.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Another program's command line, under an environment of its own.
record Peer(Map<String, String> environment) {
    /// @return a program of the PATH
    static Optional<Path> find(String name) {
        return Stream.of(
                        System.getenv()
                                .getOrDefault("PATH", "/usr/bin:/bin")
                                .split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /// @return what it printed
    String run(Object... words) throws IOException, InterruptedException {
        Process process = start(words);
        String printed =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        if (status != 0) {
            throw new IOException(List.of(words) + " ended with status " + status + ": " + printed);
        }
        return printed;
    }

    Process start(Object... words) throws IOException {
        List<String> command = Stream.of(words).map(Object::toString).toList();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
