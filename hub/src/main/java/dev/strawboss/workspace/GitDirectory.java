package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A git directory of the hub's own, through which it looks at a repository whose configuration may
/// be hostile. It shares objects and refs by symbolic links (as git-new-workdir did) and nothing
/// else: configuration, hooks, `config.worktree` and what they include are never read, so no key of
/// theirs can execute anything, known or not, and a worker that still writes cannot win a race.
/// Overriding keys instead does not hold: `git add` starts `git status` inside submodules and drops
/// the overrides for it.
///
/// @param withoutLfs whether the filter of git-lfs is switched off, since there is none
record GitDirectory(Path path, boolean withoutLfs) {
    /// The repository's own settings that decide how files are stored; none executes anything.
    private static final Set<String> KEPT =
            Set.of(
                    "core.autocrlf",
                    "core.eol",
                    "core.filemode",
                    "core.ignorecase",
                    "core.precomposeunicode",
                    "core.symlinks",
                    "extensions.objectformat");

    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]{0,20}");

    private static final String FIXED =
            """
            [core]
            \tbare = false
            \tfsmonitor = false
            \thooksPath = /dev/null
            \tlogAllRefUpdates = false
            \tquotePath = false
            \tsafecrlf = false
            \tuntrackedCache = false
            \tsplitIndex = false
            [submodule]
            \trecurse = false
            [diff]
            \tignoreSubmodules = dirty
            [commit]
            \tgpgSign = false
            [gc]
            \tauto = 0
            [lfs]
            \turl = none://no-network
            """;

    /// Makes it, or makes it as new if it exists: nothing found there is trusted.
    ///
    /// @param head what HEAD is to be: an object id, or a ref for a repository without commits
    /// @param ownObjects whether objects that the hub makes stay here, out of the repository
    static GitDirectory make(
            Path path,
            Repository repository,
            String head,
            boolean ownObjects,
            Map<String, String> kept)
            throws IOException {
        Path common = repository.common();
        Files.createDirectories(path.resolve("info"));
        for (String shared : List.of("refs", "packed-refs", "shallow", "lfs")) {
            link(path.resolve(shared), common.resolve(shared));
        }
        if (ownObjects) {
            Path info = Files.createDirectories(path.resolve("objects/info"));
            Files.writeString(info.resolve("alternates"), quoted(common.resolve("objects")) + "\n");
        } else {
            link(path.resolve("objects"), common.resolve("objects"));
        }
        Files.writeString(
                path.resolve("HEAD"), (Repository.isObjectId(head) ? "" : "ref: ") + head + "\n");
        Files.writeString(path.resolve("config"), configuration(kept));
        return new GitDirectory(path, "off".equals(kept.get(Lfs.KEY)));
    }

    /// Another one with the same settings, for another repository.
    GitDirectory onto(Path other, Repository repository, boolean ownObjects) throws IOException {
        make(other, repository, "refs/heads/main", ownObjects, Map.of());
        for (String same : List.of("HEAD", "config", "info/exclude", "info/attributes")) {
            if (Files.isRegularFile(path.resolve(same))) {
                Files.copy(
                        path.resolve(same),
                        other.resolve(same),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return new GitDirectory(other, withoutLfs);
    }

    /// How many hexadecimal digits an object id has.
    int idLength() throws IOException {
        return Files.readString(path.resolve("config")).contains("objectformat = sha256") ? 64 : 40;
    }

    /// Large files go to the person's store; git-lfs does not make what a link names.
    void takeLfs(Repository repository, Path top) throws IOException {
        if (Lfs.used(top, repository.common())) {
            Files.createDirectories(repository.common().resolve("lfs"));
        }
    }

    /// Takes the person's private ignore rules and attributes over, as they are now.
    void takeInfo(Repository repository) throws IOException {
        for (String name : List.of("exclude", "attributes")) {
            Path from = repository.common().resolve("info").resolve(name);
            Path to = path.resolve("info").resolve(name);
            Files.deleteIfExists(to);
            if (Files.isRegularFile(from)) {
                Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /// @param listed the output of `git config --list -z`
    static Map<String, String> kept(String listed, Map<String, String> environment) {
        Map<String, String> kept = new TreeMap<>();
        Lfs.filter(listed, environment).ifPresent(filter -> kept.put(Lfs.KEY, filter));
        for (String entry : listed.split("\0", -1)) {
            int end = entry.indexOf('\n');
            String key = end < 0 ? entry : entry.substring(0, end);
            String value = end < 0 ? "true" : entry.substring(end + 1);
            if (KEPT.contains(key) && PLAIN.matcher(value).matches()) {
                kept.put(key, value);
            }
        }
        return kept;
    }

    static String configuration(Map<String, String> kept) {
        boolean extended = kept.keySet().stream().anyMatch(key -> key.startsWith("extensions."));
        StringBuilder text = new StringBuilder(FIXED);
        text.append("[core]\n\trepositoryformatversion = ").append(extended ? 1 : 0).append('\n');
        kept.forEach((key, value) -> {
            if (key.equals(Lfs.KEY)) {
                text.append(Lfs.configuration(value));
                return;
            }
            int dot = key.indexOf('.');
            text.append('[').append(key, 0, dot).append("]\n\t");
            text.append(key.substring(dot + 1)).append(" = ").append(value).append('\n');
        });
        return text.toString();
    }

    private static void link(Path link, Path target) throws IOException {
        if (Files.isSymbolicLink(link) && Files.readSymbolicLink(link).equals(target)) {
            return;
        }
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            Trees.delete(link);
        }
        Files.createSymbolicLink(link, target);
    }

    /// `objects/info/alternates` holds a path a line, or one quoted as in C.
    static String quoted(Path path) {
        return '"'
                + path.toString().replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + '"';
    }
}
