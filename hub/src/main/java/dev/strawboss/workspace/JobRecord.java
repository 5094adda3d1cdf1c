package dev.strawboss.workspace;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/// What a later hub must know of a workspace; written before anything is made, again when all of it
/// is, and again when all of it is saved and it may be taken away.
///
/// @param ready whether making it was finished, so that a worker may have been here
/// @param directory where the job runs
/// @param top the top of the checkout
/// @param repository the repository, if there is one
/// @param base the commit it starts from
/// @param tree in place: the tree that lay there before
/// @param saved where everything in it was saved to, if it is being taken away
record JobRecord(
        WorkspaceMode mode,
        boolean ready,
        Path directory,
        Path top,
        Optional<Repository> repository,
        Optional<String> base,
        Optional<String> tree,
        String branch,
        Optional<Saved> saved) {

    /// @param tip where the branch was
    /// @param commit holds all files as they were
    record Saved(String tip, String commit) {}

    JobRecord(
            WorkspaceMode mode,
            boolean ready,
            Path directory,
            Path top,
            Optional<Repository> repository,
            Optional<String> base,
            Optional<String> tree,
            String branch) {
        this(mode, ready, directory, top, repository, base, tree, branch, Optional.empty());
    }

    Workspace workspace() {
        return new Workspace(
                mode,
                directory,
                repository.map(_ -> top),
                mode.apart() ? Optional.of(branch) : Optional.empty(),
                base);
    }

    /// Whether a worker may use it: made, and not being taken away.
    boolean inUse() {
        return ready && saved.isEmpty();
    }

    /// The same work, seen in another repository.
    JobRecord in(Repository other) {
        return new JobRecord(
                mode, ready, directory, top, Optional.of(other), base, tree, branch, saved);
    }

    JobRecord asReady() {
        return new JobRecord(mode, true, directory, top, repository, base, tree, branch);
    }

    JobRecord asSaved(Saved where) {
        return new JobRecord(
                mode, ready, directory, top, repository, base, tree, branch, Optional.of(where));
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
        saved.ifPresent(where -> {
            values.setProperty("saved.tip", where.tip());
            values.setProperty("saved.commit", where.commit());
        });
        repository.ifPresent(found -> {
            values.setProperty("repository.top", found.top().toString());
            values.setProperty("repository.git", found.gitDirectory().toString());
            values.setProperty("repository.common", found.common().toString());
        });
        StringWriter text = new StringWriter();
        values.store(text, null);
        Durable.write(place.record(), text.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Optional<JobRecord> read(JobPlace place) throws IOException {
        return read(place.record());
    }

    /// The record of the workspace that was taken away last.
    static Optional<JobRecord> readRemoved(JobPlace place) throws IOException {
        return read(place.removed());
    }

    private static Optional<JobRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties values = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
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
                        need(values, "branch"),
                        saved(values)));
    }

    private static Optional<Saved> saved(Properties values) throws IOException {
        return values.containsKey("saved.tip")
                ? Optional.of(new Saved(need(values, "saved.tip"), need(values, "saved.commit")))
                : Optional.empty();
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
