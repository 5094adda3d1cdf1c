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
/// @param confinement what the placement has to know of a command that is confined
public record RunPlan(
        List<String> command,
        Path directory,
        Map<String, String> environment,
        Optional<Path> stdin,
        Duration deadline,
        long outputHead,
        long outputTail,
        Confinement confinement) {
    public static final long OUTPUT_HEAD = 48L << 20;
    public static final long OUTPUT_TAIL = 16L << 20;

    public RunPlan {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty()) {
            throw new IllegalArgumentException("a command needs a program");
        }
    }

    /// A command that is not confined.
    public RunPlan(
            List<String> command,
            Path directory,
            Map<String, String> environment,
            Optional<Path> stdin,
            Duration deadline,
            long outputHead,
            long outputTail) {
        this(
                command,
                directory,
                environment,
                stdin,
                deadline,
                outputHead,
                outputTail,
                Confinement.NONE);
    }

    /// The same with `command` in its place, begun in `start`.
    ///
    /// @param command confines the command of this plan and executes it
    public RunPlan confined(
            List<String> command,
            Path start,
            Map<String, String> environment,
            Confinement confinement) {
        return new RunPlan(
                command, start, environment, stdin, deadline, outputHead, outputTail, confinement);
    }
}
