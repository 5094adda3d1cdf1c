package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The last that a process wrote on its standard error; what came before is forgotten.
final class Words {
    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final int KEPT = 8 << 10;
    private static final int SHOWN = 300;

    private final byte[] ring = new byte[KEPT];
    private final Thread reader;
    private long count;

    Words(String name, InputStream errors) {
        reader = Threads.platform(name + " errors", () -> drain(errors));
    }

    /// Waits a moment for what an ended process has written.
    void settle() throws InterruptedException {
        reader.join(500);
    }

    /// The last line that says something, at most 300 characters of it.
    String last() {
        List<String> lines = text().lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
        String last = lines.isEmpty() ? "" : lines.getLast();
        return last.length() > SHOWN ? last.substring(0, SHOWN) + "…" : last;
    }

    /// All that is kept, bytes that are not UTF-8 as U+FFFD.
    synchronized String text() {
        int length = (int) Math.min(count, KEPT);
        byte[] kept = new byte[length];
        for (int i = 0; i < length; i++) {
            kept[i] = ring[(int) ((count - length + i) % KEPT)];
        }
        return new String(kept, StandardCharsets.UTF_8);
    }

    private void drain(InputStream errors) {
        byte[] buffer = new byte[4096];
        try {
            for (int n = errors.read(buffer); n >= 0; n = errors.read(buffer)) {
                add(buffer, n);
            }
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("the process closed its end");
        }
    }

    private synchronized void add(byte[] buffer, int n) {
        for (int i = 0; i < n; i++) {
            ring[(int) (count++ % KEPT)] = buffer[i];
        }
    }
}
