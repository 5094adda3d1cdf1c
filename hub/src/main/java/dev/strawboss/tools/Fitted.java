package dev.strawboss.tools;

import dev.strawboss.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes a job's envelope harmless to show and small enough, whatever the job printed. What is
/// shortened says so: `text_cursor` is where the rest of the text begins, `<name>_more` counts the
/// entries left out of a list.
final class Fitted {
    private static final List<String> NEVER_LEFT_OUT =
            List.of("job", "state", "code", "exit_status", "reason", "title", "branch", "base");
    private static final List<Size> SIZES =
            List.of(
                    new Size(5_000, 60),
                    new Size(2_500, 30),
                    new Size(1_000, 12),
                    new Size(300, 5),
                    new Size(100, 2));

    private final Size size;

    private Fitted(Size size) {
        this.size = size;
    }

    /// @param limit bytes of JSON; below about 600 only the names that are always there remain
    static Map<String, @Nullable Object> of(Map<String, @Nullable Object> envelope, int limit) {
        for (Size size : SIZES) {
            Map<String, @Nullable Object> shorter = new Fitted(size).object(envelope);
            if (bytes(shorter) <= limit) {
                return shorter;
            }
        }
        Map<String, @Nullable Object> least = new LinkedHashMap<>(envelope);
        least.keySet().retainAll(NEVER_LEFT_OUT);
        return new Fitted(new Size(60, 0)).object(least);
    }

    static int bytes(Object value) {
        return Json.writeBytes(value).length;
    }

    private Map<String, @Nullable Object> object(Map<String, @Nullable Object> object) {
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
        object.forEach((name, value) -> put(shorter, name, value));
        return shorter;
    }

    private void put(Map<String, @Nullable Object> shorter, String name, @Nullable Object value) {
        switch (value) {
            case String text when name.equals("text") -> text(shorter, text);
            case List<?> list -> list(shorter, name, list);
            case null, default -> shorter.put(name, value(value));
        }
    }

    private void text(Map<String, @Nullable Object> shorter, String text) {
        String start = Excerpt.bytes(text, size.characters());
        shorter.put("text", PlainText.of(start));
        if (start.length() < text.length()) {
            shorter.put("text_cursor", (long) start.length());
        }
    }

    private void list(Map<String, @Nullable Object> shorter, String name, List<?> list) {
        List<@Nullable Object> entries = new ArrayList<>();
        list.stream().limit(size.entries()).forEach(entry -> entries.add(value(entry)));
        shorter.put(name, entries);
        if (list.size() > entries.size()) {
            shorter.put(name + "_more", (long) (list.size() - entries.size()));
        }
    }

    private @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case String text -> PlainText.line(text, Math.min(size.characters(), 400));
            case Map<?, ?> map -> map(map);
            case List<?> list -> list.stream().limit(size.entries()).map(this::value).toList();
            case null, default -> value;
        };
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> shorter = new LinkedHashMap<>();
        map.entrySet().stream()
                .limit(Math.max(size.entries(), 8))
                .forEach(entry -> shorter.put(name(entry.getKey()), value(entry.getValue())));
        return shorter;
    }

    private static String name(@Nullable Object key) {
        return PlainText.line(String.valueOf(key), 80);
    }

    private record Size(int characters, int entries) {}
}
