package dev.strawboss.process;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A disk that can be filled to its last byte.
public final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4096;
    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /// Skips the test where that cannot be had.
    ///
    /// @param path is made if it is not there
    /// @param size such as `8m`
    public static SmallDisk mount(Path path, String size) throws IOException, InterruptedException {
        Files.createDirectories(path);
        assumeTrue(
                run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + size + ",mode=700",
                        "none",
                        path.toString()),
                "only root can mount a small disk");
        return new SmallDisk(path);
    }

    public Path path() {
        return path;
    }

    /// Leaves no room.
    public void fill() throws IOException {
        try (OutputStream out = Files.newOutputStream(ballast())) {
            while (true) {
                out.write(new byte[BLOCK]);
            }
        } catch (IOException full) {
            if (!String.valueOf(full.getMessage()).contains("No space left")) {
                throw full;
            }
        }
    }

    /// Gives the room back.
    public void free() throws IOException {
        Files.deleteIfExists(ballast());
    }

    public void readOnly() throws IOException, InterruptedException {
        if (!run("mount", "-o", "remount,ro", path.toString())) {
            throw new IOException("cannot be made read-only: " + path);
        }
    }

    @Override
    public void close() {
        try {
            var _ = run("umount", "-l", path.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path ballast() {
        return path.resolve(".ballast");
    }

    private static boolean run(String... words) throws InterruptedException {
        Command command =
                Command.of(
                        Path.of("/"),
                        Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"),
                        List.of(words));
        return Processes.run(command) instanceof Outcome.Ended ended && ended.succeeded();
    }
}
