package dev.strawboss.concurrent;

/// Makes threads. Whoever asks for one owns it and ends it.
public final class Threads {
    private Threads() {}

    /// Starts a virtual thread.
    public static Thread virtual(String name, Runnable task) {
        return Thread.ofVirtual().name(name).start(task);
    }

    /// A platform thread for the JVM to start, as when it ends.
    public static Thread unstarted(String name, Runnable task) {
        return Thread.ofPlatform().name(name).unstarted(task);
    }
}
