package dev.strawboss.commands;

import dev.strawboss.sandbox.Demand;
import dev.strawboss.workspace.WorkspaceMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a person or a client wants to have run: a program with its arguments, or a script.
///
/// @param project the project it belongs to, if it was named
/// @param directory absolute
/// @param command program and arguments; empty for a script
/// @param script empty for a command
/// @param interpreter `bash` or `sh`; for a script
/// @param environment added to the least environment of jobs
/// @param sandbox how it must be confined at least, whatever is configured
public record CommandRequest(
        Optional<String> project,
        Path directory,
        List<String> command,
        String script,
        String interpreter,
        Map<String, String> environment,
        Optional<WorkspaceMode> workspace,
        Optional<Duration> timeout,
        Demand sandbox) {
    public CommandRequest {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// A command in a directory, with everything else as usual.
    public static CommandRequest command(Path directory, List<String> command) {
        return new CommandRequest(
                Optional.empty(),
                directory,
                command,
                "",
                "sh",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Demand.OFF);
    }

    /// A script in a directory, with everything else as usual.
    public static CommandRequest script(Path directory, String interpreter, String script) {
        return new CommandRequest(
                Optional.empty(),
                directory,
                List.of(),
                script,
                interpreter,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Demand.OFF);
    }
}
