package dev.strawboss.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.strawboss.bridge.Launch;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sqlite.SQLiteDataSource;
import org.sqlite.util.LibraryLoaderUtil;

/// This JVM's class path with its directories packed into jars, since the JDK's AOT cache takes no
/// directories, and such a cache; beside them what an installation has, the `launch` file of its
/// hub and SQLite's library, which else every JVM would unpack anew. Kept until the classes change.
record PackedClasses(String path, Path home) {
    private static final class Shared {
        private static final PackedClasses ONES = pack(Path.of("target", "packed"));
    }

    static PackedClasses shared() {
        return Shared.ONES;
    }

    List<String> options() {
        return options(home, "-XX:AOTCache=");
    }

    Launch launch() {
        return new Launch(home.resolve("launch"));
    }

    private static List<String> options(Path home, String cache) {
        return List.of(
                "-Dorg.sqlite.lib.path=" + home,
                "-Dorg.sqlite.lib.name=" + LibraryLoaderUtil.getNativeLibName(),
                cache + home.resolve("classes.aot"));
    }

    private static PackedClasses pack(Path root) {
        try {
            List<Path> entries =
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(Path::of)
                            .filter(Files::exists)
                            .toList();
            Path all = Files.createDirectories(root.toAbsolutePath());
            Path home = all.resolve(digest(entries));
            PackedClasses packed = new PackedClasses(path(entries, home), home);
            // several JVMs run tests at once
            try (FileChannel lock =
                            FileChannel.open(all.resolveSibling("packed.lock"), CREATE, WRITE);
                    FileLock held = lock.lock()) {
                if (!Files.exists(home)) {
                    removeOthers(all, held);
                    packed.make(entries, Files.createTempDirectory(all, "growing"));
                }
            }
            return packed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void make(List<Path> entries, Path growing) throws IOException, InterruptedException {
        for (int i = 0; i < entries.size(); i++) {
            if (Files.isDirectory(entries.get(i))) {
                pack(entries.get(i), growing.resolve(jar(i)));
            }
        }
        unpackLibrary(growing);
        Files.move(growing, home, StandardCopyOption.ATOMIC_MOVE);
        train();
        launch().write(TestJvm.java("-Xmx256m", options(), path, TestJvm.HUB));
    }

    private static void unpackLibrary(Path directory) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String inside = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = SQLiteDataSource.class.getResourceAsStream(inside)) {
            Files.copy(Objects.requireNonNull(library), directory.resolve(name));
        }
    }

    /// Runs [Training], which leaves the cache behind.
    private void train() throws IOException, InterruptedException {
        List<String> command =
                TestJvm.java(
                        "-Xmx256m",
                        options(home, "-XX:AOTCacheOutput="),
                        path,
                        Training.class.getName(),
                        home.resolve("training").toString());
        Path log = home.resolve("training.log");
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("the training run failed, see " + log);
        }
    }

    private static void pack(Path directory, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                byte[] bytes = Files.readAllBytes(file);
                CRC32 sum = new CRC32();
                sum.update(bytes);
                ZipEntry entry = new ZipEntry(directory.relativize(file).toString());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(bytes.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(bytes);
            }
        }
    }

    private static String path(List<Path> entries, Path home) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            Path entry = entries.get(i);
            path.add((Files.isDirectory(entry) ? home.resolve(jar(i)) : entry).toString());
        }
        return String.join(File.pathSeparator, path);
    }

    private static String jar(int number) {
        return "classes-" + number + ".jar";
    }

    /// A JVM does not see that a jar has changed that its cache was made of.
    private static String digest(List<Path> entries) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(System.getProperty("java.runtime.version").getBytes(UTF_8));
        for (Path entry : entries) {
            try (Stream<Path> files = Files.walk(entry)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    sum.update(file.toString().getBytes(UTF_8));
                    if (!entry.equals(file)) {
                        sum.update(Files.readAllBytes(file));
                    }
                }
            }
        }
        return HexFormat.of().toHexDigits(sum.getValue());
    }

    private static void removeOthers(Path all, FileLock held) throws IOException {
        if (!held.isValid()) {
            throw new IllegalStateException("others may use " + all);
        }
        try (Stream<Path> inside = Files.walk(all)) {
            for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(all)) {
                    Files.delete(file);
                }
            }
        }
    }
}
