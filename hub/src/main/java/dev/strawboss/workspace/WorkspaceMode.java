package dev.strawboss.workspace;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How far a job's files are kept apart from the caller's.
public enum WorkspaceMode {
    /// A checkout of its own, on a branch of its own.
    WORKTREE,
    /// A repository of its own that shares nothing with the caller's, on a branch of its own.
    CLONE,
    /// The directory itself; what changed there is reported.
    IN_PLACE,
    /// The directory itself, and nothing is said about changes; git is never asked.
    NONE;

    /// Whether the job has a checkout and a branch of its own.
    boolean apart() {
        return this == WORKTREE || this == CLONE;
    }

    /// `worktree`, `clone`, `in-place` or `none`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<WorkspaceMode> ofWireName(String name) {
        return Arrays.stream(values()).filter(mode -> mode.wireName().equals(name)).findFirst();
    }

    public static List<String> wireNames() {
        return Arrays.stream(values()).map(WorkspaceMode::wireName).toList();
    }
}
