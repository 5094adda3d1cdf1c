package dev.strawboss.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Files of a person's directory that are too large to be taken into a tree: known by size and
/// time, and left where they are.
///
/// @param stamps by path, which is Latin-1
record LargeFiles(Path top, Map<String, String> stamps) {
    static LargeFiles of(Path top, List<String> paths) throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        for (String path : paths) {
            Path file = RawPath.of(top, path);
            stamps.put(path, Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return new LargeFiles(top, stamps);
    }

    private static Path file(JobPlace place) {
        return place.directory().resolve("large");
    }

    static void write(JobPlace place, LargeFiles large) throws IOException {
        StringBuilder text = new StringBuilder();
        large.stamps()
                .forEach(
                        (path, stamp) -> text.append(path).append('\0').append(stamp).append('\0'));
        Durable.write(file(place), text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    static Map<String, String> read(JobPlace place) throws IOException {
        Map<String, String> stamps = new TreeMap<>();
        if (Files.exists(file(place))) {
            String[] words =
                    Files.readString(file(place), StandardCharsets.ISO_8859_1).split("\0", -1);
            for (int i = 0; i + 1 < words.length; i += 2) {
                stamps.put(words[i], words[i + 1]);
            }
        }
        return stamps;
    }

    /// Those that are new or another than before.
    List<Artifact> since(Map<String, String> before, List<String> warnings) throws IOException {
        List<Artifact> changed = new ArrayList<>();
        for (Map.Entry<String, String> now : stamps.entrySet()) {
            if (!now.getValue().equals(before.get(now.getKey()))) {
                Path file = RawPath.of(top, now.getKey());
                String sha256 = Digests.of(file, "").sha256();
                changed.add(new Artifact(Git.shown(now.getKey()), Files.size(file), sha256, file));
            }
        }
        before.keySet().stream()
                .filter(path -> !Files.exists(RawPath.of(top, path)))
                .forEach(path ->
                        warnings.add(
                                "The large file "
                                        + Git.shown(path)
                                        + " was deleted during the run; no copy was kept."));
        return changed;
    }
}
