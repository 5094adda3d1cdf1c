package dev.strawboss.jobs;

import dev.strawboss.placement.RunOutput;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Cuts pieces out of an attempt's output without ever cutting a character in two.
final class JobLog {
    private JobLog() {}

    static Jobs.LogPiece piece(
            RunOutput output, long cursor, int limit, Charset charset, boolean finished)
            throws IOException {
        long size = output.kept();
        long from = cursor < 0 ? Math.max(0, size + cursor) : Math.min(cursor, size);
        byte[] bytes = output.read(from, limit);
        boolean cutsNone =
                !charset.equals(StandardCharsets.UTF_8)
                        || (finished && from + bytes.length >= size);
        int whole = cutsNone ? bytes.length : wholeCharacters(bytes);
        long next = from + whole;
        long seam = output.seam();
        boolean crossesSeam = seam < size && from <= seam && next >= seam;
        return new Jobs.LogPiece(
                new String(bytes, 0, whole, charset),
                next,
                size,
                crossesSeam,
                finished && next >= size);
    }

    /// How many bytes end on a character's end: a UTF-8 sequence cut short at the end is left for
    /// the next piece. Broken sequences elsewhere become U+FFFD when decoded.
    private static int wholeCharacters(byte[] bytes) {
        int start = bytes.length;
        int steps = 0;
        while (start > 0 && steps < 4) {
            start--;
            steps++;
            int b = bytes[start] & 0xff;
            if (b < 0x80) {
                return bytes.length;
            }
            if (b >= 0xc0) {
                int length = b >= 0xf0 ? 4 : b >= 0xe0 ? 3 : 2;
                return start + length > bytes.length && start > 0 ? start : bytes.length;
            }
        }
        return bytes.length;
    }
}
