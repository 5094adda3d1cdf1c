package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What a worker's own `.git` holds, as far as the hub looks at it, taken out into a directory that
/// only the hub writes: objects, refs, HEAD, index, reflog and the notes of an unfinished merge or
/// rebase. Only plain files come out, each bounded; configuration, hooks, alternates, grafts,
/// `commondir`, symbolic links and pipes stay behind, so that they can lead nowhere and make the
/// hub neither wait nor fill its memory.
///
/// @param directory like a git directory (gitrepository-layout(5)), without a configuration
/// @param refs object ids by full name, which is Latin-1; whether there are such objects is not
///   known
record Taken(Path directory, Map<String, String> refs) {
    private static final Set<String> LEFT =
            Set.of(
                    "objects",
                    "refs",
                    "hooks",
                    "info",
                    "lfs",
                    "modules",
                    "worktrees",
                    "branches",
                    "config",
                    "config.worktree",
                    "commondir",
                    "gitdir",
                    "packed-refs");
    private static final Pattern FAN = Pattern.compile("[0-9a-f]{2}");
    private static final Pattern LOOSE = Pattern.compile("[0-9a-f]{38}|[0-9a-f]{62}");
    private static final Pattern PACK = Pattern.compile("pack-[0-9a-f]{40,64}\\.pack");

    /// As git-check-ref-format(1) has it.
    private static final Pattern UNFIT =
            Pattern.compile(
                    "[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(/|$)|[/.]$");

    private static final long LARGEST = 1 << 20;
    private static final long LARGEST_INDEX = 256L << 20;
    private static final long LARGEST_PACKED = 16L << 20;
    private static final int FILES = 10_000;
    private static final int OBJECTS = 200_000;
    private static final int REFS = 10_000;

    /// @param dotGit in the worker's tree
    /// @param to made as new
    /// @param known names of packs that need not be looked at
    /// @return empty if it is no directory, or has no HEAD
    static Optional<Taken> from(Path dotGit, Path to, Set<String> known) throws IOException {
        Trees.delete(to);
        if (!Files.isDirectory(dotGit, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Files.createDirectories(to.resolve("refs"));
        Files.walkFileTree(dotGit, new Notes(dotGit, to));
        Map<String, String> refs = refs(dotGit);
        StringBuilder packed = new StringBuilder();
        refs.forEach((name, id) -> packed.append(id).append(' ').append(name).append('\n'));
        Files.writeString(to.resolve("packed-refs"), packed, StandardCharsets.ISO_8859_1);
        objects(dotGit.resolve("objects"), to.resolve("objects"), known);
        return Optional.of(new Taken(to, refs));
    }

    Repository repository() {
        return new Repository(directory, directory, directory);
    }

    /// Makes the packs readable; the worker's own index of one is not believed.
    ///
    /// @param git looks at a repository that these objects are a part of
    static void index(Path directory, Git git) throws IOException, InterruptedException {
        for (Path pack : list(directory.resolve("objects/pack"), PACK, FILES)) {
            if (git.attempt("", "index-pack", pack.toString()).isEmpty()) {
                Files.delete(pack);
            }
        }
    }

    private static final class Notes extends SimpleFileVisitor<Path> {
        private final Path from;
        private final Path to;
        private int files;

        Notes(Path from, Path to) {
            this.from = from;
            this.to = to;
        }

        private boolean stays(Path path) {
            return LEFT.contains(from.relativize(path).toString());
        }

        @Override
        public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes)
                throws IOException {
            if (!at.equals(from) && stays(at)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(at)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            long largest = file.equals(from.resolve("index")) ? LARGEST_INDEX : LARGEST;
            if (attributes.isRegularFile() && attributes.size() <= largest && !stays(file)) {
                Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
            }
            return ++files < FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // it can hold no secret of ours, only the worker's
        }
    }

    private static Map<String, String> refs(Path dotGit) throws IOException {
        Map<String, String> refs = new TreeMap<>();
        Path packed = dotGit.resolve("packed-refs");
        if (plain(packed, LARGEST_PACKED)) {
            for (String line : Files.readAllLines(packed, StandardCharsets.ISO_8859_1)) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    put(refs, line.substring(space + 1), line.substring(0, space));
                }
            }
        }
        Path loose = dotGit.resolve("refs");
        if (Files.isDirectory(loose, LinkOption.NOFOLLOW_LINKS)) {
            Files.walkFileTree(
                    loose,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            if (attributes.isRegularFile() && attributes.size() <= 1_024) {
                                String id = Files.readString(file, StandardCharsets.ISO_8859_1);
                                put(refs, RawPath.latin1(dotGit, file), id.strip());
                            }
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFileFailed(Path file, IOException e) {
                            return FileVisitResult.CONTINUE; // as if it were not there
                        }
                    });
        }
        return refs;
    }

    private static void put(Map<String, String> refs, String name, String id) {
        if (name.startsWith("refs/")
                && name.length() < 1_000
                && !UNFIT.matcher(name).find()
                && Repository.isObjectId(id)
                && refs.size() < REFS) {
            refs.put(name, id);
        }
    }

    static boolean plain(Path file, long largest) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= largest;
    }

    private static void objects(Path from, Path to, Set<String> known) throws IOException {
        Files.createDirectories(to.resolve("pack"));
        if (!Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        int left = OBJECTS;
        for (Path fan : list(from, FAN, 256)) {
            Path directory = Files.createDirectories(to.resolve(name(fan)));
            for (Path object : list(fan, LOOSE, left)) {
                Path taken = directory.resolve(name(object));
                link(object, taken);
                if (Files.exists(taken) && !LooseObject.honest(taken, name(fan) + name(object))) {
                    Files.delete(taken);
                }
                left--;
            }
        }
        for (Path pack : list(from.resolve("pack"), PACK, FILES)) {
            if (!known.contains(name(pack))) {
                link(pack, to.resolve("pack").resolve(name(pack)));
            }
        }
    }

    private static List<Path> list(Path directory, Pattern names, int limit) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
            for (Path path : all) {
                if (found.size() < limit && names.matcher(name(path)).matches()) {
                    found.add(path);
                }
            }
        }
        return found;
    }

    private static String name(Path path) {
        return Objects.requireNonNull(path.getFileName()).toString();
    }

    /// A link to a link or a pipe is made too, and taken away again: what was looked at before may
    /// be another thing by then.
    private static void link(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (IOException | UnsupportedOperationException _) { // another disk: the bytes then
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file)) {
                Files.copy(file, to, LinkOption.NOFOLLOW_LINKS);
            }
        }
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(to, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(to);
        }
    }
}
