package dev.strawboss.mcp;

import dev.strawboss.bridge.Lines;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Bounds the bytes of requests under way, over all connections. Who finds no room in time is
/// refused, so that two half-read messages cannot wait for each other for ever.
final class Budget implements Lines.Room {
    private static final int BYTES = 96 << 20;

    private final Semaphore room = new Semaphore(BYTES);
    private final Duration patience;

    Budget(Duration patience) {
        this.patience = patience;
    }

    @Override
    public boolean take(int bytes) {
        try {
            return room.tryAcquire(bytes)
                    || room.tryAcquire(bytes, patience.toMillis(), TimeUnit.MILLISECONDS);
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
