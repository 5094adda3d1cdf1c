package dev.strawboss.agents;

import java.time.Instant;
import java.util.Optional;

/// What an agent's output says of its run.
///
/// @param text the answer; a long one is cut in the middle
/// @param session the vendor's id, with which the session can be resumed
/// @param cost US dollars, where the vendor says it
/// @param ended whether the final event is there; without it the agent did not get to its end
/// @param error what the final event, or the lack of it, says went wrong
record AgentReport(
        String text,
        Optional<String> session,
        Optional<String> model,
        Optional<Usage> usage,
        Optional<Double> cost,
        boolean ended,
        Optional<AgentError> error) {
    /// Tokens.
    ///
    /// @param input with the cached ones
    record Usage(long input, long cached, long output) {}

    /// @param message the vendor's, one line
    /// @param reset when the limit is lifted, if that was said
    record AgentError(ErrorKind kind, String message, Optional<Instant> reset) {}
}
