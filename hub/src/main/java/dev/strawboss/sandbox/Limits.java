package dev.strawboss.sandbox;

import java.time.Duration;

/// How much a confined command may use; 0 is no limit.
///
/// @param memory bytes, of all its processes together where control groups can be used; else of
///   each process
/// @param cpus processors' worth of time, of all together; only with control groups
/// @param processes how many at once, threads included
/// @param fileSize bytes of each file that it writes
/// @param cpuTime of each process
/// @param openFiles of each process
public record Limits(
        long memory, double cpus, int processes, long fileSize, Duration cpuTime, int openFiles) {
    /// Nothing is limited.
    public static final Limits NONE = new Limits(0, 0, 0, 0, Duration.ZERO, 0);

    /// Bounds that builds, tests and agents stay far below, and runaways do not.
    public static final Limits WORK = new Limits(0, 0, 4_096, 16L << 30, Duration.ZERO, 16_384);

    /// For a piece of code that a model wrote.
    public static final Limits CODE =
            new Limits(512L << 20, 1, 64, 64L << 20, Duration.ofSeconds(60), 256);

    public Limits {
        if (memory < 0 || cpus < 0 || processes < 0 || fileSize < 0 || openFiles < 0) {
            throw new IllegalArgumentException("a limit cannot be negative");
        }
    }

    /// The same with another bound of memory.
    public Limits memory(long bytes) {
        return new Limits(bytes, cpus, processes, fileSize, cpuTime, openFiles);
    }

    /// The same with another share of the processors.
    public Limits cpus(double share) {
        return new Limits(memory, share, processes, fileSize, cpuTime, openFiles);
    }

    /// The same with another number of processes.
    public Limits processes(int most) {
        return new Limits(memory, cpus, most, fileSize, cpuTime, openFiles);
    }
}
