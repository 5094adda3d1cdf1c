package dev.strawboss.mcp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Long lists, a page at a time. A cursor names the last item that was seen, so that what comes and
/// goes meanwhile moves nothing.
final class Pages {
    private static final int SIZE = 200;

    private Pages() {}

    /// @throws Refusal if the request's cursor names none of the items
    static <T> Map<String, Object> page(
            String name,
            List<T> items,
            Function<T, String> key,
            Function<T, Object> shape,
            Request request)
            throws Refusal {
        int from = 0;
        if (request.params().get("cursor") instanceof String cursor) {
            from = 1 + items.stream().map(key).toList().indexOf(decoded(cursor));
        }
        if (request.params().get("cursor") != null && from == 0) {
            throw Refusal.invalid("Unknown cursor. Begin again without one.");
        }
        int to = Math.min(items.size(), from + SIZE);
        List<Object> page = new ArrayList<>();
        items.subList(from, to).forEach(item -> page.add(shape.apply(item)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put(name, page);
        if (to < items.size()) {
            result.put("nextCursor", encoded(key.apply(items.get(to - 1))));
        }
        return result;
    }

    private static String encoded(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            return "";
        }
    }
}
