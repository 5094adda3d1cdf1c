package dev.strawboss.workspace;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/// Paths as git tells them, in Latin-1, to files and back, byte for byte, whatever the locale: only
/// a URI takes bytes that are no text.
final class RawPath {
    private RawPath() {}

    static Path of(Path top, String latin1) {
        StringBuilder uri = new StringBuilder("file://").append(directory(top));
        for (byte b : latin1.getBytes(StandardCharsets.ISO_8859_1)) {
            if (b == '/' || (b > 0 && Character.isLetterOrDigit(b))) {
                uri.append((char) b);
            } else {
                uri.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
            }
        }
        return Path.of(URI.create(uri.toString()));
    }

    /// The path of a file below `top`, without a slash at its end.
    static String latin1(Path top, Path file) {
        String path = file.toUri().getRawPath().substring(directory(top).length());
        StringBuilder latin1 = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) == '%') {
                latin1.append((char) Integer.parseInt(path, i + 1, i + 3, 16));
                i += 2;
            } else {
                latin1.append(path.charAt(i));
            }
        }
        int end = latin1.length() - 1;
        return end >= 0 && latin1.charAt(end) == '/' ? latin1.substring(0, end) : latin1.toString();
    }

    private static String directory(Path top) {
        String path = top.toUri().getRawPath();
        return path.endsWith("/") ? path : path + "/";
    }
}
