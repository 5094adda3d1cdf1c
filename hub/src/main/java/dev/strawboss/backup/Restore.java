package dev.strawboss.backup;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.store.StoreFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Puts a backup in place of what is there, which is kept aside. No hub may run meanwhile.
public final class Restore implements AutoCloseable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Home home;
    private final Path file;
    private final Path store;

    /// What was done.
    ///
    /// @param aside where everything is kept that was replaced
    /// @param newer the jobs that the backup does not know and that left a directory
    public record Done(Path aside, List<String> newer) {}

    /// Takes the store out of the backup and looks through it; changes nothing that is in use.
    ///
    /// @param file a backup, or a store alone, such as a `strawboss.db.schema-N`
    /// @throws StrawbossException if it is none, or of a newer version, or damaged
    public Restore(Home home, Path file) {
        this.home = home;
        this.file = file;
        this.store = home.state().resolve("strawboss.db.restored");
        try {
            HubStarter.makePrivate(home.state());
            Files.deleteIfExists(store);
            makePrivate(store);
            extract();
            StoreFile.check(store);
        } catch (IOException e) {
            delete(store);
            throw unreadable(e);
        } catch (StrawbossException e) {
            delete(store);
            throw e;
        }
    }

    /// No hub may run from here on.
    public Done apply(Instant now) throws IOException {
        Path aside = home.state().resolve("before-restore-" + TIME.format(now));
        Files.createDirectory(
                aside,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        for (String suffix : List.of("-wal", "-shm", "")) {
            Path old = home.state().resolve(Backup.STORE + suffix);
            if (Files.exists(old)) {
                Files.move(old, aside.resolve(old.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            }
        }
        if (isArchive()) {
            restoreFiles(aside);
        }
        List<String> newer = newer();
        Files.move(store, home.state().resolve(Backup.STORE), StandardCopyOption.ATOMIC_MOVE);
        Backup.sync(home.state());
        return new Done(aside, newer);
    }

    @Override
    public void close() {
        delete(store);
    }

    private void extract() throws IOException {
        if (!isArchive()) {
            try (InputStream in = Files.newInputStream(file)) {
                write(in, store);
            }
            return;
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry entry = zip.getEntry(Backup.STORE);
            if (entry == null || zip.getEntry(Backup.ABOUT) == null) {
                throw new IOException("it holds no " + Backup.STORE);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                write(in, store);
            }
        }
    }

    private boolean isArchive() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private void restoreFiles(Path aside) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith(Backup.JOBS)) {
                    Path text = home.state().resolve(entry.getName());
                    if (!Files.exists(text)) { // it never changes
                        put(zip, entry, text, home.state());
                    }
                } else if (entry.getName().startsWith(Backup.CONFIGURATION)) {
                    String name = entry.getName().substring(Backup.CONFIGURATION.length());
                    Path target = home.configuration().resolve(name);
                    if (Files.exists(target)) {
                        Path kept = aside.resolve("config").resolve(name);
                        directories(kept.resolveSibling(""));
                        Files.copy(target, kept, StandardCopyOption.COPY_ATTRIBUTES);
                    }
                    put(zip, entry, target, home.configuration());
                }
            }
        }
    }

    private static void put(ZipFile zip, ZipEntry entry, Path target, Path within)
            throws IOException {
        if (!target.normalize().startsWith(within)) {
            throw new IOException("it holds a file outside: " + entry.getName());
        }
        directories(target.resolveSibling(""));
        makePrivate(target);
        try (InputStream in = zip.getInputStream(entry)) {
            write(in, target);
        }
    }

    private static void makePrivate(Path target) throws IOException {
        if (!Files.exists(target)) {
            Files.createFile(
                    target,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------")));
        }
    }

    private static void write(InputStream in, Path target) throws IOException {
        try (OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
        try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private List<String> newer() throws IOException {
        Path jobs = home.state().resolve("jobs");
        if (!Files.isDirectory(jobs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(jobs)) {
            return StoreFile.without(store, all.map(job -> job.getFileName().toString()).toList());
        }
    }

    private StrawbossException unreadable(IOException e) {
        return new StrawbossException(
                ErrorCode.INVALID_INPUT,
                "The backup " + file + " cannot be read: " + e + ".",
                "Nothing was changed. Take another backup.",
                e);
    }

    private static void directories(Path directory) throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The file " + file + " could not be removed: " + e + ".",
                    "Remove it: rm '" + file + "'",
                    e);
        }
    }
}
