package dev.strawboss.concurrent;

import java.util.concurrent.locks.ReentrantLock;

/// What one thread at a time holds: `try (var _ = lock.hold()) { … }`. For virtual threads that may
/// wait for it, where `synchronized` is not to be trusted (ADR 6).
public final class Lock {
    private final ReentrantLock lock = new ReentrantLock();

    /// Until it is closed.
    @FunctionalInterface
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits until nobody else holds it. An interrupt does not end the wait.
    public Held hold() {
        lock.lock();
        return lock::unlock;
    }
}
