package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes a worktree's work into the repository, whatever state the worker left it in.
final class Harvest {
    private final JobPlace place;
    private final JobRecord record;
    private final Git git;
    private final Path admin;
    private final String pointer;
    private final List<String> warnings = new ArrayList<>();
    private List<String> ignored = List.of();
    private boolean addedOneToBase;

    Harvest(Linked linked, Git git) {
        this.place = linked.place();
        this.record = linked.record();
        this.git = git;
        this.admin = linked.admin();
        this.pointer = linked.pointer();
    }

    List<String> warnings() {
        return warnings;
    }

    List<String> ignored() {
        return ignored;
    }

    /// Whether the branch is now the base and one commit made here.
    boolean addedOneToBase() {
        return addedOneToBase;
    }

    private String base() {
        return record.base().orElseThrow();
    }

    /// Commits what is left to the job's branch, and takes in or keeps a HEAD that is elsewhere.
    ///
    /// @return the branch's new tip
    String bringHome(Map<String, String> refs) throws IOException, InterruptedException {
        String tip = tip(refs);
        boolean there = git.workTree().equals(record.top());
        if (!there) {
            warnings.add("The worktree " + record.top() + " is gone; only commits were collected.");
        }
        noteState();
        Optional<String> elsewhere = head(refs).filter(commit -> !commit.equals(tip));
        String start = tip;
        boolean apart = false;
        if (elsewhere.isPresent()) {
            if (isAncestor(tip, elsewhere.get())) {
                start = elsewhere.get();
            } else {
                apart = true;
            }
        }
        Optional<Staging> staged = there ? Optional.of(stage()) : Optional.empty();
        String commit = committed(apart ? elsewhere.orElseThrow() : start, staged);
        if (apart) {
            keepApart(commit, tip);
            commit = tip;
        }
        addedOneToBase = !apart && start.equals(base()) && !commit.equals(base());
        if (!commit.equals(refs.get(place.branchRef()))) {
            CrashPoint.COMMIT_MADE.pass();
            git.run("update-ref", "--no-deref", place.branchRef(), commit);
            CrashPoint.REF_MOVED.pass();
        }
        return commit;
    }

    private String tip(Map<String, String> refs) {
        String tip = refs.get(place.branchRef());
        if (tip != null) {
            return tip;
        }
        warnings.add("The branch " + place.branch() + " was deleted; it was made again.");
        return base();
    }

    private void keepApart(String commit, String tip) throws IOException, InterruptedException {
        if (isAncestor(commit, tip)) {
            return; // an older commit of the branch, and nothing on top of it
        }
        String ref = place.rescueRef("head");
        git.run("update-ref", "--no-deref", ref, commit);
        warnings.add(
                "The worker left HEAD at a commit that does not build on its branch; that work is"
                        + " kept as "
                        + ref
                        + ". To take it: git cherry-pick or git merge "
                        + commit);
    }

    private boolean isAncestor(String older, String newer)
            throws IOException, InterruptedException {
        return older.equals(newer)
                || git.attempt("", "merge-base", "--is-ancestor", older, newer).isPresent();
    }

    private String committed(String parent, Optional<Staging> staged)
            throws IOException, InterruptedException {
        if (staged.isEmpty() || (parent.equals(base()) && !staged.get().changed())) {
            return parent;
        }
        String tree = staged.get().tree();
        if (tree.equals(treeOf(parent))) {
            return parent;
        }
        return commit(tree, "Uncommitted work of job " + place.job(), List.of(parent));
    }

    String treeOf(String commit) throws IOException, InterruptedException {
        return Git.line(git.run("rev-parse", "--verify", commit + "^{tree}"));
    }

