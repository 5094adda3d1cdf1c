package dev.strawboss.workspace;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A piece of a job's patch.
///
/// @param text bytes that are not UTF-8 are U+FFFD
/// @param next the cursor of the following piece
/// @param size how many bytes the whole patch has
public record PatchPiece(String text, long next, long size) {
    /// Whether nothing follows.
    public boolean end() {
        return next >= size;
    }

    static PatchPiece read(Path patch, long cursor, int limit) throws IOException {
        if (!Files.exists(patch)) {
            return new PatchPiece("", 0, 0);
        }
        try (RandomAccessFile file = new RandomAccessFile(patch.toFile(), "r")) {
            long size = file.length();
            long from = Math.clamp(cursor, 0, size);
            byte[] bytes = new byte[(int) Math.min(limit, size - from)];
            file.seek(from);
            file.readFully(bytes);
            int whole = from + bytes.length < size ? whole(bytes) : bytes.length;
            return new PatchPiece(
                    new String(bytes, 0, whole, StandardCharsets.UTF_8), from + whole, size);
        }
    }

    /// How many bytes to take: whole lines; of a line longer than that, whole characters.
    private static int whole(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        if (end > 0) {
            return end;
        }
        end = bytes.length;
        // of a UTF-8 character at most three bytes follow the first
        while (end > Math.max(1, bytes.length - 4) && (bytes[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        return end > 1 && (bytes[end - 1] & 0xc0) == 0xc0 ? end - 1 : bytes.length;
    }
}
