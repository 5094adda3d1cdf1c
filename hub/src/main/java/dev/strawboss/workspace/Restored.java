package dev.strawboss.workspace;

import java.util.List;

/// A workspace that was brought back.
///
/// @param told sentences for people, such as what is not as it was
public record Restored(Workspace workspace, List<String> told) {
    public Restored {
        told = List.copyOf(told);
    }
}
