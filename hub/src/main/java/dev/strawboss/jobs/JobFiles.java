package dev.strawboss.jobs;

import dev.strawboss.crash.CrashPoint;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
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
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The prompt of "
                            + bytes.length
                            + " bytes could not be kept: "
                            + e.getMessage()
                            + ".",
                    "Free disk space, then try again.",
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
                    "The directory of job " + id + " could not be made: " + e.getMessage() + ".",
                    "Free disk space, then try again.",
                    e);
        }
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
