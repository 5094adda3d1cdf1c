package dev.strawboss.jobs;

/// Tells of sessions whose client may come back.
public interface Sessions {
    /// Nobody comes back.
    Sessions NONE = _ -> false;

    /// Whether the process that the session belongs to lives, connected or not.
    boolean alive(String session);
}
