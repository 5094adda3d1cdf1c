package dev.strawboss.placement;

import java.time.Instant;

/// How a command ended, as its runner recorded it.
///
/// @param status 0 to 255; 128 + n when signal n ended it, 126 and 127 as a shell says them
public record Exit(int status, Instant at) {}
