package dev.strawboss.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/// The value of a header that repeats something of the body: as it is, or, where it is not plain
/// printable ASCII, as `=?base64?…?=`.
final class HeaderValue {
    private static final String BEFORE = "=?base64?";
    private static final String AFTER = "?=";

    private HeaderValue() {}

    /// What the header says; empty if it is malformed.
    static Optional<String> decoded(String header) {
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                return Optional.empty();
            }
        }
        if (!header.startsWith(BEFORE) || !header.endsWith(AFTER)) {
            return Optional.of(header);
        }
        int end = header.length() - AFTER.length();
        return end < BEFORE.length()
                ? Optional.empty()
                : base64(header.substring(BEFORE.length(), end));
    }

    /// Java's decoder alone takes missing padding and stray bits at the end.
    private static Optional<String> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return Optional.empty();
            }
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return Optional.empty();
        }
    }
}
