package dev.strawboss.egress;

import dev.strawboss.concurrent.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a job was refused: a file of one line each, so that the next hub knows it too. The first
/// thousand count; a job that goes on asking learns nothing new.
final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
    private static final int MOST = 1000;

    private final Path file;
    private final Lock lock = new Lock();
    private int lines;

    Refusals(Path file) {
        this.file = file;
        this.lines = read(file).size();
    }

    /// @param what host and port
    void add(String what) {
        try (var _ = lock.hold()) {
            if (lines >= MOST) {
                return;
            }
            lines++;
            Files.writeString(
                    file, what + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("refused", what).setCause(e).log("A refusal is not recorded");
        }
    }

    /// How often each was refused, in the order of the first time.
    static Map<String, Integer> counted(Path file) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        read(file).forEach(what -> counts.merge(what, 1, Integer::sum));
        return counts;
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException _) { // nothing was refused
            return List.of();
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("file", file).setCause(e).log("Refusals cannot be read");
            return List.of();
        }
    }
}
