package dev.strawboss.upstream;

import java.util.Map;

/// Who hears what becomes of servers. Called on virtual threads, of one server in order; may wait.
public interface Watcher {
    Watcher NOBODY = new Watcher() {};

    /// Something in its lists is not as it was.
    default void listsChanged(String name) {}

    /// @param client whose connection it is; empty for one that all share
    default void resourceUpdated(String name, Object client, String uri) {}

    /// The `params` of a `notifications/message`.
    default void log(String name, Object client, Map<String, Object> params) {}
}
