package dev.strawboss.upstream;

import java.util.Map;
import java.util.Optional;

/// How messages get to a server. What comes back goes to an [Inbox].
interface Transport {
    /// Sends a request; does not wait. If that fails, the request is answered with why.
    ///
    /// @param headers for transports that have some
    void send(Pending pending, Map<String, Object> message, Map<String, String> headers);

    /// Sends a notification or an answer; does not wait, and leaves it out where too much waits.
    void tell(Map<String, Object> message);

    /// Nobody waits for a request any more, which has no answer yet.
    ///
    /// @param notice `notifications/cancelled`, where that is how a server is told
    void cancel(Pending pending, Map<String, Object> notice);

    /// What is spoken from now on.
    void agreed(Identity identity);

    /// Something to add to the sentence that a request was not answered; may be empty.
    String lastWords();

    /// What the server has wanted since it was connected, if a person has to act.
    default Optional<Login> login() {
        return Optional.empty();
    }

    void close();
}