    String commit(String tree, String message, List<String> parents)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of("commit-tree", "--no-gpg-sign", "-m", message, tree));
        parents.stream().distinct().forEach(parent -> words.addAll(List.of("-p", parent)));
        return Git.line(git.run(words.toArray(String[]::new)));
    }

    /// Where the worker's HEAD is, if that is a commit.
    Optional<String> head(Map<String, String> refs) throws IOException, InterruptedException {
        Optional<String> head = Repository.head(admin);
        if (head.isPresent() && !Repository.isObjectId(head.get())) {
            String name = head.get();
            head =
                    Optional.ofNullable(refs.get(name))
                            .or(() -> lastOfReflog().stream().findFirst());
        }
        return head.isPresent() && isCommit(head.get()) ? head : Optional.empty();
    }

    private boolean isCommit(String id) throws IOException, InterruptedException {
        return id.equals(base()) || git.attempt("", "cat-file", "-e", id + "^{commit}").isPresent();
    }

    /// The commits that the worker's HEAD was at, the last first, at most 50.
    private List<String> lastOfReflog() {
        Path log = admin.resolve("logs/HEAD");
        try {
            if (!Files.isRegularFile(log, LinkOption.NOFOLLOW_LINKS)) {
                return List.of();
            }
            try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
                return lines
                        .map(line -> line.split(" ", 3))
                        .filter(words -> words.length == 3 && Repository.isObjectId(words[1]))
                        .map(words -> words[1])
                        .distinct()
                        .toList()
                        .reversed()
                        .stream()
                        .limit(50)
                        .toList();
            }
        } catch (IOException e) {
            warnings.add("The worker's reflog " + log + " cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private void noteState() throws IOException, InterruptedException {
        Path dotGit = record.top().resolve(".git");
        if (Files.isDirectory(dotGit, LinkOption.NOFOLLOW_LINKS)) {
            warnings.add(
                    "The worker made a repository of its own at the top of its worktree; its"
                            + " files were collected, its history is only in "
                            + dotGit
                            + ".");
        } else if (!Files.isRegularFile(dotGit, LinkOption.NOFOLLOW_LINKS)
                || !Files.readString(dotGit, StandardCharsets.ISO_8859_1).equals(pointer)) {
            warnings.add("The worker changed or removed " + dotGit + ".");
        }
        for (String name : List.of("rebase-merge", "rebase-apply")) {
            if (Files.isDirectory(admin.resolve(name))) {
                warnings.add("The worker left a rebase or am unfinished.");
            }
        }
        for (String name : List.of("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD")) {
            noteUnfinished(name);
        }
    }

    private void noteUnfinished(String name) throws IOException, InterruptedException {
        Path file = admin.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        String ref = place.rescueRef(name.toLowerCase(Locale.ROOT));
        String id = Git.line(Files.readString(file, StandardCharsets.ISO_8859_1));
        boolean kept =
                Repository.isObjectId(id)
                        && git.attempt("", "update-ref", "--no-deref", ref, id).isPresent();
        warnings.add(
                "The worker left a merge, cherry-pick or revert unfinished ("
                        + name
                        + (kept ? ", kept as " + ref + ")" : ")")
                        + "; files may hold conflict markers.");
    }

    private Staging stage() throws IOException, InterruptedException {
        Staging staging = Staging.of(git, place.index(), place.directory().resolve("index.now"));
        ignored = staging.ignored();
        warnings.addAll(staging.warnings());
        int number = 0;
        for (String path : staging.nested()) {
            takeNested(staging, path, ++number);
        }
        return staging;
    }

    /// A repository that was made here becomes plain files of the branch; one that came from
    /// elsewhere is kept beside.
    private void takeNested(Staging outer, String path, int number)
            throws IOException, InterruptedException {
        Path directory = git.workTree().resolve(Git.shown(path));
        Path scratch = place.directory().resolve("index.nested");
        Staging inner = Staging.fromNothing(git.at(directory, scratch), scratch);
        String name = Git.shown(path);
        warnings.addAll(inner.warnings());
        for (String deeper : inner.nested()) {
            warnings.add(
                    "The repository "
                            + name
                            + Git.shown(deeper)
                            + " lies inside another nested"
                            + " one and was not collected; it is still in the workspace.");
        }
        if (!isClone(directory)) {
            outer.addTree(path, inner.tree());
            warnings.add(
                    "The worker made a repository in "
                            + name
                            + ": its files are on the branch,"
                            + " its history is only in "
                            + directory
                            + ".");
            return;
        }
        String ref = place.rescueRef("nested/" + number);
        git.run(
                "update-ref",
                "--no-deref",
                ref,
                commit(inner.tree(), "Files of the clone " + name, List.of()));
        warnings.add(
                "The worker cloned a repository into "
                        + name
                        + ": it is not on the branch, its"
                        + " files are kept as "
                        + ref
                        + ".");
    }

    private static boolean isClone(Path directory) throws IOException {
        Path config = directory.resolve(".git/config");
        return !Files.isRegularFile(config)
                || Files.readString(config, StandardCharsets.ISO_8859_1).contains("[remote ");
    }

    /// All files as they are, small ignored ones too, as a tree; nested histories are moved to the
    /// job's own directory.
    String everything() throws IOException, InterruptedException {
        Staging staging = stage();
        Ignored small = Ignored.choose(git.workTree(), staging.ignored());
        staging.add(small.kept());
        warnings.addAll(staging.warnings().stream().filter(w -> !warnings.contains(w)).toList());
        String tree = staging.tree();
        moveHistories(staging);
        small.leftOut()
                .forEach(path ->
                        warnings.add("Ignored and too large to be saved: " + Git.shown(path)));
        return tree;
    }

    /// The histories of repositories that the worker made stay as directories of the job.
    private void moveHistories(Staging staging) throws IOException {
        List<Path> directories = new ArrayList<>(List.of(git.workTree()));
        staging.nested().forEach(path -> directories.add(git.workTree().resolve(Git.shown(path))));
        for (Path directory : directories) {
            Path history = directory.resolve(".git");
            if (Files.isDirectory(history, LinkOption.NOFOLLOW_LINKS)) {
                Path kept = Files.createDirectories(place.directory().resolve("nested"));
                Path to = Files.createTempDirectory(kept, "repository").resolve("repository.git");
                Files.move(history, to);
                warnings.add("The history of " + directory + " is kept in " + to + ".");
            }
        }
    }
}
