package dev.strawboss.upstream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a request is made for, and who hears what the server says meanwhile. The thread that makes
/// the request runs [#progress] and [#log], a thread of its own [#elicit]. Interrupting the thread
/// that makes the request cancels the request at the server.
public interface CallContext {
    /// Nobody listens.
    static CallContext alone(Duration patience) {
        return () -> patience;
    }

    /// After this the request is given up.
    Duration patience();

    /// Who it is made for: questions of a server are answered only where it is certain whom they
    /// are for. Compared with `equals`.
    default Object client() {
        return "";
    }

    /// The `params` of a `notifications/progress`, without the token. Those that come faster than
    /// they are taken are left out, the last one never.
    default void progress(Map<String, Object> params) {}

    /// The `params` of a `notifications/message`.
    default void log(Map<String, Object> params) {}

    /// The least that [#log] wants: `debug`, `info`, …; empty for nothing.
    default Optional<String> logLevel() {
        return Optional.empty();
    }

    /// Whether [#elicit] may be asked at all.
    default boolean elicits() {
        return false;
    }

    /// Asks the client's person. Interrupted when nobody needs the answer any more.
    ///
    /// @param params of `elicitation/create`: `message`, `requestedSchema`
    /// @return `action` and, if accepted, `content`; empty if there is no answer: it is declined
    default Optional<Map<String, Object>> elicit(Map<String, Object> params)
            throws InterruptedException {
        return Optional.empty();
    }

    /// The client's directories, as `roots/list` answers them; asked only of connections that one
    /// client has alone.
    default List<Map<String, Object>> roots() throws InterruptedException {
        return List.of();
    }
}
