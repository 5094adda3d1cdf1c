package dev.strawboss.mcp;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// One call under way, the same for every era and way in: of a tool, a prompt or a resource.
public interface Call {
    /// How long a person is waited for, if nothing else is said.
    Duration PERSON = Duration.ofMinutes(10);

    /// Who calls, as the client named itself, such as `claude-code`; `unknown` if it did not.
    default String client() {
        return about().name();
    }

    /// What the client says of itself.
    Client about();

    /// Whom the way in has found to be calling: `local` over the socket, the name of the token over
    /// HTTP. What belongs to one principal is none of another's concern.
    String principal();

    /// What the call belongs to.
    Session session();

    /// Lets `delivery` know what becomes of the answer to this call. The last one counts.
    void whenAnswered(Delivery delivery);

    /// The key under which a bridge repeats this call after the death of a hub
    /// (`_meta["dev.strawboss/request"]`): the same key means the same call.
    Optional<String> requestKey();

    /// Tells the client how far the call is, if it asked to be told; else does nothing.
    ///
    /// @param done grows with every call
    /// @param message one short line
    void progress(double done, String message);

    /// The same, of a known total.
    void progress(double done, double total, String message);

    /// Writes to the client's log, if it wants messages of this level.
    ///
    /// @param data any JSON value
    void log(LogLevel level, String logger, Object data);

    /// Asks the client, all at once. In the era of 2026-07-28 the call ends here ([InputRequired])
    /// and is made again with the answers, from the top: ask before any effect, and the same in
    /// every round. Before that it waits, at most for `patience`.
    ///
    /// @param questions by names of the caller's choice, the same in every round
    /// @return the client's answers by name; empty if it cannot be asked, refused to answer, or
    ///   nobody answered in time
    Optional<Map<String, Map<String, Object>>> ask(
            Map<String, Question> questions, Duration patience) throws InterruptedException;

    /// The toolsets that the session sees, and those it does not.
    Map<String, Boolean> toolsets();

    /// Shows a toolset to the session or hides it; its client is told that the list has changed.
    ///
    /// @throws dev.strawboss.errors.StrawbossException if there is none of that name
    void show(String toolset, boolean shown);
}
