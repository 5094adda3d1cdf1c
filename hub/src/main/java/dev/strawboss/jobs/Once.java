package dev.strawboss.jobs;

import dev.strawboss.json.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/// A client's wish that a request be done once, however often it is made: its idempotency key and
/// what was asked. Kept for 30 days.
///
/// @param principal whose key it is: the same key of another is another key
/// @param request the parameters, each as text if that is short, else as its digest
public record Once(String principal, String key, Map<String, String> request) {
    private static final int SHORT = 100;

    public Once {
        request = Map.copyOf(request);
    }

    /// @param parameters JSON values by parameter, as the client gave them
    public static Once of(String principal, String key, Map<String, Object> parameters) {
        Map<String, String> request = new TreeMap<>();
        parameters.forEach((name, value) -> request.put(name, shortened(Json.write(value))));
        return new Once(principal, key, request);
    }

    /// The names of the parameters in which another request differs from this one, sorted.
    List<String> differences(Map<String, String> other) {
        TreeSet<String> names = new TreeSet<>(request.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(request.get(name), other.get(name)));
        return List.copyOf(names);
    }

    private static String shortened(String json) {
        return json.length() <= SHORT ? json : digest(json);
    }

    static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
