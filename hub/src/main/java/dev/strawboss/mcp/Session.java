package dev.strawboss.mcp;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// What a call belongs to: everything that comes over one bridge, however often it connects, or
/// over one connection without a bridge. A client's sub-agents share the session of their client.
///
/// @param name the same for all calls of the session and for no other; empty for a caller that is
///   gone with its call, such as the command line: it takes no notices
/// @param directory where the bridge was started, if it told
/// @param connected whether the client is connected now
public record Session(String name, Optional<Path> directory, BooleanSupplier connected) {
    /// Of a caller that is gone with its call.
    public static final Session PASSING = new Session("", Optional.empty(), () -> false);
}
