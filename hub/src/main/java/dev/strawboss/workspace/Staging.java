package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What lies in a working tree now, taken into an index of the hub's own: nothing that a worker did
/// to its index (locks, conflicts, `assume-unchanged`) matters.
final class Staging {
    private final Git git;
    private final List<String> deleted = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<String> nested = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> large = new ArrayList<>();
    private final long limit;
    private Optional<String> tree = Optional.empty();

    private Staging(Git git, long limit) {
        this.git = git;
        this.limit = limit;
    }

    /// @param pristine the index to start from; it spares hashing what has not changed
    /// @param scratch where the new index is made
    /// @param limit files of more bytes are left out
    static Staging of(Git git, Path pristine, Path scratch, long limit)
            throws IOException, InterruptedException {
        clear(scratch);
        if (Files.exists(pristine)) {
            // the time of the file tells git which entries it must not trust
            Files.copy(pristine, scratch, StandardCopyOption.COPY_ATTRIBUTES);
        }
        return taken(git, scratch, limit);
    }

    /// The same, of a tree of which nothing is known.
    static Staging fromNothing(Git git, Path scratch, long limit)
            throws IOException, InterruptedException {
        clear(scratch);
        return taken(git, scratch, limit);
    }

    private static void clear(Path scratch) throws IOException {
        Files.deleteIfExists(scratch);
        Files.deleteIfExists(scratch.resolveSibling(scratch.getFileName() + ".lock"));
    }

    private static Staging taken(Git git, Path scratch, long limit)
            throws IOException, InterruptedException {
        Staging staging = new Staging(git.at(git.workTree(), scratch), limit);
        staging.look();
        staging.setLargeAside();
        staging.take();
        return staging;
    }

    private void look() throws IOException, InterruptedException {
        String listed =
                git.run(
                        "status",
                        "--porcelain=v2",
                        "-z",
                        "--no-renames",
                        "--untracked-files=all",
                        "--ignored=matching",
                        "--ignore-submodules=dirty");
        for (String entry : listed.split("\0", -1)) {
            if (!entry.isEmpty()) {
                note(entry);
            }
        }
    }

    // The forms are described in git-status(1), "Porcelain Format Version 2".
    private void note(String entry) {
        switch (entry.charAt(0)) {
            case '?' -> (entry.endsWith("/") ? nested : changed).add(entry.substring(2));
            case '!' -> ignored.add(entry.substring(2));
            case '1' -> note(entry.charAt(3), entry.split(" ", 9)[8]);
            case 'u' -> changed.add(entry.split(" ", 11)[10]);
            default -> throw new IllegalStateException("git status said " + entry);
        }
    }

    private void note(char worktree, String path) {
        if (worktree == 'D') {
            deleted.add(path);
        } else if (worktree != '.') {
            changed.add(path);
        }
    }

    private void setLargeAside() throws IOException, InterruptedException {
        for (String path : changed) {
            Path file = RawPath.of(git.workTree(), path);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) > limit) {
                large.add(path);
            }
        }
        if (!large.isEmpty()) {
            large.removeAll(storedByLfs());
            changed.removeAll(Set.copyOf(large));
        }
    }

    private Set<String> storedByLfs() throws IOException, InterruptedException {
        String[] words =
                git.feed(joined(large), "check-attr", "-z", "--stdin", "filter").split("\0", -1);
        Set<String> stored = new HashSet<>();
        for (int i = 0; i + 2 < words.length; i += 3) {
            if (words[i + 2].equals("lfs") && !git.gitDirectory().withoutLfs()) {
                stored.add(words[i]);
            }
        }
        return stored;
    }

    private void take() throws IOException, InterruptedException {
        if (!deleted.isEmpty()) {
            git.feed(joined(deleted), "update-index", "-z", "--force-remove", "--stdin");
        }
        add(changed);
        noteLeftOut(changed);
    }

    /// git passes over names that are dangerous elsewhere, such as `git~1`, and calls it success.
    private void noteLeftOut(List<String> paths) throws IOException {
        if (paths.isEmpty() || !Files.exists(git.index())) {
            return;
        }
        Set<String> taken = new HashSet<>();
        IndexFile.read(git.index(), git.gitDirectory().idLength())
                .forEach(entry -> taken.add(entry.path()));
        for (String path : paths) {
            if (!taken.contains(path)
                    && !refused.contains(path)
                    && Files.exists(RawPath.of(git.workTree(), path), LinkOption.NOFOLLOW_LINKS)) {
                refused.add(path);
            }
        }
    }

    /// Takes paths in, ignored ones too; those that git cannot take are named as refused.
    void add(List<String> paths) throws IOException, InterruptedException {
        if (paths.isEmpty()
                || git.attempt(
                                joined(paths),
                                "update-index",
                                "-z",
                                "--add",
                                "--remove",
                                "--replace",
                                "--stdin")
                        .isPresent()) {
            return;
        }
        if (paths.size() == 1) {
            refused.add(paths.getFirst());
        } else {
            add(paths.subList(0, paths.size() / 2));
            add(paths.subList(paths.size() / 2, paths.size()));
        }
    }

    /// Lays entries in, whatever stands there; an empty one takes the path out.
    void set(Map<String, Optional<Commits.Entry>> entries)
            throws IOException, InterruptedException {
        if (entries.isEmpty()) {
            return;
        }
        String none = "0".repeat(git.gitDirectory().idLength());
        StringBuilder lines = new StringBuilder();
        entries.forEach((path, entry) ->
                lines.append(entry.map(Commits.Entry::mode).orElse("0"))
                        .append(' ')
                        .append(entry.map(Commits.Entry::id).orElse(none))
                        .append('\t')
                        .append(path)
                        .append('\0'));
        git.feed(lines.toString(), "update-index", "-z", "--index-info");
        changed.addAll(entries.keySet());
        tree = Optional.empty();
    }

    /// Lays a tree into a directory that is not in the index yet.
    void addTree(String directory, String tree) throws IOException, InterruptedException {
        Map<String, Optional<Commits.Entry>> entries = new HashMap<>();
        new Commits(git)
                .entries(tree)
                .forEach((path, entry) -> entries.put(directory + path, Optional.of(entry)));
        set(entries);
    }

    private static String joined(List<String> paths) {
        return String.join("\0", paths) + "\0";
    }

    /// Whether anything differs from the index it started from.
    boolean changed() {
        return !deleted.isEmpty() || !changed.isEmpty();
    }

    /// The whole as a tree object, made on first use.
    String tree() throws IOException, InterruptedException {
        if (tree.isEmpty()) {
            tree = Optional.of(Git.line(git.run("write-tree")));
        }
        return tree.get();
    }

    /// Files and directories (with a slash at the end) that git ignores.
    List<String> ignored() {
        return ignored;
    }

    /// Directories, with a slash at the end, that are repositories of their own.
    List<String> nested() {
        return nested;
    }

    /// Changed and new files that are too large for a commit.
    List<String> large() {
        return large;
    }

    /// What git could not take.
    List<String> refused() {
        return refused;
    }

    /// Where the index is.
    Path index() {
        return git.index();
    }

    /// What could not be taken, for people.
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (String path : refused) {
            warnings.add(
                    "git could not save " + Git.shown(path) + "; it is still in the workspace.");
        }
        return warnings;
    }
}
