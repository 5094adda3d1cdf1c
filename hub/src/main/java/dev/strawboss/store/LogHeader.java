package dev.strawboss.store;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The first bytes of a write-ahead log (sqlite.org/fileformat2.html, section 4.1). SQLite takes a
/// log whose header is damaged for an empty one and would overwrite it, with the newest jobs in it.
final class LogHeader {
    private static final int LENGTH = 32;
    private static final int MAGIC = 0x377f0682; // the last bit is the byte order of its checksums

    private LogHeader() {}

    /// @param file the store, which nobody has open
    static void check(Path file) {
        Path log = file.resolveSibling(file.getFileName() + "-wal");
        if (!Files.exists(log)) {
            return;
        }
        try (InputStream in = Files.newInputStream(log)) {
            byte[] header = in.readNBytes(LENGTH);
            boolean never = Arrays.equals(header, new byte[header.length]); // nothing was synced
            if (!never
                    && (header.length < LENGTH
                            || (ByteBuffer.wrap(header).getInt() & ~1) != MAGIC)) {
                throw new StrawbossException(
                        ErrorCode.STORE,
                        "The store's log " + log + " is damaged: it begins as no log does.",
                        "Nothing was changed. Restore a backup: strawboss restore FILE; or go on"
                                + " without the newest jobs: mv '"
                                + log
                                + "' '"
                                + log
                                + ".damaged'");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
    }
}
