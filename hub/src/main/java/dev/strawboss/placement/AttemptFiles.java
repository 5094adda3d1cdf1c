package dev.strawboss.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/// The attempt's directory, which is the protocol between runner and hub; runner.sh says what each
/// file is.
record AttemptFiles(Path directory) {
    private static final int EXIT_RECORD_BYTES = 128;

    Path runnerErrors() {
        return directory.resolve("runner.err");
    }

    /// Whether nobody had the lock. If so, no runner will ever start this attempt.
    boolean lock() {
        return create("lock");
    }

    /// From now on a runner that has not recorded itself will not start the command.
    void revoke() {
        create("revoked");
    }

    private boolean create(String name) {
        try {
            Files.createFile(directory.resolve(name));
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<RunHandle> handle() {
        String text = read("pid");
        List<String> lines = text.lines().toList();
        if (lines.size() != 3 || !text.endsWith("\n")) {
            return Optional.empty(); // some shells write each line by itself
        }
        String[] runner = lines.get(0).split(" ", -1);
        return Optional.of(
                new RunHandle(
                        directory,
                        new ProcessIdentity(
                                Long.parseLong(runner[0]), Long.parseLong(runner[1]), runner[2]),
                        lines.get(1),
                        lines.get(2)));
    }

    /// @param bootId of the runner, which is the worker's too
    Optional<ProcessIdentity> worker(String bootId) {
        String[] worker = read("worker").strip().split(" ", -1);
        return worker.length < 2
                ? Optional.empty()
                : Optional.of(
                        new ProcessIdentity(
                                Long.parseLong(worker[0]), Long.parseLong(worker[1]), bootId));
    }

    /// The time is that of the file's last change: the runner needs no process to know it.
    Optional<Exit> exit() {
        String record = read("exit");
        if (record.length() != EXIT_RECORD_BYTES || !record.endsWith(".")) {
            return Optional.empty();
        }
        int status = Integer.parseInt(record.substring(0, EXIT_RECORD_BYTES - 1).strip());
        try {
            return Optional.of(
                    new Exit(
                            status,
                            Files.getLastModifiedTime(directory.resolve("exit")).toInstant()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Takes down that the command is paused from now on.
    void paused() {
        Pauses pauses = Pauses.parse(read("paused"));
        write("paused", pauses.begun(Pauses.now()).text());
    }

    /// Takes down that it goes on.
    void resumed() {
        Pauses pauses = Pauses.parse(read("paused"));
        if (pauses.since().isPresent()) {
            write("paused", pauses.ended(Pauses.now()).text());
        }
    }

    /// As a whole or not at all: the runner may read it at any time.
    private void write(String name, String text) {
        Path temporary = directory.resolve(name + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(directory.resolve(name), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException _) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
