package dev.strawboss.jobs;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.DiskHint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A job's directory: `text` when the prompt is long, and a numbered directory for each attempt.
final class JobFiles {
    /// Longer texts are files, synced before the commit that refers to them.
    static final int INLINE_BYTES = 64 << 10;

    private static final Logger LOG = LoggerFactory.getLogger(JobFiles.class);

    private final Path root;

    JobFiles(Path root) {
        this.root = root;
        try {
            sync(privateDirectory(root).resolveSibling(""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + root, e);
        }
    }

    /// Keeps a long text in the job's file.
    ///
    /// @return whether it did; a short one belongs in the row
    boolean keepLong(JobId id, String text) {
        if (text.length() <= INLINE_BYTES / 4) {
            return false;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= INLINE_BYTES) {
            return false;
        }
        try {
            Path directory = privateDirectory(root.resolve(id.value()));
            try (FileChannel file =
                    FileChannel.open(
                            directory.resolve("text"),
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")))) {
                for (ByteBuffer rest = ByteBuffer.wrap(bytes); rest.hasRemaining(); ) {
                    file.write(rest);
                }
                file.force(true);
            }
            sync(directory);
            sync(root);
            CrashPoint.TEXT_KEPT.pass();
            return true;
        } catch (IOException e) {
            discardText(id);
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The prompt of "
                            + bytes.length
                            + " bytes could not be kept in "
                            + root
                            + ", so nothing was accepted: "
                            + e.getMessage()
                            + ".",
                    DiskHint.of(String.valueOf(e.getMessage()), root, mustBeOurs()),
                    e);
        }
    }

    /// Takes back [#keepLong] of a job that was never accepted.
    void discardText(JobId id) {
        Path directory = root.resolve(id.value());
        try {
            Files.deleteIfExists(directory.resolve("text"));
            Files.deleteIfExists(directory);
        } catch (IOException e) {
            LOG.atWarn().setCause(e).addKeyValue("directory", directory).log("left behind");
        }
    }

    /// The text kept in the job's file, if it is there.
    Optional<String> longText(JobId id) {
        Path file = root.resolve(id.value()).resolve("text");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The prompt of job " + id + " cannot be read: " + e.getMessage() + ".",
                    "Look at " + file + ".",
                    e);
        }
    }

    /// The first characters of the text kept in the job's file, if it is there and can be read.
    Optional<String> beginning(JobId id, int characters) {
        Path file = root.resolve(id.value()).resolve("text");
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(4 * characters), StandardCharsets.UTF_8);
            return Optional.of(text.substring(0, Math.min(characters, text.length())));
        } catch (IOException e) {
            LOG.atDebug().setCause(e).addKeyValue("file", file).log("cannot be searched");
            return Optional.empty();
        }
    }

    /// What a job fails with whose text is in neither place.
    StrawbossException textIsGone(JobId id) {
        return new StrawbossException(
                ErrorCode.STORE,
                "The prompt of job "
                        + id
                        + " is gone: "
                        + root.resolve(id.value()).resolve("text")
                        + " does not exist.",
                "Dispatch the job again.");
    }

    /// The directory of one attempt, made if it is not there.
    Path attempt(JobId id, int attempt) {
        try {
            return privateDirectory(existing(id, attempt));
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The directory of job " + id + " could not be made: " + e + ".",
                    DiskHint.of(e.toString(), root, mustBeOurs()),
                    e);
        }
    }

    private String mustBeOurs() {
        return "It must be a directory of ours: ls -la '" + root + "'";
    }

    /// The names of all directories that are a job's, whether it is known or not.
    List<JobId> jobs() {
        List<JobId> jobs = new ArrayList<>();
        try (DirectoryStream<Path> directories = Files.newDirectoryStream(root)) {
            for (Path directory : directories) {
                String name = String.valueOf(directory.getFileName());
                if (JobId.isWellFormed(name)) {
                    jobs.add(new JobId(name));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jobs;
    }

    Path directory(JobId id) {
        return root.resolve(id.value());
    }

    /// The attempts' directories, with all that they printed.
    List<Path> attempts(JobId id) {
        List<Path> attempts = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory(id))) {
            for (Path entry : entries) {
                if (String.valueOf(entry.getFileName()).matches("\\d{1,9}")) {
                    attempts.add(entry);
                }
            }
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return attempts;
    }

    /// Where one attempt's directory is, whether it exists or not.
    Path existing(JobId id, int attempt) {
        return root.resolve(id.value()).resolve(Integer.toString(attempt));
    }

    private static Path privateDirectory(Path directory) throws IOException {
        return Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
