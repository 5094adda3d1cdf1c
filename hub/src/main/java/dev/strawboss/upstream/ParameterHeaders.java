package dev.strawboss.upstream;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The parameters of one tool that are repeated in headers (`x-mcp-header`, revision 2026-07-28,
/// Streamable HTTP), by the path of each in the arguments.
record ParameterHeaders(Map<List<String>, String> names) {
    static final ParameterHeaders NONE = new ParameterHeaders(Map.of());

    private static final String KEY = "x-mcp-header";
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final long SAFE = (1L << 53) - 1;

    /// Empty if the tool's schema has some where there may be none: such a tool does not count.
    static Optional<ParameterHeaders> of(Map<String, Object> tool) {
        Map<List<String>, String> names = new LinkedHashMap<>();
        return collect(tool.get("inputSchema"), List.of(), true, names)
                ? Optional.of(new ParameterHeaders(names))
                : Optional.empty();
    }

    /// What to send with a call.
    Map<String, String> with(Object arguments) {
        Map<String, String> headers = new LinkedHashMap<>();
        names.forEach((path, name) -> {
            Object value = arguments;
            for (String step : path) {
                value = value instanceof Map<?, ?> object ? object.get(step) : null;
            }
            String text = text(value);
            if (text != null) {
                headers.put("Mcp-Param-" + name, encoded(text));
            }
        });
        return headers;
    }

    /// As it is, or in Base64 where it is not plain printable ASCII or looks as if it were.
    static String encoded(String value) {
        boolean plain = value.strip().equals(value) && !value.startsWith("=?base64?");
        for (int i = 0; i < value.length() && plain; i++) {
            plain = value.charAt(i) >= ' ' && value.charAt(i) <= '~';
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return plain ? value : "=?base64?" + Base64.getEncoder().encodeToString(bytes) + "?=";
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case String text -> text;
            case Boolean bool -> bool.toString();
            case Long number when Math.abs(number) <= SAFE -> number.toString();
            case Integer number -> number.toString();
            case Double number when number == Math.rint(number) && Math.abs(number) <= SAFE ->
                    Long.toString(number.longValue());
            case null, default -> null;
        };
    }

    /// @param reachable whether only `properties` lead here
    private static boolean collect(
            @Nullable Object schema,
            List<String> path,
            boolean reachable,
            Map<List<String>, String> names) {
        if (schema instanceof List<?> list) {
            return list.stream().allMatch(each -> collect(each, path, false, names));
        }
        if (!(schema instanceof Map<?, ?> object)) {
            return true;
        }
        if (object.containsKey(KEY) && !add(object, path, reachable, names)) {
            return false;
        }
        for (Map.Entry<?, ?> each : object.entrySet()) {
            Object value = each.getValue();
            boolean fine =
                    switch (String.valueOf(each.getKey())) {
                        case "default", "examples", "enum", "const" -> true; // values, no schemas
                        case "properties" ->
                                value instanceof Map<?, ?> its
                                        && properties(its, path, reachable, names);
                        default -> collect(value, path, false, names);
                    };
            if (!fine) {
                return false;
            }
        }
        return true;
    }

    private static boolean properties(
            Map<?, ?> properties,
            List<String> path,
            boolean reachable,
            Map<List<String>, String> names) {
        for (Map.Entry<?, ?> property : properties.entrySet()) {
            List<String> inside = new ArrayList<>(path);
            inside.add(String.valueOf(property.getKey()));
            if (!collect(property.getValue(), inside, reachable, names)) {
                return false;
            }
        }
        return true;
    }

    private static boolean add(
            Map<?, ?> schema,
            List<String> path,
            boolean reachable,
            Map<List<String>, String> names) {
        boolean fine =
                reachable
                        && !path.isEmpty()
                        && schema.get(KEY) instanceof String name
                        && TOKEN.matcher(name).matches()
                        && schema.get("type") instanceof String type
                        && List.of("string", "integer", "boolean").contains(type)
                        && names.values().stream()
                                .noneMatch(other ->
                                        other.toLowerCase(Locale.ROOT)
                                                .equals(name.toLowerCase(Locale.ROOT)));
        if (fine) {
            names.put(List.copyOf(path), String.valueOf(schema.get(KEY)));
        }
        return fine;
    }
}
