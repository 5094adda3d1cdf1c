package dev.strawboss.store;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/// Whether a path still leads to the file that was opened. What is written to a file that somebody
/// has removed is gone with the process, however well it was synced.
record FileIdentity(Path file, Path log, @Nullable Object key, @Nullable Object logKey) {
    /// Of a store that is open.
    static FileIdentity of(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        return new FileIdentity(file, log, key(file), key(log));
    }

    /// @throws StrawbossException if the store or its log was removed or replaced
    void check() {
        check(file, key);
        check(log, logKey);
    }

    private void check(Path path, @Nullable Object known) {
        if (known != null && !known.equals(key(path))) {
            throw new StrawbossException(
                    ErrorCode.STORE,
                    "The file "
                            + path
                            + " was removed or replaced while the hub runs, so nothing more is"
                            + " accepted; the hub still has all of the store.",
                    "Save it now, then put it back: strawboss backup FILE && strawboss restore"
                            + " FILE");
        }
    }

    private static @Nullable Object key(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        } catch (IOException gone) {
            return null;
        }
    }
}
