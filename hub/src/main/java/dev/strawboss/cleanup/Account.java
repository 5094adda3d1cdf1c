package dev.strawboss.cleanup;

import java.util.List;

/// What went, or would go.
///
/// @param workspaces how many worktrees
/// @param logs of how many jobs
/// @param jobs how many are no longer known
/// @param orphans what belongs to no job
/// @param told sentences a person should read, such as what could not be taken away
public record Account(Count workspaces, Count logs, Count jobs, Count orphans, List<String> told) {
    /// @param bytes of disk; of jobs only their files
    public record Count(long number, long bytes) {
        static final Count NONE = new Count(0, 0);

        Count and(long more) {
            return new Count(number + 1, bytes + more);
        }
    }

    public Account {
        told = List.copyOf(told);
    }

    public long bytes() {
        return workspaces.bytes() + logs.bytes() + jobs.bytes() + orphans.bytes();
    }

    boolean nothing() {
        return workspaces.number() + logs.number() + jobs.number() + orphans.number() == 0;
    }
}
