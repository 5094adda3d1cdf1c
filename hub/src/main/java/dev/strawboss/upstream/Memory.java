package dev.strawboss.upstream;

import dev.strawboss.bridge.Lines;
import java.util.concurrent.Semaphore;

/// Bounds what half-read and just parsed messages of all servers together may take of the hub's
/// memory. Who finds none left is refused at once: waiting would let one server hold up another.
final class Memory implements Lines.Room {
    static final Memory SHARED = new Memory(96 << 20);

    /// What a JSON value costs besides its bytes, about: an object, its place in a map or a list.
    private static final int VALUE = 32;

    private final Semaphore free;
    private final int all;

    Memory(int bytes) {
        free = new Semaphore(bytes);
        all = bytes;
    }

    @Override
    public boolean take(int bytes) {
        return bytes <= all && free.tryAcquire(bytes);
    }

    @Override
    public void give(int bytes) {
        if (bytes > 0) {
            free.release(bytes);
        }
    }

    /// What it takes to parse a message.
    static int cost(byte[] json, int from, int to) {
        long cost = 2L * (to - from);
        for (int at = from; at < to; at++) {
            switch (json[at]) {
                case ',', ':', '[', '{' -> cost += VALUE;
                default -> {}
            }
        }
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }
}
