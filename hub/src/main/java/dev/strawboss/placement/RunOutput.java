package dev.strawboss.placement;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// One output stream of an attempt as its runner keeps it: `NAME` holds the first bytes; where
/// there were more, `NAME.tail` the last ones, and `NAME.cut` how many followed the first.
///
/// @param directory the attempt's
/// @param name `stdout` or `stderr`
public record RunOutput(Path directory, String name) {
    /// Everything that was kept, the end right behind the beginning. Empty if there is nothing.
    public InputStream open() throws IOException {
        List<InputStream> parts = new ArrayList<>();
        for (Path file : List.of(first(), tail())) {
            if (Files.exists(file)) {
                parts.add(new BufferedInputStream(Files.newInputStream(file)));
            }
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /// The first bytes as text; what is not UTF-8 becomes U+FFFD.
    public String head(int limit) throws IOException {
        try (InputStream in = open()) {
            return new String(in.readNBytes(limit), StandardCharsets.UTF_8);
        }
    }

    /// The last bytes as text; what is not UTF-8 becomes U+FFFD.
    public String tail(int limit) throws IOException {
        byte[] end = last(tail(), limit);
        byte[] before = last(first(), limit - end.length);
        return new String(before, StandardCharsets.UTF_8) + new String(end, StandardCharsets.UTF_8);
    }

    /// How many bytes there were, kept or not.
    public long size() throws IOException {
        long size = Files.exists(first()) ? Files.size(first()) : 0;
        Path cut = directory.resolve(name + ".cut");
        if (Files.exists(cut)) {
            String count = Files.readString(cut).strip();
            return size + (count.matches("\\d{1,18}") ? Long.parseLong(count) : 0);
        }
        return size + (Files.exists(tail()) ? Files.size(tail()) : 0);
    }

    /// How many bytes are kept. Positions count through both files as if they were one.
    public long kept() throws IOException {
        return seam() + length(tail());
    }

    /// Where the end part begins: what came between here and there may have been dropped.
    public long seam() throws IOException {
        return length(first());
    }

    /// Up to `limit` of the kept bytes from `position`; fewer at the end and at the seam.
    public byte[] read(long position, int limit) throws IOException {
        long seam = seam();
        Path file = position < seam ? first() : tail();
        if (!Files.exists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            long offset = position < seam ? position : position - seam;
            byte[] bytes = new byte[Math.clamp(access.length() - offset, 0, limit)];
            access.seek(offset);
            access.readFully(bytes);
            return bytes;
        }
    }

    private static long length(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private Path first() {
        return directory.resolve(name);
    }

    private Path tail() {
        return directory.resolve(name + ".tail");
    }

    private static byte[] last(Path file, int limit) throws IOException {
        if (limit <= 0 || !Files.exists(file)) {
            return new byte[0];
        }
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(limit, access.length())];
            access.seek(access.length() - bytes.length);
            access.readFully(bytes);
            return bytes;
        }
    }
}
