package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Takes a worktree's work into the repository, whatever state the worker left it in.
final class Harvest {
    private static final long LARGEST_REFLOG = 16 << 20;

    private final Linked linked;
    private final JobPlace place;
    private final JobRecord record;
    private final Git git;
    private final Path admin;
    private final Commits commits;
    private final List<String> warnings = new ArrayList<>();
    private final Contents contents;
    private final Optional<String> earlier;
    private boolean addedOneToBase;
    private String work;

    Harvest(Look look) {
        this.linked = look.linked();
        this.place = linked.place();
        this.record = linked.record();
        this.git = look.git();
        this.earlier = look.earlier();
        this.admin = linked.admin();
        this.commits = new Commits(git);
        this.contents = new Contents(linked, git, warnings);
        this.work = base();
    }

    List<String> warnings() {
        return warnings;
    }

    Contents contents() {
        return contents;
    }

    /// Whether the branch is now the base and one commit made here.
    boolean addedOneToBase() {
        return addedOneToBase;
    }

    /// The commit of the files as the worker left them, on the branch or not.
    String work() {
        return work;
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
            if (commits.isAncestor(tip, elsewhere.get())) {
                start = elsewhere.get();
            } else {
                apart = true;
            }
        }
        start = apart ? elsewhere.orElseThrow() : start;
        Optional<Staging> staged = there ? Optional.of(contents.stage(start)) : Optional.empty();
        String commit = committed(start, staged);
        work = commit;
        if (apart) {
            keepApart(commit, tip);
            commit = tip;
        }
        addedOneToBase = !apart && start.equals(base()) && !commit.equals(base());
        if (!commit.equals(refs.get(place.branchRef()))) {
            CrashPoint.COMMIT_MADE.pass();
            commits.keep(place.branchRef(), commit);
            CrashPoint.REF_MOVED.pass();
            if (staged.isPresent() && !apart && !start.equals(commit)) {
                follow(staged.get());
            }
        }
        return commit;
    }

    /// The worktree's own index has to know what was committed, or a look into the worktree shows
    /// all of it as undone.
    private void follow(Staging staged) throws IOException {
        boolean onBranch =
                Repository.head(admin).filter(head -> head.equals(place.branchRef())).isPresent();
        if (onBranch && !unfinished()) {
            Files.copy(
                    staged.index(),
                    admin.resolve("index"),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    private boolean unfinished() {
        return Stream.of(
                        "MERGE_HEAD",
                        "CHERRY_PICK_HEAD",
                        "REVERT_HEAD",
                        "rebase-merge",
                        "rebase-apply")
                .anyMatch(name -> Files.exists(admin.resolve(name), LinkOption.NOFOLLOW_LINKS));
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
        if (commits.isAncestor(commit, tip)) {
            return; // an older commit of the branch, and nothing on top of it
        }
        String ref = place.rescueRef("head");
        commits.keep(ref, commit);
        warnings.add(
                "The worker left HEAD at a commit that does not build on its branch; that work is"
                        + " kept as "
                        + ref
                        + ". To take it: git cherry-pick or git merge "
                        + commit);
    }

    private String committed(String parent, Optional<Staging> staged)
            throws IOException, InterruptedException {
        if (staged.isEmpty() || (parent.equals(base()) && !staged.get().changed())) {
            return parent;
        }
        String tree = staged.get().tree();
        if (tree.equals(commits.treeOf(parent))) {
            return parent;
        }
        if (earlier.isPresent() && commits.is(earlier.get(), tree, List.of(parent))) {
            return earlier.get();
        }
        return commits.commit(tree, "Uncommitted work of job " + place.job(), List.of(parent));
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
        return id.equals(base()) || commits.isCommit(id);
    }

    /// The commits that the worker's HEAD was at, the last first, at most 50.
    private List<String> lastOfReflog() {
        Path log = admin.resolve("logs/HEAD");
        try {
            if (!Taken.plain(log, LARGEST_REFLOG)) {
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
        if (linked.cloned()) {
            if (!Files.isDirectory(dotGit, LinkOption.NOFOLLOW_LINKS)) {
                warnings.add("The worker removed or replaced " + dotGit + ".");
            }
        } else if (Files.isDirectory(dotGit, LinkOption.NOFOLLOW_LINKS)) {
            warnings.add(
                    "The worker made a repository of its own at the top of its worktree; its"
                            + " files were collected, its history is only in "
                            + dotGit
                            + ".");
        } else if (!Files.isRegularFile(dotGit, LinkOption.NOFOLLOW_LINKS)
                || !Repository.text(dotGit).equals(linked.pointer().strip())) {
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
        String id = Git.line(Repository.text(file));
        boolean kept =
                Repository.isObjectId(id)
                        && git.attempt("", "update-ref", "--no-deref", ref, id).isPresent();
        warnings.add(
                "The worker left a merge, cherry-pick or revert unfinished ("
                        + name
                        + (kept ? ", kept as " + ref + ")" : ")")
                        + "; files may hold conflict markers.");
    }
}
