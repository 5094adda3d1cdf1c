package dev.strawboss.config;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as people write them: `50MB`, `1.5 GB`, or bytes as a bare number; a kilobyte has 1,024
/// bytes.
public final class Sizes {
    private static final Pattern FORM =
            Pattern.compile(
                    "(\\d{1,12}(?:\\.\\d{1,3})?)\\s*([KMGT]?)i?B?(?:ytes)?",
                    Pattern.CASE_INSENSITIVE);

    private Sizes() {}

    /// Bytes; empty if `text` is no size.
    public static Optional<Long> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        String unit = form.group(2).toUpperCase(Locale.ROOT);
        long factor = unit.isEmpty() ? 1 : 1L << (10 * (1 + "KMGT".indexOf(unit)));
        return Optional.of((long) (Double.parseDouble(form.group(1)) * factor));
    }

    /// The shortest form that [#parse] reads back.
    public static String text(long bytes) {
        String units = "TGMK";
        for (int i = 0; i < units.length(); i++) {
            long factor = 1L << (10 * (units.length() - i));
            if (bytes >= factor && bytes % factor == 0) {
                return bytes / factor + " " + units.charAt(i) + "B";
            }
        }
        return bytes + " bytes";
    }
}
