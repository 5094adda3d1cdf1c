package dev.strawboss.workspace;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The files of a job that are too large for a commit. Each is a hard link to the worker's file, so
/// that it takes no disk of its own and outlives the worktree; its directory is named by its
/// digest, so that those of earlier attempts stay.
final class Artifacts {
    private final JobPlace place;

    Artifacts(JobPlace place) {
        this.place = place;
    }

    /// @param path Latin-1
    record Kept(String path, long size, String sha256, Path file) {
        Artifact shown() {
            return new Artifact(Git.shown(path), size, sha256, file);
        }
    }

    Kept keep(Path top, String path, String sha256) throws IOException {
        Path file = RawPath.of(top, path);
        Path kept =
                Files.createDirectories(directory().resolve(sha256.substring(0, 16)))
                        .resolve(Objects.requireNonNull(file.getFileName()));
        if (!Files.exists(kept) || !Files.isSameFile(kept, file)) {
            Files.deleteIfExists(kept);
            link(kept, file);
        }
        return new Kept(path, Files.size(kept), sha256, kept);
    }

    private static void link(Path link, Path file) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (IOException | UnsupportedOperationException _) { // another disk: the bytes then
            Files.copy(file, link);
        }
    }

    private Path directory() {
        return place.directory().resolve("artifacts");
    }

    private Path list() {
        return place.directory().resolve("artifacts.json");
    }

    void write(List<Kept> all) throws IOException {
        if (all.isEmpty()) {
            Files.deleteIfExists(list());
            return;
        }
        List<Object> rows = new ArrayList<>();
        for (Kept kept : all) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("path", kept.path());
            row.put("size", kept.size());
            row.put("sha256", kept.sha256());
            rows.add(row);
        }
        Durable.write(
                list(), Json.write(Map.of("artifacts", rows)).getBytes(StandardCharsets.UTF_8));
    }

    List<Kept> read() throws IOException {
        List<Kept> all = new ArrayList<>();
        if (Files.exists(list())
                && Json.parseObject(Files.readAllBytes(list())).get("artifacts")
                        instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> kept && kept.get("size") instanceof Number size) {
                    String path = String.valueOf(kept.get("path"));
                    String sha256 = String.valueOf(kept.get("sha256"));
                    String name = path.substring(path.lastIndexOf('/') + 1);
                    Path file = RawPath.of(directory(), sha256.substring(0, 16) + "/" + name);
                    all.add(new Kept(path, size.longValue(), sha256, file));
                }
            }
        }
        return all;
    }

    /// Puts them where they were.
    void restore(Path top) throws IOException {
        for (Kept kept : read()) {
            Path file = RawPath.of(top, kept.path());
            if (Files.exists(kept.file())) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    Trees.delete(file);
                }
                link(file, kept.file());
            }
        }
    }
}
