package dev.strawboss.mcp;

import dev.strawboss.bridge.Lines;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the memory of requests under way, over all connections: that of lines half read, and that
/// of requests from their parsing to their answer. These are two budgets, so that lines half read
/// cannot keep others from being answered. Who finds no room in time is refused, so that two
/// half-read messages cannot wait for each other for ever.
final class Budget implements Lines.Room {
    private static final int LINES = 48 << 20;
    private static final int REQUESTS = 96 << 20;

    /// What a value costs besides its bytes, about: an object, its place in a map or a list.
    private static final int VALUE = 32;

    private final Semaphore room = new Semaphore(LINES);
    private final Semaphore requests = new Semaphore(REQUESTS);
    private final Duration patience;

    Budget(Duration patience) {
        this.patience = patience;
    }

    /// What it takes to parse a line and to serve what it asks for.
    static int cost(byte[] line, int from, int to) {
        long cost = 2L * (to - from);
        for (int at = from; at < to; at++) {
            switch (line[at]) {
                case ',', ':', '[', '{' -> cost += VALUE;
                default -> {}
            }
        }
        return (int) Math.min(cost, Integer.MAX_VALUE);
    }

    /// Whether a request of this cost can be served at all.
    static boolean fits(int cost) {
        return cost <= REQUESTS;
    }

    boolean takeRequest(int cost) {
        return take(requests, cost);
    }

    void giveRequest(int cost) {
        requests.release(cost);
    }

    @Override
    public boolean take(int bytes) {
        return take(room, bytes);
    }

    private boolean take(Semaphore from, int bytes) {
        try {
            return from.tryAcquire(bytes)
                    || from.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void give(int bytes) {
        if (bytes > 0) {
            room.release(bytes);
        }
    }
}
