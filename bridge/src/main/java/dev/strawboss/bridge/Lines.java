package dev.strawboss.bridge;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts a stream of bytes into lines of bounded length. A line that is too long is read past
/// without being kept, and only its envelope is handed out.
public final class Lines {
    /// The longest message of the protocol, in bytes.
    public static final int LONGEST = 32 << 20;

    private static final int CHUNK = 64 << 10;

    /// Where the bytes come from; as [java.io.InputStream#read(byte[], int, int)].
    public interface Source {
        int read(byte[] bytes, int offset, int length) throws IOException;
    }

    /// Grants memory for lines longer than 64 KB.
    public interface Room {
        /// @return false if there is no room; the line is then not kept
        boolean take(int bytes);

        void give(int bytes);
    }

    /// One line, or what is left of it.
    public sealed interface Line {
        /// Bytes without the line end, valid until the next call of [Lines#next].
        final class Text implements Line {
            private final byte[] bytes;
            private final int from;
            private final int to;

            Text(byte[] bytes, int from, int to) {
                this.bytes = bytes;
                this.from = from;
                this.to = to;
            }

            /// Where the line stands, from [#from] to before [#to].
            public byte[] bytes() {
                return bytes;
            }

            public int from() {
                return from;
            }

            public int to() {
                return to;
            }

            public int length() {
                return to - from;
            }
        }

        /// A line that was not kept.
        ///
        /// @param noRoom whether it was no longer than allowed so far, but there was no memory
        record TooLong(Envelope envelope, boolean noRoom) implements Line {}
    }

    private final Source source;
    private final Room room;
    private byte[] buffer = new byte[CHUNK];
    private int from;
    private int searched;
    private int to;
    private boolean atEnd;

    public Lines(Source source, Room room) {
        this.source = source;
        this.room = room;
    }

    /// With as much room as the heap has.
    public Lines(Source source) {
        this(
                source,
                new Room() {
                    @Override
                    public boolean take(int bytes) {
                        return true;
                    }

                    @Override
                    public void give(int bytes) {}
                });
    }

    /// Whether [#next] would answer without reading.
    public boolean ready() {
        return find() >= 0;
    }

    /// Whether the stream has ended, so that the last line may be only the beginning of one.
    public boolean atEnd() {
        return atEnd;
    }

    /// @return null at the end of the stream; a last line without a line end counts
    public @Nullable Line next() throws IOException {
        shrink();
        while (true) {
            int end = find();
            if (end >= 0) {
                return text(end, end + 1);
            }
            if (to == buffer.length && !makeRoom()) {
                return skip(buffer.length <= LONGEST);
            }
            // not more at once, so that what follows a long line needs no more than it
            int n = source.read(buffer, to, Math.min(buffer.length - to, CHUNK));
            if (n < 0) {
                atEnd = true;
                return from == to ? null : text(to, to);
            }
            to += n;
        }
    }

    private int find() {
        while (searched < to) {
            if (buffer[searched] == '\n') {
                return searched;
            }
            searched++;
        }
        return -1;
    }

    private Line text(int end, int next) {
        Line line = new Line.Text(buffer, from, end);
        from = next;
        searched = next;
        return line;
    }

    private boolean makeRoom() {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            searched -= from;
            from = 0;
            return true;
        }
        int larger = Math.min(buffer.length * 2, LONGEST + 1);
        if (larger <= buffer.length || !room.take(larger - buffer.length)) {
            return false;
        }
        buffer = Arrays.copyOf(buffer, larger);
        return true;
    }

    private void shrink() {
        if (from == to) {
            from = 0;
            searched = 0;
            to = 0;
        }
        if (buffer.length > CHUNK && to - from <= CHUNK) {
            room.give(buffer.length - CHUNK);
            byte[] small = new byte[CHUNK];
            System.arraycopy(buffer, from, small, 0, to - from);
            to -= from;
            searched -= from;
            from = 0;
            buffer = small;
        }
    }

    private @Nullable Line skip(boolean noRoom) throws IOException {
        Envelope envelope = new Envelope();
        envelope.feed(buffer, from, to);
        from = 0;
        to = 0;
        searched = 0;
        shrink();
        while (true) {
            int n = source.read(buffer, 0, buffer.length);
            to = Math.max(n, 0);
            int end = find();
            envelope.feed(buffer, 0, end >= 0 ? end : to);
            if (n < 0 || end >= 0) {
                from = end + 1;
                searched = from;
                return new Line.TooLong(envelope, noRoom);
            }
            searched = 0;
            to = 0;
        }
    }

    /// Gives back what the last lines took.
    public void close() {
        room.give(buffer.length - CHUNK);
        buffer = new byte[CHUNK];
        from = 0;
        to = 0;
        searched = 0;
    }
}
