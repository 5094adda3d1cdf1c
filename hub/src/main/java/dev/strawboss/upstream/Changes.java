package dev.strawboss.upstream;

import java.util.Map;

/// Who is told what a server says of itself, outside of any request. Called on one virtual thread
/// for each connection; changes that come faster than they are taken are told once.
public interface Changes {
    Changes UNHEARD = new Changes() {};

    default void toolsChanged() {}

    default void resourcesChanged() {}

    default void promptsChanged() {}

    default void resourceUpdated(String uri) {}

    /// The `params` of a `notifications/message`; of a flood only some.
    default void log(Map<String, Object> params) {}

    /// The connection has ended, other than by [Upstream#close].
    default void closed(String sentence) {}
}
