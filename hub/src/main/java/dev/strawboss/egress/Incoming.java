package dev.strawboss.egress;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;

/// What comes from a client: heads of requests, and the bytes between.
final class Incoming {
    private static final int LONGEST_HEAD = 64 << 10;

    private final SocketChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(16 << 10).flip();

    Incoming(SocketChannel channel) {
        this.channel = channel;
    }

    /// The next request; empty if the client ended before one.
    ///
    /// @throws IOException if it is none, or over 64 KB
    Optional<Head> head() throws IOException {
        byte[] head = new byte[1024];
        int length = 0;
        int matched = 0;
        while (matched < 4) {
            int next = read();
            if (next < 0 && length == 0) {
                return Optional.empty();
            }
            if (next < 0 || length == LONGEST_HEAD) {
                throw new IOException("no whole request");
            }
            if (length == 0 && (next == '\r' || next == '\n')) {
                continue; // some clients end a body with a line
            }
            if (length == head.length) {
                head = Arrays.copyOf(head, 4 * length);
            }
            head[length] = (byte) next;
            length++;
            boolean fits = next == (matched % 2 == 0 ? '\r' : '\n');
            matched = fits ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return Optional.of(Head.parse(head, length));
    }

    /// What was read and not yet asked for; the caller takes it and reads on from the channel.
    ByteBuffer ahead() {
        return buffer;
    }

    /// Waits for anything more.
    ///
    /// @return false at the client's end
    boolean more() throws IOException {
        return buffer.hasRemaining() || fill();
    }

    /// The body of a request. Its end is told to `ended`, once.
    InputStream body(Head.Length length, Runnable ended) {
        return switch (length) {
            case Head.Length.Known(var bytes) -> new Counted(bytes, ended);
            case Head.Length.Chunked _ -> new Chunks(ended);
        };
    }

    private int read() throws IOException {
        return more() ? buffer.get() & 0xff : -1;
    }

    private int read(byte[] into, int from, int most) throws IOException {
        if (!more()) {
            throw new EOFException("the client ended within its request");
        }
        int count = Math.min(most, buffer.remaining());
        buffer.get(into, from, count);
        return count;
    }

    private boolean fill() throws IOException {
        buffer.clear();
        int count = channel.read(buffer);
        buffer.flip();
        return count > 0;
    }

    /// Of a known length.
    private class Counted extends InputStream {
        private final Runnable ended;
        private long left;

        Counted(long bytes, Runnable ended) {
            this.left = bytes;
            this.ended = ended;
            if (left == 0) {
                ended.run();
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0 || most == 0) {
                return left == 0 ? -1 : 0;
            }
            int count = Incoming.this.read(into, from, (int) Math.min(most, left));
            left -= count;
            if (left == 0) {
                ended.run();
            }
            return count;
        }
    }

    /// Of chunks, each with its length before it.
    private final class Chunks extends InputStream {
        private static final int LONGEST_LINE = 8192;

        private final Runnable ended;
        private long left;
        private boolean last;
        private boolean first = true;

        Chunks(Runnable ended) {
            this.ended = ended;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            if (left == 0 && !last) {
                next();
            }
            if (last || most == 0) {
                return last ? -1 : 0;
            }
            int count = Incoming.this.read(into, from, (int) Math.min(most, left));
            left -= count;
            return count;
        }

        private void next() throws IOException {
            if (!first && !line().isEmpty()) {
                throw new IOException("no chunk");
            }
            first = false;
            String size = line().replaceFirst("[ \t]*(;.*)?$", "");
            if (!size.matches("[0-9A-Fa-f]{1,15}")) {
                throw new IOException("no chunk");
            }
            left = Long.parseLong(size, 16);
            if (left == 0) {
                String trailer = line();
                while (!trailer.isEmpty()) { // dropped
                    trailer = line();
                }
                last = true;
                ended.run();
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = Incoming.this.read(); c != '\n'; c = Incoming.this.read()) {
                if (c < 0 || line.length() == LONGEST_LINE) {
                    throw new EOFException("the client ended within its request");
                }
                line.append((char) c);
            }
            int end = line.length() - 1;
            return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
        }
    }
}
