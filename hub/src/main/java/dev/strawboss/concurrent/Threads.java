package dev.strawboss.concurrent;

/// Starts threads. Whoever starts one ends it.
public final class Threads {
    private Threads() {}

    /// Starts a virtual thread; it is the caller's to end.
    public static Thread virtual(String name, Runnable task) {
        return Thread.ofVirtual().name(name).start(task);
    }
}
