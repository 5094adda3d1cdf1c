package dev.strawboss.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Reads what an attempt printed: `NAME` holds the beginning, `NAME.tail` the end of what was too
/// long for it. Positions count through both as if they were one file.
public final class AttemptOutput {
    private final Path head;
    private final Path tail;

    /// @param stream `stdout` or `stderr`
    public AttemptOutput(Path directory, String stream) {
        head = directory.resolve(stream);
        tail = directory.resolve(stream + ".tail");
    }

    /// Bytes that are there by now.
    public long size() {
        return length(head) + length(tail);
    }

    /// Where the end part begins: what came between here and there may have been dropped. Equal to
    /// [#size] when there is no end part.
    public long seam() {
        return length(head);
    }

    /// Up to `limit` bytes from `position`; fewer at the end.
    public byte[] read(long position, int limit) {
        long seam = seam();
        Path file = position < seam ? head : tail;
        long offset = position < seam ? position : position - seam;
        long there = Math.max(0, length(file) - offset);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(limit, there));
        if (bytes.hasRemaining()) {
            fill(file, offset, bytes);
        }
        byte[] read = new byte[bytes.position()];
        bytes.flip().get(read);
        return read;
    }

    private static void fill(Path file, long offset, ByteBuffer bytes) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long from = offset;
            for (int n = channel.read(bytes, from); n > 0; n = channel.read(bytes, from)) {
                from += n;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long length(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
