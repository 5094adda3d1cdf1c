package dev.strawboss.placement;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One command, ready to start.
///
/// @param command program and arguments, no shell in between; never holds a secret
/// @param directory where it runs
/// @param environment the whole environment of the command, nothing is added
/// @param stdin the file on its standard input; without one it reads end of file at once
/// @param deadline how long it may run; the runner itself ends it 60 s later if nobody did
/// @param outputHead bytes kept of the beginning of each output stream
/// @param outputTail bytes kept of the end of each output stream that is longer
public record RunPlan(
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Optional<Path> stdin,
        Duration deadline,
        long outputHead,
        long outputTail) {
    public static final long OUTPUT_HEAD = 48L << 20;
    public static final long OUTPUT_TAIL = 16L << 20;

    public RunPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }
}
