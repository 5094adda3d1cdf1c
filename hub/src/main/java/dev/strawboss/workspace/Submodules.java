package dev.strawboss.workspace;

import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The submodules that the person's checkout has filled. In a job's worktree each is a linked
/// worktree of the same repository, on a branch of the same name: nothing is fetched, and what the
/// worker commits lies where the person's git looks for it.
final class Submodules {
    private final Linked outer;

    Submodules(Linked outer) {
        this.outer = outer;
    }

    private Path directory() {
        return outer.place().directory().resolve("submodules");
    }

    /// @return what a person should know of those that stay empty
    List<String> prepare(List<IndexFile.Entry> entries) throws IOException, InterruptedException {
        List<String> notes = new ArrayList<>();
        int number = 0;
        for (IndexFile.Entry entry : entries) {
            if (entry.link()) {
                notes.addAll(fill(entry, ++number));
            }
        }
        return notes;
    }

    private List<String> fill(IndexFile.Entry entry, int number)
            throws IOException, InterruptedException {
        Path theirs = RawPath.of(outer.record().requireRepository().top(), entry.path());
        Optional<Repository> repository = Repository.at(theirs);
        if (repository.isEmpty()) {
            return List.of(); // as in the person's checkout
        }
        String name = Git.shown(entry.path());
        try {
            repository.get().requireSupported();
            Path top = RawPath.of(outer.record().top(), entry.path());
            worktree(number).prepareAt(repository.get(), top, entry.id(), outer.record().mode());
            return List.of();
        } catch (StrawbossException unfit) {
            return List.of(
                    "The submodule " + name + " is empty in the workspace: " + unfit.getMessage());
        }
    }

    private Worktree worktree(int number) {
        return worktree(directory().resolve(String.valueOf(number)));
    }

    private Worktree worktree(Path directory) {
        return new Worktree(
                new JobPlace(outer.place().job(), directory), outer.environment(), outer.large());
    }

    /// Those that were made, by their path in the outer one, as Latin-1.
    private Map<String, Worktree> all() throws IOException {
        Map<String, Worktree> all = new TreeMap<>();
        for (Path each : places()) {
            JobPlace place = new JobPlace(outer.place().job(), each);
            Optional<JobRecord> record = JobRecord.read(place);
            if (record.filter(JobRecord::inUse).isPresent()) {
                Path top = record.orElseThrow().top();
                all.put(RawPath.latin1(outer.record().top(), top), worktree(each));
            }
        }
        return all;
    }

    private Set<Path> places() throws IOException {
        Set<Path> places = new TreeSet<>();
        if (Files.isDirectory(directory())) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(directory())) {
                each.forEach(places::add);
            }
        }
        return places;
    }

    /// What the worker left in them.
    ///
    /// @param work by path: what is new, with the commit that the outer tree is to name
    record Gathered(List<SubmoduleWork> work, List<String> warnings, Map<String, String> commits) {}

    Gathered collect() throws IOException, InterruptedException {
        Gathered gathered = new Gathered(new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
        for (Map.Entry<String, Worktree> each : all().entrySet()) {
            Path top = RawPath.of(outer.record().top(), each.getKey());
            if (!Files.exists(top.resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
                gathered.warnings()
                        .add("The worker emptied the submodule " + Git.shown(each.getKey()) + ".");
                continue;
            }
            add(gathered, each.getKey(), each.getValue().gather());
        }
        return gathered;
    }

    private void add(Gathered gathered, String path, Worktree.Gathered inner) {
        Collected collected = inner.collected();
        String name = Git.shown(path);
        gathered.commits().put(path, inner.work());
        collected
                .warnings()
                .forEach(line -> gathered.warnings().add("In the submodule " + name + ": " + line));
        if (!inner.work().equals(collected.base().orElseThrow())) {
            gathered.work()
                    .add(
                            new SubmoduleWork(
                                    name,
                                    inner.repository(),
                                    collected.branch().orElseThrow(),
                                    inner.work(),
                                    collected.commits(),
                                    collected.changes()));
        }
        collected.submodules().forEach(deeper -> gathered.work().add(deeper.below(name)));
    }

    List<Removal> removals() throws IOException {
        List<Removal> removals = new ArrayList<>();
        for (Path each : places()) {
            worktree(each).removal().ifPresent(removals::add);
        }
        return removals;
    }

    List<Restoration> restorations() throws IOException {
        List<Restoration> restorations = new ArrayList<>();
        for (Path each : places()) {
            worktree(each).restoration().ifPresent(restorations::add);
        }
        return restorations;
    }

    /// Whether the path is one of those made.
    boolean has(String path) throws IOException {
        return all().containsKey(path);
    }
}
