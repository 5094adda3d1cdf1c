package dev.strawboss.jobs;

import java.time.Duration;

/// When a command's time is up, by a clock that nobody can set: the wall clock jumps when somebody
/// sets it, and a jump must neither end a command early nor let it run for ever.
///
/// @param nanos of [System#nanoTime]
record Deadline(long nanos) {
    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + Math.max(0, capped(time)));
    }

    /// What is left; zero if it has passed.
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean passed() {
        return nanos - System.nanoTime() <= 0;
    }

    /// A hundred years do not fit into nanoseconds three times.
    private static long capped(Duration time) {
        Duration longest = Duration.ofDays(36_500);
        return (time.compareTo(longest) < 0 ? time : longest).toNanos();
    }
}
