package dev.strawboss.upstream;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came of a request.
public sealed interface Reply {
    /// The server's result, as sent. That of a tool may say `isError`.
    record Result(Map<String, Object> value) implements Reply {}

    /// The server's own JSON-RPC error, as sent.
    ///
    /// @param data null if there is none
    record Refused(int code, String message, @Nullable Object data) implements Reply {}

    /// No answer, or none that can be used.
    ///
    /// @param sentence what happened
    /// @param hint what to do, preferably a command; may be empty
    /// @param unsent whether the server certainly knows nothing of the request, so that it may be
    ///   made again
    record Failed(String sentence, String hint, boolean unsent) implements Reply {}
}
