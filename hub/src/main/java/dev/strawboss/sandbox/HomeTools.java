package dev.strawboss.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What of a person's home builds need to see, read-only: programs that people install there, and
/// what their package managers have downloaded. No settings: those hold passwords.
final class HomeTools {
    private static final List<String> PLACES =
            List.of(
                    ".asdf",
                    ".bun/bin",
                    ".cache/go-build",
                    ".cache/pip",
                    ".cargo/bin",
                    ".cargo/git",
                    ".cargo/registry",
                    ".deno/bin",
                    ".gradle/caches",
                    ".gradle/wrapper",
                    ".jdks",
                    ".juliaup",
                    ".local/bin",
                    ".local/lib",
                    ".local/share/fnm",
                    ".local/share/mise/installs",
                    ".local/share/mise/shims",
                    ".local/share/pnpm",
                    ".local/share/uv/python",
                    ".local/share/uv/tools",
                    ".m2/repository",
                    ".m2/wrapper",
                    ".npm/_cacache",
                    ".nvm",
                    ".pyenv",
                    ".rbenv",
                    ".rustup",
                    ".sdkman/candidates",
                    ".volta",
                    "go/bin",
                    "go/pkg");

    private HomeTools() {}

    static List<Grant> grants(Path home) {
        return PLACES.stream()
                .map(home::resolve)
                .filter(place -> inside(place, home))
                .map(Grant::readable)
                .toList();
    }

    /// Not what is a link to somewhere else.
    private static boolean inside(Path place, Path home) {
        try {
            Path real = place.toRealPath();
            Path top = home.toRealPath();
            return real.startsWith(top) && !real.equals(top) && Files.isDirectory(real);
        } catch (IOException _) { // there is none
            return false;
        }
    }
}
