package dev.strawboss.mcp;

import dev.strawboss.bridge.Lines;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Bounds the memory of requests under way, over all connections: that of lines half read, and that
/// of requests from their parsing to their answer. These are two budgets, so that lines half read
/// cannot keep others from being answered. Who finds no room in time is refused.
///
/// Lines half read must not wait for each other's room for ever, nor all be refused at once and
/// begin again together. So as much as the longest line takes is kept for one of them at a time,
/// which gets to its end whatever the others hold.
final class Budget {
    private static final int LINES = 48 << 20;
    private static final int LONGEST_LINE = Lines.LONGEST;
    private static final int REQUESTS = 96 << 20;

    /// What a value costs besides its bytes, about: an object, its place in a map or a list.
    private static final int VALUE = 32;

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition given = lock.newCondition();
    private int free = LINES;
    private @Nullable LineRoom favoured;

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

    /// The room for the lines of one connection.
    Lines.Room room() {
        return new LineRoom();
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

    private final class LineRoom implements Lines.Room {
        private int held;

        @Override
        public boolean take(int bytes) {
            long left = patience.toNanos();
            lock.lock();
            try {
                while (!fits(bytes)) {
                    if (left <= 0) {
                        return false;
                    }
                    left = given.awaitNanos(left);
                }
                free -= bytes;
                held += bytes;
                return true;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                lock.unlock();
            }
        }

        private boolean fits(int bytes) {
            if (free - bytes >= LONGEST_LINE) {
                return true;
            }
            if (favoured == null) {
                favoured = this;
            }
            return favoured == this && bytes <= free;
        }

        @Override
        public void give(int bytes) {
            lock.lock();
            try {
                free += bytes;
                held -= bytes;
                if (held == 0 && favoured == this) {
                    favoured = null;
                }
                given.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
