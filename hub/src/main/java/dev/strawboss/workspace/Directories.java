package dev.strawboss.workspace;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.errors.Suggestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Refuses directories where a job cannot work, with what to do about it.
final class Directories {
    private Directories() {}

    static Repository requireRepository(Path directory) {
        try {
            Repository repository =
                    Repository.find(directory.toRealPath()).orElseThrow(() -> notGit(directory));
            repository.requireSupported();
            repository.requireCommit(directory);
            return repository;
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The git repository of " + directory + " cannot be read: " + e.getMessage(),
                    "Look at it with: git -C '" + directory + "' status",
                    e);
        }
    }

    private static StrawbossException notGit(Path directory) {
        return new StrawbossException(
                ErrorCode.NOT_A_GIT_REPOSITORY,
                directory + " is not in a git repository, so a job there cannot have a worktree.",
                "Use --workspace in-place to work in the directory itself, or make it a repository:"
                        + " git init && git add -A && git commit -m start");
    }

    static StrawbossException unknown(Path directory) {
        Path parent = directory.getParent();
        while (parent != null && !Files.isDirectory(parent)) {
            directory = parent;
            parent = parent.getParent();
        }
        if (Files.exists(directory)) {
            return unknown(directory + " is not a directory.");
        }
        String meant = parent == null ? "" : nearest(parent, directory);
        return unknown("There is no directory " + directory + "." + meant);
    }

    private static StrawbossException unknown(String sentence) {
        return new StrawbossException(
                ErrorCode.UNKNOWN_DIRECTORY, sentence, "Name a directory that exists.");
    }

    private static String nearest(Path parent, Path missing) {
        String name = Objects.requireNonNull(missing.getFileName()).toString();
        try (Stream<Path> siblings = Files.list(parent)) {
            List<String> names =
                    siblings.limit(2_000)
                            .filter(Files::isDirectory)
                            .map(path -> Objects.requireNonNull(path.getFileName()).toString())
                            .toList();
            return Suggestion.nearest(name, names)
                    .map(found -> " Did you mean " + parent.resolve(found) + "?")
                    .orElse("");
        } catch (IOException | UncheckedIOException e) {
            return " " + parent + " cannot be read either: " + e.getMessage();
        }
    }
}
