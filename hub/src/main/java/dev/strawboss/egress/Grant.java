package dev.strawboss.egress;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one job's gate may do, as it is written down. Keys by their names only.
record Grant(Rules rules, List<Provider> providers) {
    private static final String FILE = "grant.json";

    Grant {
        providers = List.copyOf(providers);
    }

    void write(Path place) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rules", rules.words());
        json.put("providers", providers.stream().map(Grant::json).toList());
        Path temporary = place.resolve(FILE + ".tmp");
        Files.write(temporary, Json.writeBytes(json));
        Files.move(temporary, place.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void delete(Path place) throws IOException {
        Files.deleteIfExists(place.resolve(FILE));
    }

    /// Empty if the hub died before it was written.
    ///
    /// @throws StrawbossException if it is not what was written
    static Optional<Grant> read(Path place) throws IOException {
        try {
            Map<String, Object> json = Json.parseObject(Files.readAllBytes(place.resolve(FILE)));
            return Optional.of(
                    new Grant(
                            Rules.of(
                                    list(json.get("rules")).stream().map(String::valueOf).toList()),
                            list(json.get("providers")).stream().map(Grant::provider).toList()));
        } catch (NoSuchFileException _) { // as said
            return Optional.empty();
        } catch (JsonException | IllegalArgumentException damaged) {
            throw new StrawbossException(
                    ErrorCode.STORE, place.resolve(FILE) + " is damaged.", "", damaged);
        }
    }

    private static Map<String, Object> json(Provider provider) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", provider.name());
        json.put("dialect", provider.dialect().wireName());
        json.put("upstream", provider.upstream().toString());
        provider.key().ifPresent(key -> json.put("key", key));
        return json;
    }

    private static Provider provider(Object value) {
        Map<?, ?> json = value instanceof Map<?, ?> map ? map : Map.of();
        return new Provider(
                String.valueOf(json.get("name")),
                Dialect.ofWireName(String.valueOf(json.get("dialect")))
                        .orElseThrow(IllegalArgumentException::new),
                URI.create(String.valueOf(json.get("upstream"))),
                Optional.ofNullable(json.get("key")).map(String::valueOf));
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
