package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Saves all that taking a worktree away would lose under `refs/strawboss/rescue/<job>/removed`: a
/// commit of the files as they are, whose parents are every commit that only the worktree named.
final class Rescue {
    private static final Pattern OBJECT_ID =
            Pattern.compile("\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{40}\\b");
    private static final int PARENTS = 200;
    private static final long LARGEST = 1 << 20;

    private final Look look;
    private final Linked linked;
    private final Git git;
    private final List<String> told = new ArrayList<>();

    Rescue(Look look) {
        this.look = look;
        this.linked = look.linked();
        this.git = look.git();
    }

    List<String> told() {
        return told;
    }

    JobRecord.Saved save() throws IOException, InterruptedException {
        Map<String, String> refs = look.refs();
        JobPlace place = linked.place();
        String base = linked.record().base().orElseThrow();
        String tip = Optional.ofNullable(refs.get(place.branchRef())).orElse(base);
        Harvest harvest = new Harvest(look);
        Commits commits = new Commits(git);
        String head = harvest.head(refs).orElse(tip);
        String tree = linked.there() ? harvest.contents().everything(head) : commits.treeOf(head);
        told.addAll(harvest.warnings());
        Set<String> parents = new LinkedHashSet<>(List.of(head, tip));
        staged(commits, head).ifPresent(parents::add);
        parents.addAll(named());
        String ref = place.rescueRef("removed");
        Optional.ofNullable(refs.get(ref)).ifPresent(parents::add);
        if (parents.size() == 1 && tree.equals(commits.treeOf(tip))) {
            return new JobRecord.Saved(tip, tip);
        }
        String commit =
                commits.commit(
                        tree,
                        "Removed workspace of job " + place.job(),
                        parents.stream().limit(PARENTS).toList());
        commits.keep(ref, commit);
        return new JobRecord.Saved(tip, commit);
    }

    /// Takes a registration away whose worktree is gone; the commits that it names are kept.
    static void registration(JobPlace place, Map<String, String> environment, Path admin)
            throws IOException, InterruptedException {
        Path common = Objects.requireNonNull(admin.getParent()).resolveSibling(".");
        Repository repository = new Repository(common, common.normalize(), common.normalize());
        JobRecord record =
                new JobRecord(
                        WorkspaceMode.WORKTREE,
                        true,
                        admin,
                        admin,
                        Optional.of(repository),
                        Optional.empty(),
                        Optional.empty(),
                        place.branch());
        boolean fresh = Files.notExists(place.directory());
        Files.createDirectories(place.directory());
        Git git = Linked.open(place, environment, repository, "refs/heads/main", Map.of());
        Linked linked = Linked.of(place, record, environment, 0);
        Look look = new Look.AtWorktree(linked, git, Map.of());
        List<String> commits = new Rescue(look).named();
        if (!commits.isEmpty()) {
            Commits made = new Commits(git);
            String ref = place.rescueRef("registration");
            List<String> parents = commits.stream().limit(PARENTS).toList();
            made.keptAs(
                    ref, made.treeOf(parents.getFirst()), "Commits of a lost worktree", parents);
        }
        Trees.delete(fresh ? place.directory() : place.gitDirectory());
        Trees.delete(admin);
    }

    /// What the worker had staged, as a commit of its own.
    private Optional<String> staged(Commits commits, String head)
            throws IOException, InterruptedException {
        Path theirs = linked.admin().resolve("index");
        if (!Files.isRegularFile(theirs, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Path copy = linked.place().directory().resolve("index.staged");
        Files.deleteIfExists(copy);
        Files.copy(theirs, copy);
        Optional<String> tree =
                git.at(git.workTree(), copy).attempt("", "write-tree").map(Git::line);
        Files.delete(copy);
        return tree.isEmpty() || tree.get().equals(commits.treeOf(head))
                ? Optional.empty()
                : Optional.of(commits.commit(tree.get(), "Staged work", List.of(head)));
    }

    /// All commits that the files of the worktree's directory in the repository name: its reflog,
    /// an unfinished merge or rebase.
    private List<String> named() throws IOException, InterruptedException {
        Set<String> named = new LinkedHashSet<>();
        if (Files.isDirectory(linked.admin(), LinkOption.NOFOLLOW_LINKS)) {
            Path head = linked.admin().resolve("HEAD"); // first: its files are what is looked at
            if (Files.isRegularFile(head, LinkOption.NOFOLLOW_LINKS)) {
                new Names(named)
                        .visitFile(
                                head,
                                Files.readAttributes(
                                        head,
                                        BasicFileAttributes.class,
                                        LinkOption.NOFOLLOW_LINKS));
            }
            Files.walkFileTree(linked.admin(), new Names(named));
        }
        if (named.isEmpty()) {
            return List.of();
        }
        String kinds =
                git.feed(
                        String.join("\n", named) + "\n",
                        "cat-file",
                        "--batch-check=%(objecttype) %(objectname)");
        return kinds.lines()
                .filter(line -> line.startsWith("commit "))
                .map(line -> line.substring("commit ".length()))
                .toList();
    }

    private static final class Names extends SimpleFileVisitor<Path> {
        private final Set<String> named;

        Names(Set<String> named) {
            this.named = named;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            return at.endsWith("modules") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            boolean text = !file.endsWith("index") && attributes.size() <= LARGEST;
            if (attributes.isRegularFile() && text) {
                Matcher ids =
                        OBJECT_ID.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
                while (ids.find() && named.size() < 50 * PARENTS) {
                    named.add(ids.group());
                }
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // the files themselves are kept too
        }
    }
}
