package dev.strawboss.workspace;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.stream.Stream;

/// Which workspaces are there, and which were taken away.
final class Removed {
    private Removed() {}

    static Optional<WorkspaceSize> size(JobPlace place) throws IOException {
        boolean there = Files.exists(place.record());
        if (!there && !Files.exists(place.removed())) {
            return Optional.empty();
        }
        return Optional.of(
                new WorkspaceSize(
                        place.job(), !there, Trees.size(place.directory(), Long.MAX_VALUE)));
    }

    /// Whether the directory of a job holds nothing that somebody could miss.
    static boolean nothingIn(JobPlace place) {
        return Stream.of("worktree", "artifacts", "aside", "admin", "submodules")
                .noneMatch(name -> Files.exists(place.directory().resolve(name)));
    }

    static StrawbossException there(String job, Workspace workspace) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The workspace of job " + job + " is there: " + workspace.directory() + ".",
                "cd '" + workspace.directory() + "'");
    }

    static StrawbossException nothing(String job) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "Job " + job + " has no workspace that was taken away.",
                "Look what it left: strawboss job " + job);
    }
}
