package dev.strawboss.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// What holds for one key of `config.yaml`.
///
/// @param value what holds; of an environment the names only should be shown
/// @param fallback what would hold without the file
/// @param given whether the file says something
/// @param wrong whether what the file says cannot be used, so that the default holds
/// @param line where in the file, from 1; 0 if unknown
public record Setting(
        String name,
        String description,
        Object value,
        Object fallback,
        boolean given,
        boolean wrong,
        int line,
        Path file) {
    /// For people; names of an environment without their values.
    public static String text(Object value) {
        return switch (value) {
            case Duration duration -> Durations.text(duration);
            case Map<?, ?> map ->
                    String.join(", ", map.keySet().stream().map(String::valueOf).toList());
            case Long bytes -> Sizes.text(bytes);
            default -> String.valueOf(value);
        };
    }

    /// Which of file and default won, in a sentence.
    public String why() {
        String fallback =
                "its default" + (text(fallback()).isEmpty() ? "" : ", " + text(fallback()));
        if (!given) {
            return file + " does not say, so " + fallback + ", holds.";
        }
        String place = file + (line > 0 ? ", line " + line : "");
        return wrong
                ? "What " + place + " says cannot be used, so " + fallback + ", holds."
                : place + " says so, over " + fallback + ".";
    }
}
