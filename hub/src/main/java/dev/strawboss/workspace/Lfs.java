package dev.strawboss.workspace;

import dev.strawboss.process.Executables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// git-lfs as far as the hub has to do with it. The person's own global filters do the work; their
/// objects come from and go to the person's store, and nothing is fetched over a network.
final class Lfs {
    static final String KEY = "filter.lfs";
    private static final String FILTER = "filter.lfs.process\ngit-lfs filter-process";
    private static final String POINTER = "version https://git-lfs";
    private static final int POINTER_BYTES = 1_024;

    private Lfs() {}

    /// What the hub's own configuration needs besides.
    ///
    /// @param listed the repository's configuration, `git config --list -z`
    static Optional<String> filter(String listed, Map<String, String> environment) {
        if (Executables.find("git-lfs", environment).isEmpty()) {
            return Optional.of("off");
        }
        return List.of(listed.split("\0", -1)).contains(FILTER)
                ? Optional.of("on") // git lfs install --local: its words are known
                : Optional.empty();
    }

    /// Without git-lfs, git would refuse every file that the filter is required for.
    static String configuration(String filter) {
        return filter.equals("on")
                ? """
                [filter "lfs"]
                \tprocess = git-lfs filter-process
                \tclean = git-lfs clean -- %f
                \tsmudge = git-lfs smudge -- %f
                \trequired = true
                """
                : """
                [filter "lfs"]
                \tprocess =
                \tclean =
                \tsmudge =
                \trequired = false
                """;
    }

    /// Whether the attributes at the top of a checkout, or the person's private ones, ask for it.
    static boolean used(Path top, Path common) throws IOException {
        for (Path attributes :
                List.of(top.resolve(".gitattributes"), common.resolve("info/attributes"))) {
            if (Files.isRegularFile(attributes, LinkOption.NOFOLLOW_LINKS)
                    && Files.size(attributes) < 1 << 20
                    && Files.readString(attributes, StandardCharsets.ISO_8859_1)
                            .contains("filter=lfs")) {
                return true;
            }
        }
        return false;
    }

    /// Files of a fresh checkout that hold only a pointer.
    static List<String> pointers(Path top, List<IndexFile.Entry> entries) throws IOException {
        List<String> pointers = new ArrayList<>();
        for (IndexFile.Entry entry : entries) {
            Path file = RawPath.of(top, entry.path());
            if (entry.size() > 0
                    && entry.size() < POINTER_BYTES
                    && !entry.link()
                    && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && Files.readString(file, StandardCharsets.ISO_8859_1).startsWith(POINTER)) {
                pointers.add(Git.shown(entry.path()));
            }
        }
        return pointers;
    }

    /// What a person should know of such files.
    static String sentence(List<String> pointers, Map<String, String> environment) {
        String some = String.join(", ", pointers.subList(0, Math.min(5, pointers.size())));
        String why =
                Executables.find("git-lfs", environment).isPresent()
                        ? "their content is not on this machine; git lfs fetch gets it."
                        : "git-lfs is not installed; apt install git-lfs, then git lfs install.";
        return pointers.size()
                + " files of git-lfs were only pointers in the workspace ("
                + some
                + (pointers.size() > 5 ? ", …" : "")
                + "): "
                + why;
    }
}
