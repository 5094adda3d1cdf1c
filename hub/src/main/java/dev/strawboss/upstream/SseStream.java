package dev.strawboss.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Server-sent events (the WHATWG's HTML standard, 9.2), read from one response.
final class SseStream {
    /// One event of which there is something to tell: its type, `message` if the stream says
    /// nothing, and its data, which are not kept where they were too long.
    static final class Event {
        private final String type;
        private final byte[] data;
        private final boolean tooLong;

        Event(String type, byte[] data, boolean tooLong) {
            this.type = type;
            this.data = data;
            this.tooLong = tooLong;
        }

        String type() {
            return type;
        }

        byte[] data() {
            return data;
        }

        boolean tooLong() {
            return tooLong;
        }
    }

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[16 << 10];
    private int at;
    private int end;
    private boolean afterReturn;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private final ByteArrayOutputStream data = new ByteArrayOutputStream(512);
    private boolean hasData;
    private boolean tooLong;
    private String type = "";
    private @Nullable String lastId;
    private @Nullable Duration retry;

    /// @param limit bytes of data that an event may have
    SseStream(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// What the last event was called, for going on after it.
    Optional<String> lastId() {
        return Optional.ofNullable(lastId);
    }

    /// How long the server wants us to wait before we come back.
    Optional<Duration> retry() {
        return Optional.ofNullable(retry);
    }

    /// Empty at the end of the stream; an event that is not finished there does not count.
    Optional<Event> next() throws IOException {
        data.reset();
        hasData = false;
        tooLong = false;
        type = "";
        while (line()) {
            if (line.size() == 0) {
                if (hasData) {
                    return Optional.of(
                            new Event(
                                    type.isEmpty() ? "message" : type,
                                    data.toByteArray(),
                                    tooLong));
                }
                type = "";
            } else {
                field(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    private void field(byte[] bytes) {
        int colon = 0;
        while (colon < bytes.length && bytes[colon] != ':') {
            colon++;
        }
        int from = Math.min(colon + 1, bytes.length);
        if (from < bytes.length && bytes[from] == ' ') {
            from++;
        }
        switch (new String(bytes, 0, colon, StandardCharsets.UTF_8)) {
            case "data" -> data(bytes, from);
            case "event" -> type = text(bytes, from);
            case "id" -> lastId = text(bytes, from).indexOf('\0') >= 0 ? lastId : text(bytes, from);
            case "retry" -> retry(text(bytes, from));
            default -> {}
        }
    }

    private void data(byte[] bytes, int from) {
        if (hasData) {
            data.write('\n');
        }
        hasData = true;
        if (data.size() + bytes.length - from > limit) {
            tooLong = true;
        } else {
            data.write(bytes, from, bytes.length - from);
        }
    }

    private void retry(String text) {
        if (text.matches("[0-9]{1,9}")) {
            retry = Duration.ofMillis(Long.parseLong(text));
        }
    }

    private static String text(byte[] bytes, int from) {
        return new String(Arrays.copyOfRange(bytes, from, bytes.length), StandardCharsets.UTF_8);
    }

    /// Reads one line, whatever ends it.
    private boolean line() throws IOException {
        line.reset();
        while (true) {
            if (at == end) {
                end = Math.max(0, in.read(buffer));
                at = 0;
                if (end == 0) {
                    return false;
                }
            }
            if (afterReturn && buffer[at] == '\n') {
                at++;
                afterReturn = false;
                continue;
            }
            afterReturn = false;
            int from = at;
            while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
                at++;
            }
            keep(from, at);
            if (at < end) {
                afterReturn = buffer[at++] == '\r';
                return true;
            }
        }
    }

    private void keep(int from, int to) {
        if (line.size() + to - from > limit + 64) {
            tooLong = true;
        } else {
            line.write(buffer, from, to - from);
        }
    }
}
