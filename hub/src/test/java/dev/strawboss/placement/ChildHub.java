package dev.strawboss.placement;

import dev.strawboss.process.Processes;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;

/// A placement in a Java process of its own, to be killed or to be another user's. Starts one
/// attempt and leaves its mechanism in the state's file `started`; when a file `stop` appears it
/// stops the attempt and leaves a file `stopped`.
final class ChildHub {
    static final String ATTEMPT = "child-hub-attempt";

    private ChildHub() {}

    public static void main(String[] arguments) throws Exception {
        Path state = Path.of(arguments[0]);
        LocalPlacement placement = placement(state, arguments.length > 2 ? arguments[2] : "");
        Path directory = Files.createDirectories(state.resolve("attempt"));
        RunHandle run =
                placement.start(
                        ATTEMPT, directory, Attempts.plan("sh", "-c", arguments[1], arguments[0]));
        Files.writeString(state.resolve("started.tmp"), run.kill());
        Files.move(state.resolve("started.tmp"), state.resolve("started"));
        while (!Files.exists(state.resolve("stop"))) {
            Thread.sleep(10);
        }
        placement.stop(run, Duration.ofMillis(300));
        Files.writeString(state.resolve("stopped.tmp"), placement.exit(run) + "");
        placement.dispose(ATTEMPT, run);
        Files.move(state.resolve("stopped.tmp"), state.resolve("stopped"));
    }

    private static LocalPlacement placement(Path state, String mechanism) throws Exception {
        return mechanism.isEmpty()
                ? new LocalPlacement(state)
                : new LocalPlacement(
                        state,
                        Tools.OF_THE_SYSTEM,
                        Attempts.mechanism(mechanism),
                        Duration.ofSeconds(60),
                        Boot.ofTheSystem());
    }

    /// @param before such as `setpriv` and its options
    /// @param state is made readable and writable for everybody, as are the classes in it
    /// @param mechanism how it ends trees; what it finds out itself if empty
    static Process start(List<String> before, Path state, String script, String mechanism)
            throws Exception {
        List<String> line = new ArrayList<>(before);
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", classes(state)));
        line.addAll(List.of(ChildHub.class.getName(), state.toString(), script));
        if (!mechanism.isEmpty()) {
            line.add(mechanism);
        }
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxrwxrwx"));
        return Processes.detached(line, Path.of("/"), Map.of(), state.resolve("child.err"));
    }

    /// A copy for whoever cannot read the build's directories.
    private static String classes(Path state) throws IOException, URISyntaxException {
        List<Path> copies = new ArrayList<>();
        for (Class<?> type :
                List.of(
                        LocalPlacement.class,
                        ChildHub.class,
                        Logger.class,
                        Assumptions.class,
                        TestAbortedException.class)) {
            Path source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
            Path copy = state.resolve("classes-" + copies.size());
            copy(source, copy);
            copies.add(copy);
        }
        return copies.stream().map(Path::toString).collect(Collectors.joining(":"));
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path to = target.resolve(source.relativize(file).toString());
                Files.copy(file, to);
                boolean directory = Files.isDirectory(to);
                Files.setPosixFilePermissions(
                        to, PosixFilePermissions.fromString(directory ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
