package dev.strawboss.mcp;

import java.util.Optional;

/// One tool call under way, the same for every era and way in.
public interface Call {
    /// Who calls, as the client named itself, such as `claude-code`; `unknown` if it did not.
    String client();

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
}
