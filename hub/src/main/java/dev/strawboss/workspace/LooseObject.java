package dev.strawboss.workspace;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/// A file of git's object store (gitrepository-layout(5), `objects/[0-9a-f][0-9a-f]`). git believes
/// its name when it only asks whether an object is there, so one that holds something else would
/// stand for content that is nowhere.
final class LooseObject {
    /// Bytes; of a worker that commits larger ones only the files are collected.
    private static final long LARGEST = 4L << 30;

    private static final int PIECE = 1 << 16;

    private LooseObject() {}

    /// Whether the file holds what the id says.
    static boolean honest(Path file, String id) throws IOException {
        MessageDigest digest = Digests.digest(id.length() == 40 ? "SHA-1" : "SHA-256");
        long size = 0;
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file))) {
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                digest.update(piece, 0, length);
                size += length;
                if (size > LARGEST) {
                    return false;
                }
            }
        } catch (ZipException | EOFException _) {
            return false;
        }
        return HexFormat.of().formatHex(digest.digest()).equals(id);
    }
}
