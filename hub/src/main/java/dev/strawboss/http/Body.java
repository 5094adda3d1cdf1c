package dev.strawboss.http;

import dev.strawboss.bridge.Lines;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// The body of a request, read into memory as far as there is room for it.
final class Body implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    private static final long PATIENCE = 30 * SECOND;
    private static final long LEAST_RATE = 64 << 10; // bytes in a second
    private static final int USUAL = 8 << 10;
    private static final int FREE = 64 << 10; // as with lines: small ones count for nothing

    private final Lines.Room room;
    private byte[] bytes;
    private int length;
    private int held;

    /// What became of reading.
    enum Reading {
        WHOLE,
        TOO_LONG,
        TOO_SLOW,
        NO_ROOM
    }

    /// @param expected how long it says it is; -1 if it does not
    Body(Lines.Room room, long expected) {
        this.room = room;
        boolean small = expected >= 0 && expected < FREE;
        this.bytes = new byte[small ? (int) expected + 1 : USUAL]; // one more shows the end
    }

    /// Reads all of it. Blocks.
    Reading read(InputStream in) throws IOException {
        long began = System.nanoTime();
        while (true) {
            if (length == bytes.length) {
                Reading grown = grow();
                if (grown != Reading.WHOLE) {
                    return grown;
                }
            }
            int n = in.read(bytes, length, bytes.length - length);
            if (n < 0) {
                return Reading.WHOLE;
            }
            length += n;
            if (System.nanoTime() - began > PATIENCE + length / LEAST_RATE * SECOND) {
                return Reading.TOO_SLOW; // else it would hold its room for ever
            }
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    private Reading grow() {
        if (length > Lines.LONGEST) {
            return Reading.TOO_LONG;
        }
        int wanted = Math.min(bytes.length * 2, Lines.LONGEST + 1);
        int more = Math.max(0, wanted - FREE) - held;
        if (more > 0) {
            if (!room.take(more)) {
                return Reading.NO_ROOM;
            }
            held += more;
        }
        bytes = Arrays.copyOf(bytes, wanted);
        return Reading.WHOLE;
    }

    /// Gives the room back.
    @Override
    public void close() {
        if (held > 0) {
            room.give(held);
            held = 0;
        }
        bytes = new byte[0];
        length = 0;
    }
}
