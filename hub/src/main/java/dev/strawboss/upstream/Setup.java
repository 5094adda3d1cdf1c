package dev.strawboss.upstream;

import java.time.Duration;

/// One server as it is configured.
///
/// @param scope who shares a connection
/// @param keep never stopped for being idle
/// @param start within this a connection is made, from the start of the program to the answer that
///   says who it is
/// @param patience within this every call is answered, unless the caller wants it sooner
/// @param authorization how to log in over HTTP
public record Setup(
        Target target,
        Scope scope,
        boolean keep,
        Duration start,
        Duration patience,
        Authorization authorization) {
    /// Long enough for `npx` and `uvx` to fetch a package on a slow line.
    public static final Duration START = Duration.ofSeconds(60);

    public static final Duration PATIENCE = Duration.ofMinutes(10);

    /// Who shares a connection.
    public enum Scope {
        /// All clients.
        SHARED,
        /// Every client has one of its own: the server keeps a conversation's state, or a browser.
        CLIENT
    }

    public Setup {
        if (!start.isPositive() || !patience.isPositive()) {
            throw new IllegalArgumentException("a time to wait is longer than nothing");
        }
    }

    /// Shared, stopped when idle, the usual times, no login.
    public static Setup of(Target target) {
        return new Setup(target, Scope.SHARED, false, START, PATIENCE, Authorization.NONE);
    }
}
