package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What lies in a worktree, as git can store it, and where the rest is kept: large files,
/// submodules, repositories inside.
final class Contents {
    private final Linked linked;
    private final JobPlace place;
    private final JobRecord record;
    private final Git git;
    private final Commits commits;
    private final List<String> warnings;
    private final Set<String> unlinked = new HashSet<>();
    private List<String> ignored = List.of();
    private List<Artifact> artifacts = List.of();
    private List<SubmoduleWork> submodules = List.of();

    /// @param warnings where sentences for people are added
    Contents(Linked linked, Git git, List<String> warnings) {
        this.linked = linked;
        this.place = linked.place();
        this.record = linked.record();
        this.git = git;
        this.commits = new Commits(git);
        this.warnings = warnings;
    }

    List<String> ignored() {
        return ignored;
    }

    List<Artifact> artifacts() {
        return artifacts;
    }

    List<SubmoduleWork> submodules() {
        return submodules;
    }

    private String base() {
        return record.base().orElseThrow();
    }

    /// @param start the commit that the staged tree will follow
    Staging stage(String start) throws IOException, InterruptedException {
        Staging staging = staged();
        takeLarge(staging, start);
        takeNested(staging, start);
        dropUnlinked(staging, start);
        Submodules.Gathered gathered = new Submodules(linked).collect();
        submodules = gathered.work();
        warnings.addAll(gathered.warnings());
        link(staging, gathered.commits());
        return staging;
    }

    private Staging staged() throws IOException, InterruptedException {
        Staging staging =
                Staging.of(
                        git, place.index(), place.directory().resolve("index.now"), linked.large());
        ignored = staging.ignored();
        warnings.addAll(staging.warnings());
        return staging;
    }

    /// What is too large for a commit of ours is kept beside; what the worker committed stays as it
    /// committed it.
    private void takeLarge(Staging staging, String start) throws IOException, InterruptedException {
        Artifacts store = new Artifacts(place);
        List<Artifacts.Kept> kept = new ArrayList<>();
        if (!staging.large().isEmpty()) {
            Map<String, Commits.Entry> committed = commits.entries(start);
            for (String path : staging.large()) {
                Optional<Commits.Entry> entry = Optional.ofNullable(committed.get(path));
                Digests digests = Digests.of(RawPath.of(record.top(), path), start);
                staging.set(Map.of(path, entry));
                if (entry.filter(blob -> blob.id().equals(digests.blob())).isEmpty()) {
                    kept.add(store.keep(record.top(), path, digests.sha256()));
                }
            }
        }
        store.write(kept);
        artifacts = kept.stream().map(Artifacts.Kept::shown).toList();
    }

    private List<String> takeNested(Staging staging, String start)
            throws IOException, InterruptedException {
        Set<String> filled = filled();
        if (staging.nested().isEmpty() && filled.isEmpty()) {
            return List.of();
        }
        Set<String> links = new HashSet<>(filled);
        commits.entries(start)
                .forEach((path, entry) -> {
                    if (entry.link()) {
                        links.add(path);
                    }
                });
        links.addAll(declared());
        Nested nested = new Nested(linked, git, links);
        nested.takeAll(staging);
        for (String path : filled) {
            nested.takeFilled(staging, path);
        }
        warnings.addAll(nested.warnings());
        return nested.found();
    }

    /// Submodules that were empty when the job began, and are not any more.
    private Set<String> filled() throws IOException {
        Set<String> filled = new TreeSet<>();
        for (IndexFile.Entry entry : IndexFile.read(place.index(), base())) {
            if (entry.link()
                    && Files.exists(RawPath.of(record.top(), entry.path()).resolve(".git"))
                    && !new Submodules(linked).has(entry.path())) {
                filled.add(entry.path());
            }
        }
        return filled;
    }

    /// The paths that the worker's `.gitmodules` names.
    private Set<String> declared() throws IOException, InterruptedException {
        Path file = record.top().resolve(".gitmodules");
        Set<String> declared = new TreeSet<>();
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            String listed =
                    git.attempt(
                                    "",
                                    "config",
                                    "--file",
                                    file.toString(),
                                    "--no-includes",
                                    "-z",
                                    "--get-regexp",
                                    "^submodule\\..*\\.path$")
                            .orElse("");
            for (String entry : listed.split("\0", -1)) {
                declared.add(entry.substring(entry.indexOf('\n') + 1));
            }
        }
        return declared;
    }

    /// A checkout of a commit without a submodule leaves its directory.
    private void dropUnlinked(Staging staging, String start)
            throws IOException, InterruptedException {
        if (start.equals(base())) {
            return;
        }
        Map<String, Optional<Commits.Entry>> dropped = new HashMap<>();
        for (IndexFile.Entry entry : IndexFile.read(place.index(), start)) {
            if (entry.link()) {
                dropped.put(entry.path(), Optional.empty());
            }
        }
        if (!dropped.isEmpty()) {
            dropped.keySet().removeAll(commits.entries(start).keySet());
            staging.set(dropped);
        }
        unlinked.addAll(dropped.keySet());
    }

    private void link(Staging staging, Map<String, String> heads)
            throws IOException, InterruptedException {
        heads.keySet().removeAll(unlinked);
        for (Map.Entry<String, String> head : heads.entrySet()) {
            if (!head.getValue().equals(linkOf(head.getKey()))) {
                staging.set(
                        Map.of(
                                head.getKey(),
                                Optional.of(new Commits.Entry("160000", head.getValue()))));
            }
        }
    }

    private String linkOf(String path) throws IOException {
        return IndexFile.read(place.index(), base()).stream()
                .filter(entry -> entry.path().equals(path))
                .map(IndexFile.Entry::id)
                .findFirst()
                .orElse("");
    }

    /// All files as they are, small ignored ones too, as a tree; what git cannot store is moved
    /// aside.
    String everything(String head) throws IOException, InterruptedException {
        List<Path> empty = Trees.openAll(record.top());
        Staging staging = staged();
        takeLarge(staging, head);
        List<String> nested = takeNested(staging, head);
        Ignored small = Ignored.choose(git.workTree(), staging.ignored());
        staging.add(small.kept());
        String tree = staging.tree();
        Aside aside = new Aside(place);
        aside.noteEmpty(empty.stream().map(path -> RawPath.latin1(record.top(), path)).toList());
        moveHistories(aside, nested);
        for (String path : staging.refused()) {
            if (Files.exists(RawPath.of(record.top(), path), LinkOption.NOFOLLOW_LINKS)) {
                aside.take(record.top(), path);
            }
        }
        small.leftOut()
                .forEach(path ->
                        warnings.add("Ignored and too large to be saved: " + Git.shown(path)));
        return tree;
    }

    /// The histories of repositories that the worker made stay as directories of the job.
    private void moveHistories(Aside aside, List<String> nested) throws IOException {
        List<String> all = new ArrayList<>(nested);
        if (!linked.cloned()) {
            all.add("");
        }
        for (String path : all) {
            Path history = RawPath.of(record.top(), path + ".git");
            if (Files.isDirectory(history, LinkOption.NOFOLLOW_LINKS)) {
                Path to = aside.take(record.top(), path + ".git");
                warnings.add("The history of " + history.getParent() + " is kept in " + to + ".");
            }
        }
    }
}
