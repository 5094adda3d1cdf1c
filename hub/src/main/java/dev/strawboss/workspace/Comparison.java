package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The difference of two trees: changed files with their line counts, and a patch.
final class Comparison {
    private static final int SHOWN = 200;

    private Comparison() {}

    /// Leaves the patch in `patch`, or no file if nothing differs.
    static Collected.Changes of(Git git, String from, String to, Path patch)
            throws IOException, InterruptedException {
        Files.deleteIfExists(patch);
        if (from.equals(to)) {
            return Collected.Changes.NONE;
        }
        List<ChangedFile> files = parse(git.run(diff("-z", "--raw", "--numstat", from, to)));
        if (files.isEmpty()) {
            return Collected.Changes.NONE;
        }
        Path fresh = patch.resolveSibling("patch.new");
        git.run(diff("--patch", "--binary", "--output=" + fresh, from, to));
        Files.move(fresh, patch, StandardCopyOption.ATOMIC_MOVE);
        return new Collected.Changes(
                files.subList(0, Math.min(SHOWN, files.size())), files.size(), Optional.of(patch));
    }

    // diff-tree, not diff: a person's settings for reading (colours, prefixes) are not for files.
    private static String[] diff(String... rest) {
        List<String> words =
                new ArrayList<>(List.of("diff-tree", "-r", "-M", "--no-ext-diff", "--no-textconv"));
        words.addAll(List.of(rest));
        return words.toArray(String[]::new);
    }

    /// First come the raw entries, `:modes ids STATUS NUL path NUL [path NUL]`, then the counts,
    /// `added TAB removed TAB path NUL`, or with an empty path and then old and new.
    static List<ChangedFile> parse(String output) {
        String[] words = output.split("\0", -1);
        List<Raw> raws = new ArrayList<>();
        Map<String, String[]> counts = new HashMap<>();
        int at = 0;
        while (at < words.length && words[at].startsWith(":")) {
            char status = words[at].charAt(words[at].lastIndexOf(' ') + 1);
            boolean two = status == 'R' || status == 'C';
            raws.add(
                    two
                            ? new Raw(status, words[at + 2], Optional.of(words[at + 1]))
                            : new Raw(status, words[at + 1], Optional.empty()));
            at += two ? 3 : 2;
        }
        while (at < words.length && !words[at].isEmpty()) {
            String[] count = words[at].split("\t", 3);
            boolean two = count[2].isEmpty();
            counts.put(two ? words[at + 2] : count[2], count);
            at += two ? 3 : 1;
        }
        return raws.stream().map(raw -> raw.counted(counts.get(raw.path()))).toList();
    }

    private record Raw(char status, String path, Optional<String> from) {
        ChangedFile counted(String @Nullable [] count) {
            return new ChangedFile(
                    Git.shown(path),
                    word(),
                    from.map(Git::shown),
                    count == null ? Optional.empty() : number(count[0]),
                    count == null ? Optional.empty() : number(count[1]));
        }

        private String word() {
            return switch (status) {
                case 'A' -> "added";
                case 'D' -> "deleted";
                case 'R' -> "renamed";
                case 'C' -> "copied";
                case 'T' -> "type_changed";
                default -> "modified";
            };
        }

        private static Optional<Long> number(String text) {
            return text.equals("-") ? Optional.empty() : Optional.of(Long.valueOf(text));
        }
    }
}
