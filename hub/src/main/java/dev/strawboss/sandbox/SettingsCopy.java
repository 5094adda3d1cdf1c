package dev.strawboss.sandbox;

import dev.strawboss.concurrent.Lock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Those settings of the system that are single files, copied into one directory, which is then
/// shown as `/etc`: one mount where each file would be one. The directories among them are still
/// shown themselves; here they are empty. Made again as soon as one of them has changed.
final class SettingsCopy {
    /// Places for what is laid over the copy.
    private static final List<String> LAID_OVER = List.of("passwd", "group", "resolv.conf");

    private final Path files;
    private final Path etc;
    private final Lock lock = new Lock();
    private @Nullable Made made;

    /// @param files a directory of the hub's own
    SettingsCopy(Path files) {
        this(files, SystemFiles.ETC);
    }

    SettingsCopy(Path files, Path etc) {
        this.files = files;
        this.etc = etc;
    }

    /// A copy as it was made.
    ///
    /// @param directory to be shown as `/etc`
    /// @param whole directories to be shown in it, each where it is outside
    private record Made(List<Object> seen, Path directory, List<Grant> whole) {}

    /// What to show, in this order.
    List<Grant> grants() {
        try (var _ = lock.hold()) {
            List<Path> settings = SystemFiles.settings(etc);
            List<Object> seen = identities(settings);
            Made known = made;
            if (known == null || !known.seen().equals(seen) || !Files.exists(known.directory())) {
                known = make(seen, settings);
                made = known;
            }
            List<Grant> grants = new ArrayList<>();
            grants.add(new Grant(known.directory(), SystemFiles.ETC, false));
            grants.addAll(known.whole());
            return grants;
        } catch (IOException e) {
            throw new UncheckedIOException("the system's settings cannot be copied", e);
        }
    }

    private static List<Object> identities(List<Path> settings) throws IOException {
        List<Object> identities = new ArrayList<>();
        for (Path path : settings) {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
            identities.add(path);
            identities.add(found.fileKey());
            if (found.isRegularFile()) {
                identities.add(found.lastModifiedTime());
                identities.add(found.size());
            }
        }
        return identities;
    }

    private Made make(List<Object> seen, List<Path> settings) throws IOException {
        SortedMap<String, byte[]> copied = new TreeMap<>();
        List<Grant> whole = new ArrayList<>();
        for (Path path : settings) {
            String name = etc.relativize(path).toString();
            Path real = path.toRealPath();
            if (Files.isDirectory(real)) {
                whole.add(new Grant(real, SystemFiles.ETC.resolve(name), false));
            } else if (Files.isReadable(real)) {
                copied.put(name, Files.readAllBytes(real));
            }
        }
        LAID_OVER.forEach(name -> copied.putIfAbsent(name, new byte[0]));
        Path directory = files.resolve("etc-" + digest(copied, whole));
        if (!same(directory, copied)) {
            Path built = build(copied, whole);
            if (Files.exists(directory)) { // cut short by a power cut, or meddled with
                directory = files.resolve(built.getFileName() + "-etc");
            }
            Files.move(built, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Made(seen, directory, whole);
    }

    private static String digest(SortedMap<String, byte[]> copied, List<Grant> whole) {
        StringBuilder all = new StringBuilder();
        copied.forEach((name, bytes) -> all.append(name).append(Digest.of(bytes)).append('\n'));
        return Digest.of((all.toString() + whole).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean same(Path directory, SortedMap<String, byte[]> copied)
            throws IOException {
        for (var file : copied.entrySet()) {
            Path copy = directory.resolve(file.getKey());
            if (!Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                    || !Arrays.equals(Files.readAllBytes(copy), file.getValue())) {
                return false;
            }
        }
        return true;
    }

    /// Readable by everybody: the user that root becomes reads it.
    private Path build(SortedMap<String, byte[]> copied, List<Grant> whole) throws IOException {
        Path built = Files.createTempDirectory(files, "new");
        for (var file : copied.entrySet()) {
            Path copy = at(built, file.getKey());
            Files.write(copy, file.getValue());
            Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rw-r--r--"));
        }
        for (Grant grant : whole) {
            Files.createDirectories(built.resolve(SystemFiles.ETC.relativize(grant.inside())));
        }
        try (Stream<Path> found = Files.walk(built)) {
            for (Path directory : found.filter(Files::isDirectory).toList()) {
                Files.setPosixFilePermissions(
                        directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
        return built;
    }

    private static Path at(Path built, String name) throws IOException {
        Path place = built.resolve(name);
        Files.createDirectories(place.resolveSibling(""));
        return place;
    }
}
