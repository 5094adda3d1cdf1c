package dev.strawboss.workspace;

/// How much disk a job's workspace takes.
///
/// @param removed whether it was taken away, so that only what is needed to bring it back is left
/// @param bytes of the worktree and of what is kept beside it; not of what git stores in the
///   repository
public record WorkspaceSize(String job, boolean removed, long bytes) {}
