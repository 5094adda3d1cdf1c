package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// The `launch` file of an installed distribution: the command that starts its hub, one argument a
/// line, with absolute paths (java, options, jars, main class, `hub`, `serve`). The starter adds
/// `--state DIR --configuration DIR`.
public record Launch(Path file) {
    /// The file beside the first jar of this process's class path.
    public static Launch besideTheJar() {
        String classPath = System.getProperty("java.class.path", "");
        int end = classPath.indexOf(':');
        Path jar = Path.of(end < 0 ? classPath : classPath.substring(0, end)).toAbsolutePath();
        return new Launch(jar.resolveSibling("launch"));
    }

    /// Writes it so that a reader sees the old one or the new one.
    public void write(List<String> command) throws IOException {
        for (String argument : command) {
            if (argument.indexOf('\n') >= 0) {
                throw new IOException("a line break in an argument of the hub: " + argument);
            }
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.write(next, command);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    List<String> command(Home home) throws IOException {
        List<String> command;
        try {
            command = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (NoSuchFileException missing) {
            throw new HubUnavailable(
                    false,
                    "The Strawboss hub cannot be started: "
                            + file
                            + " is missing. Install again: strawboss install");
        }
        command.add("--state");
        command.add(home.state().toString());
        command.add("--configuration");
        command.add(home.configuration().toString());
        return command;
    }
}
