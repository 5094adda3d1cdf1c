package dev.strawboss.backup;

import dev.strawboss.bridge.Home;
import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.store.StoreFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes a backup: a zip file with
/// - `backup.json`: what wrote it and when,
/// - `strawboss.db`: the store as it was at one moment,
/// - `jobs/ID/text`: the prompts that are too long for the store,
/// - `config/`: the configuration, with `secrets.env` only when that is asked for.
public final class Backup {
    static final String ABOUT = "backup.json";
    static final String STORE = "strawboss.db";
    static final String JOBS = "jobs/";
    static final String CONFIGURATION = "config/";
    private static final String SECRETS = "secrets.env";

    private final Home home;
    private final String version;

    /// @param version of Strawboss
    public Backup(Home home, String version) {
        this.home = home;
        this.version = version;
    }

    /// The hub may run. The file appears when it is whole, for its owner only.
    ///
    /// @param replace whether a file of that name may be replaced
    public void write(Path file, boolean secrets, boolean replace, Instant now) {
        if (Files.exists(file) && !replace) {
            throw new StrawbossException(
                    ErrorCode.INVALID_INPUT,
                    "There is a file " + file + " already.",
                    "Give another name, or replace it: --replace");
        }
        Path store = file.resolveSibling(file.getFileName() + ".db");
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        try {
            try {
                Files.deleteIfExists(temporary);
                StoreFile.copy(home.state().resolve(STORE), store);
                pack(temporary, store, secrets, now);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
                sync(file.toAbsolutePath().resolveSibling(""));
            } finally {
                Files.deleteIfExists(store);
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The backup " + file + " could not be written: " + e + ".",
                    DiskHint.of(
                            e.toString(),
                            file.toAbsolutePath().resolveSibling(""),
                            "Write it where it may be: ls -ld '"
                                    + file.toAbsolutePath().resolveSibling("")
                                    + "'"),
                    e);
        }
    }

    private void pack(Path file, Path store, boolean secrets, Instant now) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(
                                file,
                                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                                PosixFilePermissions.asFileAttribute(
                                        PosixFilePermissions.fromString("rw-------")));
                OutputStream out = Channels.newOutputStream(channel);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(ABOUT));
            zip.write(about(secrets, now).getBytes(StandardCharsets.UTF_8));
            add(zip, STORE, store);
            for (Path text : files(home.state().resolve("jobs"), 2, "text")) {
                add(zip, JOBS + home.state().resolve("jobs").relativize(text), text);
            }
            for (Path each : files(home.configuration(), 4, "")) {
                String name = home.configuration().relativize(each).toString();
                boolean temporary = each.getFileName().toString().startsWith(".");
                if (!temporary && (secrets || !name.equals(SECRETS))) {
                    add(zip, CONFIGURATION + name, each);
                }
            }
            zip.finish();
            channel.force(true);
        }
    }

    private String about(boolean secrets, Instant now) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("strawboss", version);
        about.put("at", now.toString());
        about.put("home", home.state().toString());
        about.put("secrets", secrets);
        return Json.write(about) + "\n";
    }

    private static List<Path> files(Path directory, int depth, String name) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(directory, depth)) {
            return all.filter(file -> Files.isRegularFile(file))
                    .filter(file -> name.isEmpty() || file.getFileName().toString().equals(name))
                    .sorted()
                    .toList();
        }
    }

    private static void add(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
    }

    static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
