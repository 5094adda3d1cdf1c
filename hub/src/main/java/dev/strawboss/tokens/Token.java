package dev.strawboss.tokens;

import java.time.Instant;
import java.util.Optional;

/// What is known of a token; the secret itself is known to its bearer only.
///
/// @param used when a request last bore it, to the minute; empty if none did
public record Token(String name, Instant created, Optional<Instant> used) {}
