package dev.strawboss.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What of the system every confined command sees, read-only: programs and libraries, and those few
/// of their settings without which they do not work. No accounts, no logs, no secrets.
final class SystemFiles {
    /// Directories of the root that are links into /usr on most systems.
    private static final List<String> PROGRAMS =
            List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");

    private static final List<String> WHOLE = List.of("/usr", "/opt", "/nix/store", "/gnu/store");

    private static final List<String> SETTINGS =
            List.of(
                    "alternatives",
                    "ca-certificates",
                    "ca-certificates.conf",
                    "fonts",
                    "gai.conf",
                    "host.conf",
                    "hosts",
                    "ld.so.cache",
                    "ld.so.conf",
                    "ld.so.conf.d",
                    "localtime",
                    "locale.alias",
                    "magic",
                    "mime.types",
                    "nsswitch.conf",
                    "pki/ca-trust",
                    "pki/tls/certs",
                    "protocols",
                    "services",
                    "ssl/certs",
                    "ssl/openssl.cnf",
                    "terminfo",
                    "timezone");

    static final Path ETC = Path.of("/etc");

    private SystemFiles() {}

    /// Links of the root: name, target.
    static List<String[]> links() {
        List<String[]> links = new ArrayList<>();
        for (String name : PROGRAMS) {
            Path path = Path.of("/", name);
            if (Files.isSymbolicLink(path)) {
                links.add(new String[] {target(path), path.toString()});
            }
        }
        return links;
    }

    /// Everything else, each where it is outside.
    static List<Grant> grants(Network network) {
        List<Grant> grants = new ArrayList<>(programs());
        settings(ETC).forEach(path -> add(grants, path));
        grants.addAll(resolver(network));
        return grants;
    }

    /// Where programs and libraries are.
    static List<Grant> programs() {
        List<Grant> grants = new ArrayList<>();
        WHOLE.stream().map(Path::of).filter(Files::isDirectory).forEach(path -> add(grants, path));
        PROGRAMS.stream()
                .map(name -> Path.of("/", name))
                .filter(path -> Files.isDirectory(path) && !Files.isSymbolicLink(path))
                .forEach(path -> add(grants, path));
        return grants;
    }

    /// Those files and directories below `/etc` that are there.
    static List<Path> settings(Path etc) {
        List<Path> settings = new ArrayList<>();
        SETTINGS.stream().map(etc::resolve).filter(Files::exists).forEach(settings::add);
        settings.addAll(javaSettings(etc));
        return settings;
    }

    /// How names are resolved, for whom it concerns.
    static List<Grant> resolver(Network network) {
        List<Grant> grants = new ArrayList<>();
        if (network == Network.OPEN) {
            add(grants, ETC.resolve("resolv.conf"));
        }
        return grants;
    }

    /// Debian's JDKs are links into these.
    private static List<Path> javaSettings(Path etc) {
        try (Stream<Path> found = Files.list(etc)) {
            return found.filter(path -> path.getFileName().toString().startsWith("java-"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A link (as resolv.conf often is) is followed here: inside, its target may not be there.
    private static void add(List<Grant> grants, Path path) {
        try {
            if (Files.exists(path)) {
                grants.add(new Grant(path.toRealPath(), path, false));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
