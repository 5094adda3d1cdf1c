package dev.strawboss.concurrent;

/// The only place where threads start. Whoever starts one owns it: interrupts it and joins it when
/// closed.
public final class Threads {
    private Threads() {}

    /// A started virtual thread, for everything that waits.
    public static Thread virtual(String name, Runnable task) {
        return Thread.ofVirtual().name(name).start(task);
    }

    /// A started platform daemon thread, for what waits in native code: SQLite's write connection,
    /// pipes.
    public static Thread platform(String name, Runnable task) {
        return Thread.ofPlatform().name(name).daemon().start(task);
    }

    /// A platform thread for the JVM to start, as when it ends.
    public static Thread unstarted(String name, Runnable task) {
        return Thread.ofPlatform().name(name).unstarted(task);
    }
}
