package dev.strawboss.jobs;

import java.util.List;

/// When an accepted job may start.
///
/// @param queue the name of the queue it waits in
/// @param priority the higher starts first; -100 to 100, usually 0
/// @param after the jobs that must have ended before it starts
/// @param anyEnd whether those may have ended in any way; else a job that did not succeed fails
///   this one
public record Scheduling(String queue, int priority, List<JobId> after, boolean anyEnd) {
    /// The queue of jobs that name none.
    public static final String DEFAULT_QUEUE = "default";

    /// As soon as there is a slot, in the order of acceptance.
    public static final Scheduling USUAL = new Scheduling(DEFAULT_QUEUE, 0, List.of(), false);

    public static final int LOWEST_PRIORITY = -100;
    public static final int HIGHEST_PRIORITY = 100;

    public Scheduling {
        after = List.copyOf(after);
        if (priority < LOWEST_PRIORITY || priority > HIGHEST_PRIORITY) {
            throw new IllegalArgumentException("no such priority: " + priority);
        }
    }
}
