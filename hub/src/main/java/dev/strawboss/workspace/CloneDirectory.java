package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes the `.git` of a job's clone: objects of its own, with the history of the base and nothing
/// else of the person's repository, no remote, and a configuration that the hub writes. Afterwards
/// it is the worker's, and the hub looks at it through [Taken] only.
final class CloneDirectory {
    private final Linked linked;
    private final Git git;
    private final Path path;

    /// @param git looks at the person's repository
    CloneDirectory(Linked linked, Git git) {
        this.linked = linked;
        this.git = git;
        this.path = linked.admin();
    }

    /// The refs of a fresh one: its branch, the person's branch, and what names a part of the
    /// history.
    Map<String, String> refs(String head) throws IOException, InterruptedException {
        String base = linked.record().base().orElseThrow();
        Map<String, String> refs = new TreeMap<>();
        String merged =
                git.run(
                        "for-each-ref",
                        "--merged=" + base,
                        "--format=%(objectname) %(refname)",
                        "refs/tags",
                        "refs/remotes");
        merged.lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    refs.put(line.substring(space + 1), line.substring(0, space));
                });
        if (head.startsWith("refs/heads/")) {
            refs.put(head, base);
        }
        refs.put(linked.place().branchRef(), base);
        return refs;
    }

    /// @param refs what it knows
    /// @param besides further commits whose history it gets
    void make(Map<String, String> refs, List<String> besides)
            throws IOException, InterruptedException {
        Path packs = Files.createDirectories(path.resolve("objects/pack"));
        Files.createDirectories(path.resolve("objects/info"));
        Files.createDirectories(path.resolve("refs/heads"));
        Files.createDirectories(path.resolve("info"));
        Set<String> tips = new TreeSet<>(refs.values());
        tips.addAll(besides);
        git.feed(
                String.join("\n", tips) + "\n",
                "pack-objects",
                "--revs",
                "--delta-base-offset",
                "--window=0", // what is packed already keeps its deltas; making more takes minutes
                "-q",
                packs.resolve("pack").toString());
        given(packs);
        StringBuilder packed = new StringBuilder();
        refs.forEach((name, id) -> packed.append(id).append(' ').append(name).append('\n'));
        Files.writeString(path.resolve("packed-refs"), packed, StandardCharsets.ISO_8859_1);
        Files.writeString(path.resolve("config"), configuration(), StandardCharsets.ISO_8859_1);
        copy("info/exclude");
        copy("info/attributes");
        copy("shallow");
        Files.writeString(
                path.resolve("HEAD"),
                "ref: " + linked.place().branchRef() + "\n",
                StandardCharsets.ISO_8859_1);
    }

    /// Makes one again for a workspace that comes back; the worker's own HEAD, index and reflog are
    /// to be laid over it.
    static void restore(Linked linked, Git git, JobRecord.Saved saved)
            throws IOException, InterruptedException {
        JobPlace place = linked.place();
        String base = linked.record().base().orElseThrow();
        new Commits(git).keep(place.baseRef(), base);
        Map<String, String> refs = new TreeMap<>();
        Path kept = place.keptAdmin().resolve("packed-refs");
        if (Files.isRegularFile(kept)) {
            for (String line : Files.readAllLines(kept, StandardCharsets.ISO_8859_1)) {
                int space = line.indexOf(' ');
                String id = line.substring(0, space);
                if (git.attempt("", "cat-file", "-e", id).isPresent()) {
                    refs.put(line.substring(space + 1), id);
                }
            }
            Files.delete(kept);
        }
        refs.putIfAbsent(place.branchRef(), saved.tip());
        Trees.delete(linked.admin());
        new CloneDirectory(linked, git).make(refs, List.of(base, saved.tip(), saved.commit()));
    }

    private void copy(String name) throws IOException {
        Path from = linked.record().requireRepository().common().resolve(name);
        if (Files.isRegularFile(from)) {
            Files.copy(from, path.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String configuration() throws IOException, InterruptedException {
        Repository repository = linked.record().requireRepository();
        String settings = Snapshot.settings(git, repository);
        Map<String, String> kept = GitDirectory.kept(settings, linked.environment());
        boolean lfs = !git.gitDirectory().withoutLfs();
        if (lfs && Lfs.used(repository.top(), repository.common())) {
            kept.put(Lfs.KEY, "on"); // the person's global filters may not be visible there
        }
        return GitDirectory.configuration(kept)
                + submodules(settings)
                + "[core]\n\tlogAllRefUpdates = true\n"
                + "[user]\n\tname = "
                + quoted(setting("user.name").orElse("Strawboss"))
                + "\n\temail = "
                + quoted(setting("user.email").orElse("strawboss@localhost"))
                + "\n";
    }

    /// Those that the person uses are used here too; where they come from is not told.
    private static String submodules(String settings) {
        StringBuilder text = new StringBuilder();
        for (String entry : settings.split("\0", -1)) {
            String key = entry.substring(0, Math.max(0, entry.indexOf('\n')));
            if (key.startsWith("submodule.") && key.endsWith(".url") && key.length() > 14) {
                String name = key.substring("submodule.".length(), key.length() - ".url".length());
                text.append("[submodule ").append(quoted(name)).append("]\n\tactive = true\n");
            }
        }
        return text.toString();
    }

    /// As the person's git would answer in that repository; none of it executes anything.
    private Optional<String> setting(String key) throws IOException, InterruptedException {
        Path own = linked.record().requireRepository().common().resolve("config");
        Optional<String> local =
                git.attempt("", "config", "--file", own.toString(), "--no-includes", "--get", key);
        Optional<String> found =
                local.isPresent() ? local : git.attempt("", "config", "--get", key);
        return found.map(Git::line).filter(value -> !value.isBlank());
    }

    private static String quoted(String latin1) {
        return '"' + latin1.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private void given(Path packs) throws IOException {
        StringBuilder names = new StringBuilder();
        try (DirectoryStream<Path> made = Files.newDirectoryStream(packs, "*.pack")) {
            for (Path pack : made) {
                names.append(Objects.requireNonNull(pack.getFileName())).append('\n');
            }
        }
        Files.writeString(file(linked.place()), names);
    }

    private static Path file(JobPlace place) {
        return place.directory().resolve("given");
    }

    /// The names of the packs that the clone was given; the person's repository has what is in
    /// them.
    static Set<String> given(JobPlace place) throws IOException {
        return Files.isRegularFile(file(place), LinkOption.NOFOLLOW_LINKS)
                ? Set.copyOf(Files.readAllLines(file(place)))
                : Set.of();
    }
}
