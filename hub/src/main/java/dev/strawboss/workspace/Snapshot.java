package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Everything of a repository that a worker in a worktree could change and should not: refs,
/// configuration, hooks. Taken before a run and compared after it.
///
/// @param refs object ids by full name, as Latin-1
/// @param files digests of the guarded files by their path in the repository; absent if there is no
///   such file
/// @param settings the repository's configuration as `git config --list -z` tells it
record Snapshot(Map<String, String> refs, Map<String, String> files, String settings) {
    private static final List<String> GUARDED =
            List.of(
                    "config",
                    "config.worktree",
                    "info/attributes",
                    "info/exclude",
                    "objects/info/alternates");
    private static final long LARGEST = 1 << 20;

    /// @param settings as [#settings] read them
    static Snapshot take(Git git, Repository repository, String settings)
            throws IOException, InterruptedException {
        return new Snapshot(refs(git), files(repository), settings);
    }

    static Map<String, String> refs(Git git) throws IOException, InterruptedException {
        return parseRefs(git.run("for-each-ref", "--format=%(objectname) %(refname)"));
    }

    static String settings(Git git, Repository repository)
            throws IOException, InterruptedException {
        String file = repository.common().resolve("config").toString();
        return git.attempt("", "config", "--file", file, "--no-includes", "--list", "-z")
                .orElse("");
    }

    private static Map<String, String> parseRefs(String listed) {
        Map<String, String> refs = new TreeMap<>();
        listed.lines()
                .forEach(line -> {
                    int space = line.indexOf(' ');
                    refs.put(line.substring(space + 1), line.substring(0, space));
                });
        return refs;
    }

    static Map<String, String> files(Repository repository) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        for (String name : GUARDED) {
            digest(repository.common().resolve(name)).ifPresent(d -> digests.put(name, d));
        }
        digest(repository.gitDirectory().resolve("HEAD")).ifPresent(d -> digests.put("HEAD", d));
        Path hooks = repository.common().resolve("hooks");
        if (Files.isDirectory(hooks)) {
            try (Stream<Path> files = Files.list(hooks)) {
                for (Path hook : files.limit(1_000).toList()) {
                    if (!hook.toString().endsWith(".sample")) {
                        digest(hook).ifPresent(d -> digests.put("hooks/" + hook.getFileName(), d));
                    }
                }
            }
        }
        return digests;
    }

    private static Optional<String> digest(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return Optional.of("link to " + Files.readSymbolicLink(file));
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        long size = Files.size(file);
        if (size > LARGEST) {
            return Optional.of(size + " bytes of " + Files.getLastModifiedTime(file));
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Optional.of(HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    void write(Path directory) throws IOException {
        Files.createDirectories(directory);
        put(directory.resolve("refs"), lines(refs));
        put(directory.resolve("files"), lines(files));
        put(directory.resolve("settings"), settings);
        Durable.sync(directory);
    }

    static Snapshot read(Path directory) throws IOException {
        return new Snapshot(
                parseRefs(text(directory.resolve("refs"))),
                parseRefs(text(directory.resolve("files"))),
                text(directory.resolve("settings")));
    }

    private static String lines(Map<String, String> values) {
        StringBuilder text = new StringBuilder();
        values.forEach((name, value) ->
                text.append(value.replace(' ', '_')).append(' ').append(name).append('\n'));
        return text.toString();
    }

    private static void put(Path file, String latin1) throws IOException {
        Durable.put(file, latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    }

    /// The refs whose value is another now, other jobs' left out.
    List<String> changedRefs(Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(refs.keySet());
        names.addAll(now.keySet());
        names.removeIf(name ->
                name.startsWith("refs/strawboss/")
                        || name.startsWith("refs/heads/strawboss/")
                        || String.valueOf(refs.get(name)).equals(String.valueOf(now.get(name))));
        return new ArrayList<>(names);
    }

    List<String> changedFiles(Map<String, String> now) {
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(now.keySet());
        names.removeIf(name ->
                String.valueOf(files.get(name))
                        .replace(' ', '_')
                        .equals(String.valueOf(now.get(name)).replace(' ', '_')));
        return new ArrayList<>(names);
    }
}
