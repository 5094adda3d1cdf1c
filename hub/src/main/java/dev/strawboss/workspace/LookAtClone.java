package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at a clone. What its `.git` holds is taken out as plain files ([Taken]) and seen, together
/// with the person's objects, in a repository that the hub makes anew each time; commits and rescue
/// refs are made there, and brought over ([Transfer]) once git has checked them.
///
/// @param home looks at the person's repository
/// @param repository the person's
/// @param theirs the person's refs
/// @param refs the worker's refs, as far as there are such objects, and the job's rescue refs
record LookAtClone(
        Linked linked,
        Git git,
        Git home,
        Repository repository,
        Map<String, String> theirs,
        Map<String, String> refs)
        implements Look {
    private static final int NAMED = 20;
    private static final int KEPT = 200;

    /// Not the worker's fault, so no reason to leave its commits behind.
    private static final List<String> MACHINE =
            List.of(
                    "No space left",
                    "Disk quota",
                    "did not end within",
                    "Permission denied",
                    "Read-only file system",
                    "Cannot allocate memory",
                    "Too many open files");

    static LookAtClone of(Linked linked, Git home) throws IOException, InterruptedException {
        JobPlace place = linked.place();
        Path taken = place.directory().resolve("taken");
        Map<String, String> worker =
                Taken.from(linked.admin(), taken, CloneDirectory.given(place))
                        .map(Taken::refs)
                        .orElse(Map.of());
        Repository seen = make(place.directory().resolve("seen"), linked, taken);
        GitDirectory look =
                home.gitDirectory().onto(place.directory().resolve("look"), seen, false);
        Git git = new Git(home.environment(), look, home.workTree(), home.index());
        Taken.index(taken, git);
        Map<String, String> theirs = Snapshot.refs(home);
        Map<String, String> own = own(theirs, place);
        Map<String, String> refs = believed(worker, git, linked, taken);
        Optional.ofNullable(theirs.get(place.branchRef()))
                .ifPresent(tip -> refs.putIfAbsent(place.branchRef(), tip));
        write(seen, own, refs, place);
        refs.putAll(own);
        JobRecord record = linked.record().in(seen);
        Linked inside = new Linked(place, record, taken, linked.environment(), linked.large());
        return new LookAtClone(
                inside, git, home, linked.record().requireRepository(), theirs, refs);
    }

    private static Repository make(Path seen, Linked linked, Path taken) throws IOException {
        Trees.delete(seen);
        Files.createDirectories(seen.resolve("refs"));
        Path common = linked.record().requireRepository().common();
        Path info = Files.createDirectories(seen.resolve("objects/info"));
        Files.createDirectories(taken.resolve("objects"));
        Files.writeString(
                info.resolve("alternates"),
                GitDirectory.quoted(taken.resolve("objects"))
                        + "\n"
                        + GitDirectory.quoted(common.resolve("objects"))
                        + "\n");
        for (String shared : List.of("lfs", "shallow")) {
            Files.createSymbolicLink(seen.resolve(shared), common.resolve(shared));
        }
        return new Repository(seen, seen, seen);
    }

    /// The job's own refs in the person's repository.
    private static Map<String, String> own(Map<String, String> refs, JobPlace place) {
        Map<String, String> own = new TreeMap<>(refs);
        own.keySet().removeIf(name -> !name.startsWith(place.rescueRef("")));
        return own;
    }

    /// The kinds of those objects that are there.
    private static Map<String, String> kinds(Collection<String> ids, Git git)
            throws IOException, InterruptedException {
        Map<String, String> kinds = new TreeMap<>();
        if (!ids.isEmpty()) {
            git.feed(
                            String.join("\n", ids) + "\n",
                            "cat-file",
                            "--batch-check=%(objectname) %(objecttype)")
                    .lines()
                    .filter(line -> !line.endsWith(" missing"))
                    .forEach(line -> {
                        int space = line.indexOf(' ');
                        kinds.put(line.substring(0, space), line.substring(space + 1));
                    });
        }
        return kinds;
    }

    /// The worker's refs, as far as their history is whole; where it is not, HEAD and reflog are
    /// not believed either, and the files are all that counts.
    private static Map<String, String> believed(
            Map<String, String> worker, Git git, Linked linked, Path taken)
            throws IOException, InterruptedException {
        Map<String, String> kinds = kinds(worker.values(), git);
        Map<String, String> there = new TreeMap<>(worker);
        there.entrySet()
                .removeIf(ref ->
                        ref.getKey().startsWith("refs/strawboss/")
                                || !kinds.containsKey(ref.getValue())
                                || (ref.getKey().startsWith("refs/heads/")
                                        && !"commit".equals(kinds.get(ref.getValue()))));
        Set<String> tips = new LinkedHashSet<>(there.values());
        Repository.head(taken).filter(Repository::isObjectId).ifPresent(tips::add);
        if (whole(tips, git, linked)) {
            return there;
        }
        String branch = linked.place().branchRef();
        there.keySet().removeIf(name -> !name.equals(branch));
        for (String name : List.of("HEAD", "logs")) {
            Trees.delete(taken.resolve(name));
        }
        if (!whole(Set.copyOf(there.values()), git, linked)) {
            there.clear();
        }
        return there;
    }

    private static boolean whole(Set<String> tips, Git git, Linked linked)
            throws IOException, InterruptedException {
        String revisions = String.join("\n", tips) + "\n^" + linked.record().base().orElseThrow();
        return tips.isEmpty()
                || git.attempt(revisions + "\n", "rev-list", "--objects", "--quiet", "--stdin")
                        .isPresent();
    }

    private static void write(
            Repository seen, Map<String, String> own, Map<String, String> refs, JobPlace place)
            throws IOException {
        Map<String, String> all = new TreeMap<>(own);
        Optional.ofNullable(refs.get(place.branchRef()))
                .ifPresent(id -> all.put(place.branchRef(), id));
        StringBuilder packed = new StringBuilder();
        all.forEach((name, id) -> packed.append(id).append(' ').append(name).append('\n'));
        Files.writeString(
                seen.common().resolve("packed-refs"), packed, StandardCharsets.ISO_8859_1);
    }

    private JobPlace place() {
        return linked.place();
    }

    private String base() {
        return linked.record().base().orElseThrow();
    }

    private Optional<String> branch() {
        return Optional.ofNullable(theirs.get(place().branchRef()));
    }

    @Override
    public Optional<String> earlier() {
        return branch();
    }

    @Override
    public String bring(String head, List<String> warnings)
            throws IOException, InterruptedException {
        keepOthers(head, warnings);
        Map<String, String> made = made();
        made.put(place().branchRef(), head);
        Optional<String> unfit = tried(made, warnings);
        if (unfit.isEmpty()) {
            return head;
        }
        if (tried(Map.of(place().branchRef(), head), warnings).isEmpty()) {
            warnings.add("Of the clone only the branch was taken: " + unfit.get());
            return head;
        }
        String flat = flat(head);
        bring(Map.of(place().branchRef(), flat), warnings);
        warnings.add(
                "The worker's commits were not taken, only its files, as one commit: "
                        + unfit.get());
        return flat;
    }

    /// What was on the branch before, and would be lost with its move.
    private Optional<String> left(Map<String, String> made)
            throws IOException, InterruptedException {
        String head = made.get(place().branchRef());
        Optional<String> tip = branch().filter(old -> !old.equals(base()) && !old.equals(head));
        return head == null || tip.isEmpty() || new Commits(git).isAncestor(tip.orElseThrow(), head)
                ? Optional.empty()
                : tip;
    }

    @Override
    public JobRecord.Saved bring(JobRecord.Saved saved, List<String> told)
            throws IOException, InterruptedException {
        String tip = branch().orElseGet(this::base);
        String removed = place().rescueRef("removed");
        Map<String, String> made = made();
        if (saved.commit().equals(tip)) {
            return saved;
        }
        made.put(removed, saved.commit());
        Optional<String> unfit = tried(made, told);
        if (unfit.isEmpty()) {
            return new JobRecord.Saved(tip, saved.commit());
        }
        String flat = flat(saved.commit());
        bring(Map.of(removed, flat), told);
        told.add("The clone's commits were not saved, only its files: " + unfit.get());
        return new JobRecord.Saved(tip, flat);
    }

    /// The files of a commit on the base, without what the worker put between the two.
    private String flat(String commit) throws IOException, InterruptedException {
        Commits commits = new Commits(git);
        String tree = commits.treeOf(commit);
        Optional<String> earlier = earlier();
        if (earlier.isPresent() && commits.is(earlier.get(), tree, List.of(base()))) {
            return earlier.get();
        }
        return commits.commit(tree, "Files of job " + place().job(), List.of(base()));
    }

    /// What the worker named besides its branch and would be lost with the clone.
    private void keepOthers(String head, List<String> warnings)
            throws IOException, InterruptedException {
        Map<String, String> others = new TreeMap<>(refs);
        others.keySet()
                .removeIf(name ->
                        name.startsWith("refs/strawboss/") || name.equals(place().branchRef()));
        others.values().removeIf(theirs.values()::contains);
        if (others.isEmpty()) {
            return;
        }
        Stream<String> revisions =
                Stream.concat(
                        others.values().stream(), Stream.of(base(), head).map(id -> "^" + id));
        Set<String> apart =
                git.feed(
                                revisions.collect(Collectors.joining("\n", "", "\n")),
                                "rev-list",
                                "--stdin")
                        .lines()
                        .collect(Collectors.toSet());
        Map<String, String> kinds = kinds(others.values(), git);
        Commits commits = new Commits(git);
        int kept = 0;
        for (Map.Entry<String, String> other : others.entrySet()) {
            boolean commit = "commit".equals(kinds.get(other.getValue()));
            if (kept >= KEPT || (commit && !apart.contains(other.getValue()))) {
                continue;
            }
            String ref = place().rescueRef(other.getKey());
            commits.keep(ref, other.getValue());
            kept++;
            if (kept <= NAMED) {
                warnings.add(
                        "The worker's "
                                + Git.shown(other.getKey())
                                + " is kept as "
                                + Git.shown(ref)
                                + ".");
            }
        }
        if (kept > NAMED) {
            warnings.add(
                    (kept - NAMED) + " more of its refs are under " + place().rescueRef("refs"));
        }
    }

    /// The rescue refs that were made in this look.
    private Map<String, String> made() throws IOException, InterruptedException {
        Map<String, String> made = own(Snapshot.refs(git), place());
        made.entrySet().removeIf(ref -> ref.getValue().equals(theirs.get(ref.getKey())));
        return made;
    }

    /// @return what is wrong with the objects, if anything is
    private Optional<String> tried(Map<String, String> made, List<String> told)
            throws IOException, InterruptedException {
        try {
            bring(made, told);
            return Optional.empty();
        } catch (StrawbossException unfit) {
            String why = Objects.requireNonNullElse(unfit.getMessage(), "");
            if (MACHINE.stream().anyMatch(why::contains)) {
                throw unfit;
            }
            return Optional.of(
                    Git.line(
                            why.substring(
                                    why.indexOf("failed: ") < 0
                                            ? 0
                                            : why.indexOf("failed: ") + 8)));
        }
    }

    private void bring(Map<String, String> made, List<String> told)
            throws IOException, InterruptedException {
        Map<String, String> all = new TreeMap<>(made);
        Optional<String> left = left(made);
        left.ifPresent(tip -> all.put(place().rescueRef("branch/" + tip), tip));
        Set<String> wanted = new LinkedHashSet<>(made.values());
        wanted.removeAll(theirs.values());
        if (!wanted.isEmpty()) {
            List<String> revisions = new ArrayList<>(wanted);
            revisions.add("^" + base());
            own(theirs, place()).values().forEach(id -> revisions.add("^" + id));
            branch().ifPresent(id -> revisions.add("^" + id));
            Path quarantine = place().directory().resolve("quarantine");
            new Transfer(git, repository, quarantine).bring(revisions);
            CrashPoint.BROUGHT_OVER.pass();
        }
        StringBuilder updates = new StringBuilder();
        all.forEach((name, id) -> {
            if (!id.equals(theirs.get(name))) {
                updates.append("update ").append(name).append(' ').append(id).append('\n');
            }
        });
        if (!updates.isEmpty()) {
            home.feed(updates.toString(), "update-ref", "--no-deref", "--stdin");
        }
        left.ifPresent(tip ->
                told.add(
                        "The branch "
                                + place().branch()
                                + " was at "
                                + tip
                                + ", on which the clone does not build; that is kept as "
                                + place().rescueRef("branch/" + tip)
                                + "."));
    }

    /// Takes away what a look leaves behind, and lets the base go.
    static void clear(Linked clone) throws IOException, InterruptedException {
        if (!clone.cloned()) {
            return;
        }
        JobPlace place = clone.place();
        for (String made : List.of("taken", "seen", "look", "quarantine", "given")) {
            Trees.delete(place.directory().resolve(made));
        }
        if (clone.repositoryThere()) {
            Repository repository = clone.record().requireRepository();
            Git git =
                    Linked.open(
                            place,
                            clone.environment(),
                            repository,
                            clone.record().base().orElse("refs/heads/main"),
                            Map.of());
            git.run("update-ref", "--no-deref", "-d", place.baseRef());
            Trees.delete(place.gitDirectory());
        }
    }
}
