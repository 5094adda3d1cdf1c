package dev.strawboss.tools;

import java.util.Optional;

/// How clients come to the hub over the network, as far as the tools tell of it.
public interface Remote {
    /// What holds now.
    ///
    /// @param url where it listens; empty if it does not
    /// @param problem why it does not although it should, and what to do about it
    record Status(Optional<String> url, Optional<Check> problem) {}

    Status status();
}
