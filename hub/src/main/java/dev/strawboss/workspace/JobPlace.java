package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// What is kept of one job's workspace, and where.
///
/// @param directory `<root>/<job>`
record JobPlace(String job, Path directory) {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    static JobPlace of(Path root, String job) {
        if (!wellFormed(job)) {
            throw new IllegalArgumentException("not fit to name a workspace: " + job);
        }
        return new JobPlace(job, root.toAbsolutePath().normalize().resolve(job));
    }

    static boolean wellFormed(String job) {
        return SAFE.matcher(job).matches();
    }

    Path record() {
        return directory.resolve("workspace.properties");
    }

    /// The record of a workspace that was taken away and can be brought back.
    Path removed() {
        return directory.resolve("removed.properties");
    }

    /// What git knew of the worktree that was taken away: its HEAD, index and reflog.
    Path keptAdmin() {
        return directory.resolve("admin");
    }

    /// What a person should know of how it was made, a sentence a line.
    Path notes() {
        return directory.resolve("notes");
    }

    Path patch() {
        return directory.resolve("patch");
    }

    Path gitDirectory() {
        return directory.resolve("git");
    }

    /// The index as it was when the job began.
    Path index() {
        return directory.resolve("index");
    }

    /// The refs and the guarded files as they were when the job began.
    Path before() {
        return directory.resolve("before");
    }

    /// Locks that a git left which was killed: none of the hub's works here now.
    void dropLocks() throws IOException {
        if (Files.isDirectory(directory)) {
            try (DirectoryStream<Path> locks = Files.newDirectoryStream(directory, "*.lock")) {
                for (Path lock : locks) {
                    Files.delete(lock);
                }
            }
        }
    }

    String branch() {
        return "strawboss/" + job;
    }

    String branchRef() {
        return "refs/heads/" + branch();
    }

    /// Holds the commit that a clone was made of, so that the person's git keeps it.
    String baseRef() {
        return "refs/strawboss/base/" + job;
    }

    String rescueRef(String name) {
        return "refs/strawboss/rescue/" + job + "/" + name;
    }
}
