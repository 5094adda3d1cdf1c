package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The caller's directory itself. What lay there before is kept as a tree (its objects in the job's
/// own directory), so that the changes of a job can be told from the person's, in a dirty checkout
/// too. Refs, index and objects of the repository are never touched.
final class InPlace {
    private final JobPlace place;
    private final Map<String, String> environment;
    private final long large;

    /// @param large files of more bytes are compared by size and time only
    InPlace(JobPlace place, Map<String, String> environment, long large) {
        this.place = place;
        this.environment = environment;
        this.large = large;
    }

    Workspace prepare(Optional<Repository> found, Path directory)
            throws IOException, InterruptedException {
        Files.createDirectories(place.directory());
        Files.deleteIfExists(place.removed());
        Optional<Repository> checkout =
                found.filter(repository -> !repository.top().equals(repository.gitDirectory()));
        Optional<String> tree = Optional.empty();
        Optional<String> base = Optional.empty();
        if (checkout.isPresent()) {
            Repository repository = checkout.get();
            String head = head(repository);
            Git git = open(repository, head, "");
            String settings = Snapshot.settings(git, repository);
            git = open(repository, head, settings);
            git.gitDirectory().takeInfo(repository);
            Snapshot before = Snapshot.take(git, repository, settings);
            before.write(place.before());
            base = commit(head, before.refs());
            Staging staging = stage(git, repository);
            tree = Optional.of(staging.tree());
            LargeFiles.write(place, LargeFiles.of(repository.top(), staging.large()));
            CrashPoint.TREE_KEPT.pass();
        }
        JobRecord record =
                new JobRecord(
                        WorkspaceMode.IN_PLACE,
                        true,
                        directory,
                        checkout.map(Repository::top).orElse(directory),
                        checkout,
                        base,
                        tree,
                        "");
        record.write(place);
        return record.workspace();
    }

    private static String head(Repository repository) throws IOException {
        return Repository.head(repository.gitDirectory()).orElse("refs/heads/main");
    }

    private static Optional<String> commit(String head, Map<String, String> refs) {
        return Repository.isObjectId(head)
                ? Optional.of(head)
                : Optional.ofNullable(refs.get(head));
    }

    private Git open(Repository repository, String head, String settings) throws IOException {
        GitDirectory directory =
                GitDirectory.make(
                        place.gitDirectory(),
                        repository,
                        head,
                        true,
                        GitDirectory.kept(settings, environment));
        return Git.of(environment, directory, repository.top(), place.index());
    }

    private Staging stage(Git git, Repository repository) throws IOException, InterruptedException {
        Files.deleteIfExists(place.index());
        Path theirs = repository.gitDirectory().resolve("index");
        if (Files.isRegularFile(theirs)) {
            Files.copy(theirs, place.index(), StandardCopyOption.COPY_ATTRIBUTES);
        }
        return Staging.of(git, place.index(), place.directory().resolve("index.now"), large);
    }

    Collected collect() throws IOException, InterruptedException {
        JobRecord record =
                JobRecord.read(place)
                        .orElseThrow(() -> new IllegalStateException("not prepared: " + place));
        if (record.repository().isEmpty()) {
            return collected(
                    Optional.empty(), record, 0, Collected.Changes.NONE, List.of(), List.of());
        }
        Repository repository = record.requireRepository();
        Snapshot before = Snapshot.read(place.before());
        String head = head(repository);
        Git git = open(repository, head, before.settings());
        Map<String, String> refs = Snapshot.refs(git);
        Staging staging = stage(git, repository);
        String tree = record.tree().orElseThrow();
        Optional<String> now = commit(head, refs);
        Collected.Changes changes = Comparison.of(git, tree, staging.tree(), place.patch());
        List<String> warnings = new ArrayList<>(staging.warnings());
        staging.nested()
                .forEach(path ->
                        warnings.add(
                                Git.shown(path)
                                        + " is a repository of its own; changes in it are not"
                                        + " listed."));
        warnings.addAll(new Outside(git, place, before).warnings(repository, refs, head));
        LargeFiles after = LargeFiles.of(repository.top(), staging.large());
        List<Artifact> artifacts = after.since(LargeFiles.read(place), warnings);
        long commits =
                record.base().isPresent() && now.isPresent()
                        ? Worktree.commits(git, record.base().get(), now.get())
                        : 0;
        return collected(now, record, commits, changes, artifacts, warnings);
    }

    private static Collected collected(
            Optional<String> head,
            JobRecord record,
            long commits,
            Collected.Changes changes,
            List<Artifact> artifacts,
            List<String> warnings)
            throws IOException {
        Optional<String> branch =
                record.repository().isEmpty()
                        ? Optional.empty()
                        : Repository.head(record.requireRepository().gitDirectory())
                                .filter(name -> name.startsWith("refs/heads/"))
                                .map(name -> Git.shown(name.substring("refs/heads/".length())));
        return new Collected(
                WorkspaceMode.IN_PLACE,
                branch,
                record.base(),
                head,
                commits,
                changes,
                List.of(),
                artifacts,
                List.of(),
                warnings);
    }

    /// Forgets the job; the directory stays as it is.
    List<String> remove() throws IOException {
        Trees.delete(place.gitDirectory());
        Files.delete(place.record());
        return List.of();
    }
}
