package dev.strawboss.workspace;

import java.nio.file.Path;

/// Something of workspaces that belongs to nothing.
///
/// @param job whose it was
/// @param kind what it is
/// @param path where it is
/// @param bytes how much disk it takes
public record Orphan(String job, Kind kind, Path path, long bytes) {
    /// In the order in which they are looked for.
    public enum Kind {
        /// The workspace of a job that nobody knows.
        UNKNOWN_JOB,
        /// A workspace whose making was interrupted; no worker was there.
        HALF_MADE,
        /// A directory whose record is lost or damaged; it is never taken away.
        UNREADABLE,
        /// A registration in a repository whose worktree is gone.
        REGISTRATION
    }

    /// For people.
    public String sentence() {
        return switch (kind) {
            case UNKNOWN_JOB -> path + " is the workspace of " + job + ", which is no known job.";
            case HALF_MADE -> path + " was not made to its end.";
            case UNREADABLE -> path + " has no record that can be read; look into it by hand.";
            case REGISTRATION -> path + " names a worktree of job " + job + " that is gone.";
        };
    }
}
