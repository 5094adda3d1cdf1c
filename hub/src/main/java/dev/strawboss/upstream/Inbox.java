package dev.strawboss.upstream;

import org.jspecify.annotations.Nullable;

/// What a transport hands on. Called on the threads that read; never waits.
interface Inbox {
    /// @param value parsed JSON
    /// @param about the request in whose answer it came, where the transport can tell
    void received(@Nullable Object value, @Nullable Pending about);

    /// Something that is no message.
    ///
    /// @param id that it seems to answer
    /// @param why as a relative clause: `that is not UTF-8`
    void unreadable(@Nullable Object id, String why);

    /// Nothing more will come.
    ///
    /// @param what happened, as the server's deed: `exited with status 3`
    void ended(String what);
}
