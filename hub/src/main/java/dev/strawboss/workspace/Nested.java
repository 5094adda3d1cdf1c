package dev.strawboss.workspace;

import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Repositories that a worker made inside its worktree. One that it began there becomes plain files
/// of the branch; a submodule that it added stays one; a clone is kept beside. The history of each
/// is taken into the job's repository under `refs/strawboss/rescue/<job>/nested/<n>/`.
final class Nested {
    /// A history larger than this stays where it is: most often it is another project's.
    private static final long LARGEST = 50L << 20;

    private final Linked linked;
    private final Git git;
    private final Set<String> links;
    private final List<String> warnings = new ArrayList<>();
    private final List<String> found = new ArrayList<>();

    /// @param links the paths where the worker's commits hold a submodule
    Nested(Linked linked, Git git, Set<String> links) {
        this.linked = linked;
        this.git = git;
        this.links = links;
    }

    List<String> warnings() {
        return warnings;
    }

    /// All that were found, with a slash at the end.
    List<String> found() {
        return found;
    }

    void takeAll(Staging outer) throws IOException, InterruptedException {
        takeAll(outer, "");
    }

    private void takeAll(Staging outer, String below) throws IOException, InterruptedException {
        for (String path : outer.nested()) {
            take(outer, below, path);
        }
    }

    /// A submodule of the base that the worker filled.
    void takeFilled(Staging outer, String path) throws IOException, InterruptedException {
        take(outer, "", path + "/");
    }

    private void take(Staging outer, String below, String path)
            throws IOException, InterruptedException {
        String whole = below + path;
        Path directory = RawPath.of(linked.record().top(), whole);
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        found.add(whole);
        int number = found.size();
        Optional<History> history = history(directory, number);
        Staging inner = stage(directory, number, history);
        for (String large : inner.large()) {
            warnings.add(Git.shown(whole + large) + " is too large for a commit; it is not saved.");
        }
        warnings.addAll(inner.warnings());
        takeAll(inner, whole);
        String tree = inner.tree();
        Files.delete(inner.index());
        Commits commits = new Commits(git);
        String shown = Git.shown(whole.substring(0, whole.length() - 1));
        String kept = told(history, directory);
        if (links.contains(whole.substring(0, whole.length() - 1)) && history.isPresent()) {
            String work = work(history.get().head(), tree, shown, number);
            String name = path.substring(0, path.length() - 1);
            outer.set(Map.of(name, Optional.of(new Commits.Entry("160000", work))));
            warnings.add(
                    "The submodule "
                            + shown
                            + " is the worker's own: the branch names its commit "
                            + work
                            + kept);
        } else if (isClone(directory)) {
            List<String> parents = history.map(h -> List.of(h.head())).orElse(List.of());
            String ref = ref(number) + "/files";
            commits.keptAs(ref, tree, "Files of the clone " + shown, parents);
            warnings.add(
                    "The worker cloned a repository into "
                            + shown
                            + ": it is not on the branch, its files are kept as "
                            + ref
                            + kept);
        } else {
            outer.addTree(path, tree);
            warnings.add(
                    "The worker made a repository in "
                            + shown
                            + ": its files are on the branch"
                            + kept);
        }
    }

    private Staging stage(Path directory, int number, Optional<History> history)
            throws IOException, InterruptedException {
        Path scratch = linked.place().directory().resolve("index.nested" + number);
        Git inside = git.at(directory, scratch);
        if (history.isEmpty()) {
            return Staging.fromNothing(inside, scratch, linked.large());
        }
        Path pristine = linked.place().directory().resolve("index.head");
        Files.deleteIfExists(pristine);
        inside.at(directory, pristine).run("read-tree", history.get().head());
        return Staging.of(inside, pristine, scratch, linked.large());
    }

    private static String told(Optional<History> history, Path directory) {
        return history.map(h -> ", its history is kept below " + h.refs() + ".")
                .orElse(", its history is only in " + directory + ".");
    }

