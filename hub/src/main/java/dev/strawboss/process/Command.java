package dev.strawboss.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A short child process of the hub: program and arguments without a shell, where, with exactly
/// which environment, and its bounds. Immutable; the other methods give a changed copy.
public final class Command {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int OUTPUT_LIMIT = 16 << 20;

    private final List<String> argv;
    private final Path directory;
    private final Map<String, String> environment;
    private final byte[] stdin;
    private final Duration timeout;
    private final int outputLimit;

    private Command(
            List<String> argv,
            Path directory,
            Map<String, String> environment,
            byte[] stdin,
            Duration timeout,
            int outputLimit) {
        if (argv.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
        this.argv = List.copyOf(argv);
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.stdin = stdin;
        this.timeout = timeout;
        this.outputLimit = outputLimit;
    }

    /// Nothing on standard input, 30 s, 16 MB of each output stream.
    public static Command of(Path directory, Map<String, String> environment, List<String> argv) {
        return new Command(argv, directory, environment, new byte[0], TIMEOUT, OUTPUT_LIMIT);
    }

    public Command stdin(byte[] bytes) {
        return new Command(argv, directory, environment, bytes.clone(), timeout, outputLimit);
    }

    public Command timeout(Duration time) {
        return new Command(argv, directory, environment, stdin, time, outputLimit);
    }

    /// @param bytes kept of each output stream; what comes after is read and forgotten
    public Command outputLimit(int bytes) {
        return new Command(argv, directory, environment, stdin, timeout, bytes);
    }

    List<String> argv() {
        return argv;
    }

    Path directory() {
        return directory;
    }

    Map<String, String> environment() {
        return environment;
    }

    byte[] stdin() {
        return stdin;
    }

    Duration timeout() {
        return timeout;
    }

    int outputLimit() {
        return outputLimit;
    }

    /// The program's name only: arguments may be long.
    @Override
    public String toString() {
        return argv.getFirst();
    }
}
