package dev.strawboss.workspace;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A git repository as found by its files (gitrepository-layout(5)), without asking git: git would
/// read the configuration.
///
/// @param top the top of the checkout; the repository itself if it is bare
/// @param gitDirectory holds `HEAD` and `index` of this checkout
/// @param common holds objects, refs and configuration of all checkouts
record Repository(Path top, Path gitDirectory, Path common) {
    private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /// @param directory absolute, without symbolic links
    static Optional<Repository> find(Path directory) throws IOException {
        for (Path at = directory; at != null; at = at.getParent()) {
            Optional<Repository> found = at(at);
            if (found.isPresent()) {
                return found;
            }
            if (isGitDirectory(at)) {
                return Optional.of(of(at, at));
            }
        }
        return Optional.empty();
    }

    /// The repository whose checkout has its top there.
    static Optional<Repository> at(Path top) throws IOException {
        Path dotGit = top.resolve(".git");
        Optional<Path> git =
                Files.isRegularFile(dotGit) ? pointedTo(dotGit, "gitdir: ") : Optional.of(dotGit);
        return git.isPresent() && isGitDirectory(git.get())
                ? Optional.of(of(top, git.get()))
                : Optional.empty();
    }

    /// Where a file of git's own, such as `.git` or `commondir`, points to.
    static Optional<Path> pointedTo(Path file, String prefix) throws IOException {
        String text = text(file);
        Path base = Objects.requireNonNull(file.getParent());
        return text.startsWith(prefix)
                ? Optional.of(base.resolve(text.substring(prefix.length())).normalize())
                : Optional.empty();
    }

    private static Repository of(Path top, Path git) throws IOException {
        return new Repository(top, git, commonOf(git));
    }

    private static Path commonOf(Path git) throws IOException {
        Path commondir = git.resolve("commondir");
        return Files.isRegularFile(commondir) ? pointedTo(commondir, "").orElse(git) : git;
    }

    private static boolean isGitDirectory(Path git) throws IOException {
        if (!Files.isRegularFile(git.resolve("HEAD"))
                && !Files.isSymbolicLink(git.resolve("HEAD"))) {
            return false;
        }
        Path common = commonOf(git);
        return Files.isDirectory(common.resolve("objects"))
                && Files.isDirectory(common.resolve("refs"));
    }

    /// The first 64 KB of a file: what a worker wrote may be of any size.
    static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(64 << 10), StandardCharsets.UTF_8).stripTrailing();
        }
    }

    /// A name for the checkout's directory that is safe in every shell.
    String name() {
        String name = top.getFileName() == null ? "repository" : top.getFileName().toString();
        name =
                name.equals(".git") && top.getParent() != null
                        ? String.valueOf(top.getParent().getFileName())
                        : name;
        name = name.endsWith(".git") ? name.substring(0, name.length() - 4) : name;
        String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[.-]+", "_");
        return safe.isEmpty() ? "repository" : safe;
    }

    /// Reads the `HEAD` of a checkout.
    ///
    /// @return a ref's full name or an object id
    static Optional<String> head(Path gitDirectory) throws IOException {
        Path head = gitDirectory.resolve("HEAD");
        if (!Files.isRegularFile(head, LinkOption.NOFOLLOW_LINKS) || Files.size(head) > 8_192) {
            return Optional.empty();
        }
        String text =
                new String(Files.readAllBytes(head), StandardCharsets.ISO_8859_1).stripTrailing();
        if (text.startsWith("ref:")) {
            return Optional.of(text.substring(4).strip());
        }
        return isObjectId(text) ? Optional.of(text) : Optional.empty();
    }

    static boolean isObjectId(String text) {
        return OBJECT_ID.matcher(text).matches();
    }

    void requireSupported() {
        if (Files.isDirectory(common.resolve("reftable"))) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The repository "
                            + top
                            + " keeps its refs as reftable, which worktree mode"
                            + " does not support yet.",
                    "Use --workspace in-place, or convert it: git refs migrate"
                            + " --ref-format=files");
        }
        if (hasRef("refs/heads/strawboss")) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The repository "
                            + top
                            + " has a branch named strawboss, so git cannot make"
                            + " the jobs' branches strawboss/JOB.",
                    "Rename it: git branch -m strawboss strawboss-old");
        }
    }

    void requireCommit(Path directory) throws IOException {
        Optional<String> head = head(gitDirectory);
        if (head.isEmpty() || (!isObjectId(head.get()) && !hasRef(head.get()))) {
            throw new StrawbossException(
                    ErrorCode.EMPTY_REPOSITORY,
                    "The git repository of "
                            + directory
                            + " has no commit yet, so a job there"
                            + " cannot have a worktree.",
                    "Make one with git add -A && git commit -m start, or use --workspace"
                            + " in-place.");
        }
    }

    private boolean hasRef(String name) {
        if (Files.isRegularFile(common.resolve(name))) {
            return true;
        }
        Path packed = common.resolve("packed-refs");
        if (!Files.exists(packed)) {
            return false;
        }
        try (Stream<String> lines = Files.lines(packed, StandardCharsets.ISO_8859_1)) {
            return lines.anyMatch(line -> line.endsWith(" " + name));
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.WORKSPACE_FAILED,
                    "The file " + packed + " cannot be read: " + e.getMessage(),
                    "Look at its permissions.",
                    e);
        }
    }
}
