package dev.strawboss.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Something a confined command might try; see escapes.txt.
///
/// @param promise what it would break
/// @param harmless whether it may be run outside as well, where it succeeds
/// @param script for sh; ends with 0 if it got what it wanted
record Escape(String name, Promise promise, boolean harmless, String script) {
    private static final String BEGIN = "== ";

    static List<Escape> all() {
        List<Escape> escapes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : (text() + "\n" + BEGIN).lines().toList()) {
            if (line.startsWith(BEGIN)) {
                if (!lines.isEmpty()) {
                    escapes.add(of(lines));
                }
                lines.clear();
            }
            if (line.startsWith(BEGIN) || !lines.isEmpty()) {
                lines.add(line);
            }
        }
        return escapes;
    }

    private static Escape of(List<String> lines) {
        String[] words = lines.getFirst().substring(BEGIN.length()).split(" ", -1);
        return new Escape(
                words[0],
                Promise.valueOf(words[1].toUpperCase(Locale.ROOT)),
                words.length > 2,
                String.join("\n", lines.subList(1, lines.size())));
    }

    private static String text() {
        try (InputStream escapes = Escape.class.getResourceAsStream("escapes.txt")) {
            if (escapes == null) {
                throw new IllegalStateException("escapes.txt is missing from the jar");
            }
            return new String(escapes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
