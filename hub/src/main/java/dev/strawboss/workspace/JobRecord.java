package dev.strawboss.workspace;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/// What a later hub must know of a workspace; written before anything is made, and again when all
/// of it is.
///
/// @param ready whether making it was finished, so that a worker may have been here
/// @param directory where the job runs
/// @param top the top of the checkout
/// @param repository the repository, if there is one
/// @param base the commit it starts from
/// @param tree in place: the tree that lay there before
record JobRecord(
        WorkspaceMode mode,
        boolean ready,
        Path directory,
        Path top,
        Optional<Repository> repository,
        Optional<String> base,
        Optional<String> tree,
        String branch) {

    Workspace workspace() {
        boolean worktree = mode == WorkspaceMode.WORKTREE;
        return new Workspace(
                mode,
                directory,
                repository.map(_ -> top),
                worktree ? Optional.of(branch) : Optional.empty(),
                base);
    }

    JobRecord asReady() {
        return new JobRecord(mode, true, directory, top, repository, base, tree, branch);
    }

    Repository requireRepository() {
        return repository.orElseThrow(() -> new IllegalStateException("no repository: " + top));
    }

    void write(JobPlace place) throws IOException {
        Properties values = new Properties();
        values.setProperty("mode", mode.wireName());
        values.setProperty("ready", String.valueOf(ready));
        values.setProperty("directory", directory.toString());
        values.setProperty("top", top.toString());
        values.setProperty("branch", branch);
        base.ifPresent(commit -> values.setProperty("base", commit));
        tree.ifPresent(oid -> values.setProperty("tree", oid));
        repository.ifPresent(found -> {
            values.setProperty("repository.top", found.top().toString());
            values.setProperty("repository.git", found.gitDirectory().toString());
            values.setProperty("repository.common", found.common().toString());
        });
        Path fresh = place.record().resolveSibling("workspace.new");
        try (Writer out = Files.newBufferedWriter(fresh)) {
            values.store(out, null);
        }
        Files.move(
                fresh,
                place.record(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<JobRecord> read(JobPlace place) throws IOException {
        if (!Files.exists(place.record())) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(place.record())) {
            values.load(in);
        }
        return Optional.of(
                new JobRecord(
                        WorkspaceMode.ofWireName(need(values, "mode")).orElseThrow(),
                        Boolean.parseBoolean(need(values, "ready")),
                        Path.of(need(values, "directory")),
                        Path.of(need(values, "top")),
                        repository(values),
                        Optional.ofNullable(values.getProperty("base")),
                        Optional.ofNullable(values.getProperty("tree")),
                        need(values, "branch")));
    }

    private static Optional<Repository> repository(Properties values) throws IOException {
        return values.containsKey("repository.top")
                ? Optional.of(
                        new Repository(
                                Path.of(need(values, "repository.top")),
                                Path.of(need(values, "repository.git")),
                                Path.of(need(values, "repository.common"))))
                : Optional.empty();
    }

    private static String need(Properties values, String name) throws IOException {
        String value = values.getProperty(name);
        if (value == null) {
            throw new IOException("workspace.properties has no " + name);
        }
        return value;
    }
}
