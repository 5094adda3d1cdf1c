package dev.strawboss.secrets;

import dev.strawboss.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The ways in which a value is written where somebody passes it on without meaning to hide it: as
/// it is, in JSON, in a URL, in base 64 at each place of its groups of three bytes.
final class Spellings {
    private static final int LEAST_LINE = 16;
    private static final String UNRESERVED = "-._~";
    private static final String ALSO_IN_SCRIPTS = UNRESERVED + "!'()*"; // encodeURIComponent

    private Spellings() {}

    static Set<String> of(String value) {
        Set<String> all = new LinkedHashSet<>();
        all.add(value);
        if (value.contains("\n")) { // as a key in PEM, which is also shown line by line
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= LEAST_LINE)
                    .forEach(all::add);
        }
        String json = inJson(value);
        all.add(json);
        all.add(json.replace("/", "\\/"));
        all.add(inJson(json));
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        all.add(new String(bytes, StandardCharsets.ISO_8859_1)); // bytes that are shown as they are
        for (String free : List.of(UNRESERVED, ALSO_IN_SCRIPTS)) {
            all.add(percent(bytes, free, "%%%02X"));
            all.add(percent(bytes, free, "%%%02x"));
        }
        all.add(URLEncoder.encode(value, StandardCharsets.UTF_8));
        for (int before = 0; before < 3; before++) {
            all.addAll(base64(bytes, before));
        }
        return all;
    }

    private static String inJson(String value) {
        String quoted = Json.write(value);
        return quoted.substring(1, quoted.length() - 1);
    }

    private static String percent(byte[] bytes, String free, String form) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte each : bytes) {
            char c = (char) (each & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || free.indexOf(c) >= 0);
            text.append(plain ? String.valueOf(c) : form.formatted((int) c));
        }
        return text.toString();
    }

    /// Only the characters that its own bits make: what stands before and after it makes the
    /// others.
    private static List<String> base64(byte[] bytes, int before) {
        byte[] placed = new byte[before + bytes.length];
        System.arraycopy(bytes, 0, placed, before, bytes.length);
        int from = (before * 8 + 5) / 6;
        int to = placed.length * 8 / 6;
        List<String> both = new ArrayList<>();
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            both.add(encoder.encodeToString(placed).substring(from, to));
        }
        return both;
    }
}
