package dev.strawboss.jobs;

import java.time.Instant;

/// That nothing new starts somewhere.
///
/// @param by who wanted it
public record Pause(Instant since, String by) {}
