package dev.strawboss.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Deaths of a real hub, agreed on by files, so that one setting serves a row of hubs:
/// - `armed`: a death a line, such as `CLAIMED:2` for the second pass; each hub has the first line
///   and takes it away when it dies of it. Without a line a hub lives.
/// - `passed`: a line for each pass, `PID POINT`, and `PID POINT died` for each death.
public final class CrashDirectory implements Consumer<CrashPoint> {
    private static final int KILLED = 128 + 9;

    private final Path directory;
    private final List<String> deaths;
    private final Optional<Death> next;
    private final String pid = Long.toString(ProcessHandle.current().pid());
    private int passes;

    private record Death(CrashPoint at, int pass) {
        static Death of(String line) {
            String[] words = line.split(":", 2);
            return new Death(CrashPoint.valueOf(words[0]), Integer.parseInt(words[1]));
        }
    }

    /// Reads what the hub in this process is to die of.
    public CrashDirectory(Path directory) {
        this.directory = directory;
        Path armed = directory.resolve("armed");
        try {
            deaths = Files.exists(armed) ? Files.readAllLines(armed) : List.of();
            next = deaths.stream().findFirst().map(Death::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void accept(CrashPoint point) {
        try {
            note(pid + " " + point);
            if (next.isPresent() && next.get().at() == point && ++passes == next.get().pass()) {
                takeAway();
                note(pid + " " + point + " died");
                Runtime.getRuntime().halt(KILLED);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(String line) throws IOException {
        Files.writeString(
                directory.resolve("passed"),
                line + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private void takeAway() throws IOException {
        List<String> rest = new ArrayList<>(deaths.subList(1, deaths.size()));
        Path fresh = Files.write(directory.resolve("armed.new"), rest);
        Files.move(fresh, directory.resolve("armed"), StandardCopyOption.ATOMIC_MOVE);
    }
}
