package dev.strawboss.upstream;

import java.time.Instant;
import java.util.Locale;

/// How it stands with a server.
public sealed interface UpstreamState {
    Instant since();

    /// Not connected, and nobody needs it now.
    record Idle(Instant since) implements UpstreamState {}

    record Connecting(Instant since) implements UpstreamState {}

    record Ready(Instant since, Identity identity) implements UpstreamState {}

    /// A person has to log in first.
    record NeedsLogin(Instant since, String hint) implements UpstreamState {}

    /// A person has to log in again.
    record Expired(Instant since, String hint) implements UpstreamState {}

    /// The last attempt failed.
    ///
    /// @param sentence why
    /// @param hint what to do
    /// @param attempts in a row
    /// @param retryAt from then on a request connects again; before, it is refused with `sentence`
    record Failed(Instant since, String sentence, String hint, int attempts, Instant retryAt)
            implements UpstreamState {}

    /// One word or two for people: `ready`, `needs login`.
    default String word() {
        return getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }
}
