package dev.strawboss.install;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.Command;
import dev.strawboss.process.Executables;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A client's own program, run on a configuration directory of our making instead of the person's.
///
/// @param directoryVariable the environment variable that names its configuration directory
record ClientBinary(String name, String directoryVariable, Map<String, String> environment) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// The person's configuration directory.
    ///
    /// @param usual where it is if the environment does not say
    Path directory(Path usual) {
        String named = environment.getOrDefault(directoryVariable, "");
        return named.isEmpty() ? usual : Path.of(named).toAbsolutePath();
    }

    /// What one of its commands makes of a configuration file.
    ///
    /// @param fileName of its configuration file, inside the directory
    /// @param before its text; empty means that there is no file
    /// @return its text afterwards
    String edited(String fileName, String before, List<String> arguments)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("strawboss-install");
        try {
            Path file = scratch.resolve(fileName);
            Outcome outcome = run(scratch, file, before, arguments);
            if (!succeeded(outcome)) {
                throw failed(arguments, outcome);
            }
            return Files.exists(file) ? Files.readString(file) : "";
        } finally {
            delete(scratch);
        }
    }

    /// Whether one of its commands ends well with that configuration.
    boolean accepts(String fileName, String text, List<String> arguments)
            throws IOException, InterruptedException {
        Path scratch = Files.createTempDirectory("strawboss-install");
        try {
            return succeeded(run(scratch, scratch.resolve(fileName), text, arguments));
        } finally {
            delete(scratch);
        }
    }

    private Outcome run(Path scratch, Path file, String text, List<String> arguments)
            throws IOException, InterruptedException {
        Path program = Executables.find(name, environment).orElseThrow(() -> missing(name));
        if (!text.isEmpty()) {
            Files.writeString(file, text);
        }
        Map<String, String> variables = new HashMap<>(environment);
        variables.put(directoryVariable, scratch.toString());
        variables.put("HOME", scratch.toString());
        List<String> words =
                Stream.concat(Stream.of(program.toString()), arguments.stream()).toList();
        return Processes.run(Command.of(scratch, variables, words).timeout(PATIENCE));
    }

    private static boolean succeeded(Outcome outcome) {
        return outcome instanceof Outcome.Ended ended && ended.succeeded();
    }

    private StrawbossException failed(List<String> arguments, Outcome outcome) {
        String why =
                switch (outcome) {
                    case Outcome.Ended(_, var stdout, var stderr) ->
                            firstLines(stderr.text() + stdout.text());
                    case Outcome.TimedOut _ ->
                            "it did not end within " + PATIENCE.toSeconds() + " s";
                    case Outcome.NotStarted(var reason) -> reason;
                };
        return new StrawbossException(
                ErrorCode.ENVIRONMENT,
                name + " " + String.join(" ", arguments) + " failed: " + why,
                "Nothing was changed. Mend what it says, then repeat.");
    }

    static StrawbossException missing(String name) {
        return new StrawbossException(
                ErrorCode.MISSING_BINARY,
                name + " is not installed: no " + name + " on the PATH.",
                "Install it, then: strawboss install " + name);
    }

    private static String firstLines(String said) {
        return said.lines()
                .filter(line -> !line.isBlank())
                .limit(4)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("it said nothing");
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> inside = Files.walk(directory)) {
            for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
