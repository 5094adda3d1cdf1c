package dev.strawboss.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Child processes of a hub that was killed: they go on without it, and would work against the
/// children of the next one. They are known by a line in their environment.
public final class LeftOvers {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOvers.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private LeftOvers() {}

    /// Ends every other process that has `mark` in its environment: TERM first, so that git takes
    /// its locks away, KILL after 5 s. Returns when none is left.
    ///
    /// @param mark `NAME=value`
    public static void end(String mark) throws InterruptedException {
        long killFrom = System.nanoTime() + GRACE.toNanos();
        List<ProcessHandle> left = marked(mark);
        if (!left.isEmpty()) {
            LOG.atWarn().addKeyValue("processes", left.size()).log("ending what was left running");
        }
        left.forEach(ProcessHandle::destroy);
        while (!left.isEmpty()) {
            Thread.sleep(5);
            if (System.nanoTime() > killFrom) {
                left.forEach(ProcessHandle::destroyForcibly);
            }
            left = marked(mark);
        }
    }

    private static List<ProcessHandle> marked(String mark) {
        byte[] wanted = ("\0" + mark + "\0").getBytes(StandardCharsets.UTF_8);
        List<ProcessHandle> found = new ArrayList<>();
        try (DirectoryStream<Path> processes =
                Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : processes) {
                long pid = Long.parseLong(process.getFileName().toString());
                if (pid != ProcessHandle.current().pid()
                        && contains(environment(process), wanted)) {
                    ProcessHandle.of(pid).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /// Empty for one that has ended, and for another user's.
    private static byte[] environment(Path process) {
        try {
            byte[] all = Files.readAllBytes(process.resolve("environ"));
            byte[] framed = new byte[all.length + 2];
            System.arraycopy(all, 0, framed, 1, all.length);
            return framed;
        } catch (IOException _) {
            return new byte[0];
        }
    }

    private static boolean contains(byte[] all, byte[] wanted) {
        for (int at = 0; at + wanted.length <= all.length; at++) {
            if (all[at] == 0
                    && Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
