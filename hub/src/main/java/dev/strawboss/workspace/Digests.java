package dev.strawboss.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file holds, in short.
///
/// @param sha256 of the content
/// @param blob the id that git gives to the content as it is
record Digests(String sha256, String blob) {
    private static final int PIECE = 1 << 20;

    /// @param id any object id of the repository
    static Digests of(Path file, String id) throws IOException {
        MessageDigest content = digest("SHA-256");
        MessageDigest blob = digest(id.length() == 40 ? "SHA-1" : "SHA-256");
        String header = "blob " + Files.size(file) + "\0";
        blob.update(header.getBytes(StandardCharsets.US_ASCII));
        try (InputStream in = Files.newInputStream(file)) {
            byte[] piece = new byte[PIECE];
            for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
                content.update(piece, 0, length);
                blob.update(piece, 0, length);
            }
        }
        HexFormat hex = HexFormat.of();
        return new Digests(hex.formatHex(content.digest()), hex.formatHex(blob.digest()));
    }

    static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + name, e);
        }
    }
}
