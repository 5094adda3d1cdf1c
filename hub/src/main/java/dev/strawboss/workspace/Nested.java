package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        return !Files.isRegularFile(config)
                || Files.readString(config, StandardCharsets.ISO_8859_1).contains("[remote ");
    }

    private record History(String refs, String head) {}

    /// Takes it in, if it is not too large and whole: as a pack that git checks in full.
    private Optional<History> history(Path directory, int number)
            throws IOException, InterruptedException {
        Optional<Repository> repository = Repository.at(directory);
        if (repository.isEmpty()
                || Trees.size(repository.get().common().resolve("objects"), LARGEST) > LARGEST) {
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
            return taken(theirs, number);
        } finally {
            Trees.delete(scratch);
        }
    }

    private Optional<History> taken(Git theirs, int number)
            throws IOException, InterruptedException {
        Optional<String> head =
                theirs.attempt("", "rev-parse", "--verify", "-q", "HEAD^{commit}").map(Git::line);
        if (head.isEmpty() || !pack(theirs, head.get())) {
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

    private boolean pack(Git theirs, String head) throws IOException, InterruptedException {
        Path packs = Files.createDirectories(linked.place().directory().resolve("packs"));
        try {
            String base = packs.resolve("pack").toString();
            boolean whole =
                    theirs.attempt(head + "\n", "pack-objects", "--revs", "--all", "-q", base)
                            .isPresent();
            return whole && moved(packs);
        } finally {
            Trees.delete(packs);
        }
    }

    private boolean moved(Path packs) throws IOException, InterruptedException {
        Path to =
                Files.createDirectories(
                        linked.record().requireRepository().common().resolve("objects/pack"));
        try (DirectoryStream<Path> made = Files.newDirectoryStream(packs, "*.pack")) {
            for (Path pack : made) {
                String name = Objects.requireNonNull(pack.getFileName()).toString();
                Path index = packs.resolve(name.replace(".pack", ".idx"));
                Files.deleteIfExists(index);
                if (git.attempt("", "index-pack", "--strict", "--fsck-objects", pack.toString())
                        .isEmpty()) {
                    return false;
                }
                for (Path part : List.of(pack, index)) { // git looks for the index
                    Path target = to.resolve(Objects.requireNonNull(part.getFileName()));
                    if (!Files.exists(target)) {
                        Path fresh = to.resolve("tmp_" + target.getFileName());
                        Files.copy(part, fresh, StandardCopyOption.REPLACE_EXISTING);
                        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
                    }
                }
            }
        }
        return true;
    }
}
