package dev.strawboss.egress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The first line and the fields of an HTTP/1 request (RFC 9112), as they were sent.
record Head(String method, String target, String version, List<Field> fields) {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}");
    private static final Pattern TARGET = Pattern.compile("[\\x21-\\x7e\\x80-\\xff]{1,32768}");
    private static final Pattern VERSION = Pattern.compile("HTTP/1\\.[01]");

    record Field(String name, String value) {
        boolean is(String wanted) {
            return name.equalsIgnoreCase(wanted);
        }
    }

    Head {
        fields = List.copyOf(fields);
    }

    /// How the length of what follows is told.
    sealed interface Length {
        record Known(long bytes) implements Length {}

        record Chunked() implements Length {}
    }

    /// @param bytes up to and with the empty line
    /// @throws IOException if it is none, or can be read in two ways
    static Head parse(byte[] bytes, int length) throws IOException {
        String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        List<String> lines = List.of(text.split("\r\n", -1));
        String[] words = lines.getFirst().split(" ", -1);
        if (words.length != 3
                || !TOKEN.matcher(words[0]).matches()
                || !TARGET.matcher(words[1]).matches()
                || !VERSION.matcher(words[2]).matches()) {
            throw new IOException("no HTTP/1 request");
        }
        List<Field> fields = new ArrayList<>();
        for (String line : lines.subList(1, lines.size() - 2)) {
            fields.add(field(line));
        }
        return new Head(words[0], words[1], words[2], fields);
    }

    private static Field field(String line) throws IOException {
        int colon = line.indexOf(':');
        boolean clean = line.chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
        if (colon < 1 || !clean || !TOKEN.matcher(line.substring(0, colon)).matches()) {
            throw new IOException("no HTTP field");
        }
        return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    /// Whether a field of that name has that value.
    boolean says(String name, String value) {
        return values(name).contains(value);
    }

    boolean isOld() {
        return version.equals("HTTP/1.0");
    }

    /// @throws IOException if it is told in two ways, or wrongly
    Length length() throws IOException {
        List<String> lengths = values("Content-Length");
        List<String> codings = values("Transfer-Encoding");
        if (codings.isEmpty() && lengths.isEmpty()) {
            return new Length.Known(0);
        }
        if (codings.equals(List.of("chunked")) && lengths.isEmpty() && !isOld()) {
            return new Length.Chunked();
        }
        if (codings.isEmpty() && lengths.size() == 1 && lengths.getFirst().matches("\\d{1,18}")) {
            return new Length.Known(Long.parseLong(lengths.getFirst()));
        }
        throw new IOException("the length of the request is not clear");
    }

    private List<String> values(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
    }
}