    private String ref(int number) {
        return linked.place().rescueRef("nested/" + number);
    }

    private String work(String head, String tree, String shown, int number)
            throws IOException, InterruptedException {
        Commits commits = new Commits(git);
        if (tree.equals(commits.treeOf(head))) {
            return head;
        }
        String message = "Uncommitted work of job " + linked.place().job() + " in " + shown;
        return commits.keptAs(ref(number) + "/files", tree, message, List.of(head));
    }

    private static boolean isClone(Path directory) throws IOException {
        Path config = directory.resolve(".git/config");
        return !Files.isRegularFile(config) || Repository.text(config).contains("[remote ");
    }

    private record History(String refs, String head) {}

    /// In a clone nothing that a worker wrote may lead the hub out of it.
    private Optional<Repository> repository(Path directory) throws IOException {
        if (!linked.cloned()) {
            return Repository.at(directory);
        }
        Path dotGit = directory.resolve(".git");
        Optional<Path> pointed =
                Files.isRegularFile(dotGit, LinkOption.NOFOLLOW_LINKS)
                        ? Repository.pointedTo(dotGit, "gitdir: ")
                        : Optional.of(dotGit);
        if (pointed.isEmpty() || !inside(pointed.get())) {
            return Optional.empty();
        }
        return Taken.from(pointed.get().toRealPath(), copy(), Set.of()).map(Taken::repository);
    }

    private boolean inside(Path git) throws IOException {
        return Files.isDirectory(git)
                && git.toRealPath().startsWith(linked.record().top().toRealPath());
    }

    private Path copy() {
        return linked.place().directory().resolve("nested.taken");
    }

    /// Takes it in, if it is not too large and whole: as a pack that git checks in full.
    private Optional<History> history(Path directory, int number)
            throws IOException, InterruptedException {
        Optional<Repository> repository = repository(directory);
        if (repository.isEmpty()
                || Trees.size(repository.get().common().resolve("objects"), LARGEST) > LARGEST) {
            Trees.delete(copy());
            return Optional.empty();
        }
        Path scratch = linked.place().directory().resolve("nested.git");
        Trees.delete(scratch);
        String head = Repository.head(repository.get().gitDirectory()).orElse("refs/heads/main");
        Git theirs =
                Git.of(
                        git.environment(),
                        GitDirectory.make(scratch, repository.get(), head, false, Map.of()),
                        linked.place().directory(),
                        scratch.resolve("index"));
        try {
            Taken.index(copy(), theirs);
            return taken(theirs, number);
        } finally {
            Trees.delete(scratch);
            Trees.delete(copy());
        }
    }

    private Optional<History> taken(Git theirs, int number)
            throws IOException, InterruptedException {
        Optional<String> head =
                theirs.attempt("", "rev-parse", "--verify", "-q", "HEAD^{commit}").map(Git::line);
        if (head.isEmpty() || !brought(theirs, head.get())) {
            return Optional.empty();
        }
        StringBuilder updates = new StringBuilder();
        updates.append("update ").append(ref(number)).append("/HEAD ").append(head.get());
        Snapshot.refs(theirs)
                .forEach((name, id) ->
                        updates.append("\nupdate ")
                                .append(ref(number))
                                .append(name.substring("refs".length()))
                                .append(' ')
                                .append(id));
        return git.attempt(updates.append('\n').toString(), "update-ref", "--no-deref", "--stdin")
                .map(_ -> new History(ref(number), head.get()));
    }

    private boolean brought(Git theirs, String head) throws IOException, InterruptedException {
        Set<String> revisions = new LinkedHashSet<>(Snapshot.refs(theirs).values());
        revisions.add(head);
        Path quarantine = linked.place().directory().resolve("packs");
        try {
            new Transfer(theirs, linked.record().requireRepository(), quarantine)
                    .bring(List.copyOf(revisions));
            return true;
        } catch (StrawbossException unfit) { // it stays where it is, and the person is told so
            return false;
        }
    }
}
