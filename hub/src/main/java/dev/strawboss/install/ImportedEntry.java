package dev.strawboss.install;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A client's server in our words.
final class ImportedEntry {
    private static final Pattern BARE = Pattern.compile("\\$([A-Za-z_][A-Za-z0-9_]*)");

    private ImportedEntry() {}

    /// A name that ours can have.
    static String name(String name) {
        String fit = name.strip().replaceAll("[^A-Za-z0-9_.-]+", "-").replaceAll("^[.-]+", "");
        return fit.isEmpty() ? "server" : fit.substring(0, Math.min(fit.length(), 60));
    }

    /// Gemini's `$NAME` is our `${NAME}`.
    static Map<String, Object> of(String client, Map<String, Object> raw) {
        Map<String, Object> entry = new LinkedHashMap<>();
        raw.forEach(
                (key, value) -> entry.put(key, client.equals("gemini") ? braced(value) : value));
        return entry;
    }

    private static @Nullable Object braced(@Nullable Object value) {
        return switch (value) {
            case String text -> BARE.matcher(text).replaceAll("\\${$1}");
            case List<?> list -> {
                List<@Nullable Object> all = new ArrayList<>();
                list.forEach(each -> all.add(braced(each)));
                yield all;
            }
            case Map<?, ?> map -> {
                Map<Object, @Nullable Object> all = new LinkedHashMap<>();
                map.forEach((key, each) -> all.put(key, braced(each)));
                yield all;
            }
            case null, default -> value;
        };
    }
}
