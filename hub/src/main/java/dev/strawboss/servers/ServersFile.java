package dev.strawboss.servers;

import dev.strawboss.config.AtomicFile;
import dev.strawboss.config.Exclusive;
import dev.strawboss.config.Reread;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/// `servers.json`, read again when it changed, and changed so that whoever else writes it loses
/// nothing.
final class ServersFile {
    private static final int LARGEST = 4 << 20;
    private static final int ATTEMPTS = 20;
    private static final Configured.Read NOTHING =
            new Configured.Read(Configured.NOTHING, Map.of());

    private final Path file;
    private final AtomicReference<Configured.Read> good = new AtomicReference<>(NOTHING);
    private final Reread<Configured.Read> reread;

    ServersFile(Path file) {
        this.file = file;
        this.reread = new Reread<>(file, _ -> read());
    }

    Path path() {
        return file;
    }

    Configured.Read now() {
        return reread.value();
    }

    /// The text; empty if there is no file.
    ///
    /// @throws StrawbossException if it cannot be read
    String text() {
        try {
            if (!Files.exists(file)) {
                return "";
            }
            if (Files.size(file) > LARGEST) {
                throw unreadable("is larger than 4 MB", null);
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw unreadable("is not UTF-8", e);
        } catch (IOException e) {
            throw unreadable("cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }

    /// Replaces the text by what becomes of it; nothing is written if that is the same.
    ///
    /// @param edit runs again if somebody else changed the file meanwhile
    void change(UnaryOperator<String> edit) {
        Exclusive.<Boolean>changing(
                file,
                () -> {
                    for (int i = 0; i < ATTEMPTS; i++) {
                        String before = text();
                        String after = edit.apply(before);
                        if (after.equals(before) || (text().equals(before) && written(after))) {
                            return true;
                        }
                    }
                    throw new StrawbossException(
                            ErrorCode.CONFIGURATION,
                            file + " is being changed by somebody else all the time.",
                            "Close what edits it, then repeat.");
                });
    }

    private boolean written(String after) {
        try {
            AtomicFile.write(file, after);
            return true;
        } catch (IOException e) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    file + " cannot be written, so it is as it was: " + e + ".",
                    "ls -ld '" + file.getParent() + "'",
                    e);
        }
    }

    private Configured.Read read() {
        Configured.Read read;
        try {
            read = ServersText.read(String.valueOf(file.getFileName()), text(), good.get());
        } catch (StrawbossException unreadable) {
            read =
                    ServersText.broken(
                            good.get(),
                            unreadable.getMessage() + " What it said before still holds.",
                            file.toString());
        }
        if (read.configured().problem().isEmpty()) {
            good.set(read);
        }
        return read;
    }

    private StrawbossException unreadable(
            String why, @org.jspecify.annotations.Nullable Exception cause) {
        String sentence = file + " " + why + ".";
        String hint = "Correct " + file + ".";
        return cause == null
                ? new StrawbossException(ErrorCode.CONFIGURATION, sentence, hint)
                : new StrawbossException(ErrorCode.CONFIGURATION, sentence, hint, cause);
    }
}
