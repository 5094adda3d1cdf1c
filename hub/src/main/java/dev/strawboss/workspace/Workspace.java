package dev.strawboss.workspace;

import java.nio.file.Path;
import java.util.Optional;

/// A place that was made ready for one job.
///
/// @param directory where the job's command runs
/// @param top the top of the checkout, if git manages it
/// @param branch the job's branch, in mode worktree
/// @param base the commit the work starts from, if there is one
public record Workspace(
        WorkspaceMode mode,
        Path directory,
        Optional<Path> top,
        Optional<String> branch,
        Optional<String> base) {}
