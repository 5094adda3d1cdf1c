package dev.strawboss.jobs;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The session of a client, as far as it can be told something.
///
/// @param session its name; empty if it takes no notices
/// @param directory where it works, if it told
/// @param connected whether the client is connected now
public record Audience(String session, Optional<Path> directory, BooleanSupplier connected) {}
