package dev.strawboss.workspace;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Brings objects from a repository that nobody vouches for into another: as one pack that lies in
/// quarantine until git has read every object in it (`index-pack --strict --fsck-objects`) and
/// found that none of what they name is missing. No other git sees it before.
///
/// @param from where the objects are
/// @param into where they are to be
/// @param quarantine a directory of the hub's own, made for this and deleted after it
record Transfer(Git from, Repository into, Path quarantine) {
    /// May be repeated after a death in the middle.
    ///
    /// @param revisions what to bring, an object id each, with `^` in front what is there already
    /// @throws StrawbossException with what git found wrong; then nothing was brought
    void bring(List<String> revisions) throws IOException, InterruptedException {
        Trees.delete(quarantine);
        try {
            GitDirectory checked = from.gitDirectory().onto(quarantine, into, true);
            Path packs = Files.createDirectories(quarantine.resolve("objects/pack"));
            String lines = String.join("\n", revisions) + "\n";
            String base = packs.resolve("pack").toString();
            from.feed(
                    lines,
                    "pack-objects",
                    "--revs",
                    "--non-empty",
                    "--delta-base-offset",
                    "-q",
                    base);
            List<Path> made = list(packs);
            Git git = new Git(from.environment(), checked, quarantine, quarantine.resolve("index"));
            for (Path pack : made) {
                Files.deleteIfExists(sibling(pack, ".idx"));
                git.run("index-pack", "--strict", "--fsck-objects", pack.toString());
            }
            git.feed(lines, "rev-list", "--objects", "--quiet", "--stdin");
            CrashPoint.QUARANTINED.pass();
            for (Path pack : made) {
                release(pack);
            }
        } finally {
            Trees.delete(quarantine);
        }
    }

    private static List<Path> list(Path packs) throws IOException {
        List<Path> list = new ArrayList<>();
        try (DirectoryStream<Path> made = Files.newDirectoryStream(packs, "*.pack")) {
            made.forEach(list::add);
        }
        return list;
    }

    private static Path sibling(Path pack, String extension) {
        String name = Objects.requireNonNull(pack.getFileName()).toString();
        return pack.resolveSibling(name.replace(".pack", extension));
    }

    private void release(Path pack) throws IOException {
        Path to = Files.createDirectories(into.common().resolve("objects/pack"));
        for (Path part : List.of(pack, sibling(pack, ".idx"))) { // git looks for the index
            Path target = to.resolve(Objects.requireNonNull(part.getFileName()));
            if (!Files.exists(target)) {
                Durable.copy(part, target);
            }
        }
    }
}
