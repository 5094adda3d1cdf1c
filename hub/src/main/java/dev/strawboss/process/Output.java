package dev.strawboss.process;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// What a process wrote to one stream, up to its limit.
public final class Output {
    private final byte[] bytes;
    private final boolean cut;

    private Output(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /// As UTF-8; bytes that are not become U+FFFD.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// Whether there was more than the limit.
    public boolean cut() {
        return cut;
    }

    /// Takes a stream in while it comes, up to a limit; the rest is read and forgotten.
    static final class Collector {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int limit;
        private boolean cut;

        Collector(int limit) {
            this.limit = limit;
        }

        void drain(InputStream stream) throws IOException {
            byte[] buffer = new byte[8192];
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                add(buffer, n);
            }
        }

        private synchronized void add(byte[] buffer, int n) {
            int room = Math.min(n, limit - kept.size());
            kept.write(buffer, 0, room);
            cut |= room < n;
        }

        synchronized Output taken() {
            return new Output(kept.toByteArray(), cut);
        }
    }
}
