package dev.strawboss.sandbox;

import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What held a command while it ran, for the job's result. It is kept in the attempt's directory,
/// which the command does not see.
///
/// @param mechanism `bubblewrap` or `landlock`; `none` if nothing did
/// @param missing what the profile promises and this machine did not do, by name
/// @param why sentences on what is missing, each with what mends it
public record InForce(
        String mechanism, String profile, Network network, List<String> missing, List<String> why) {
    private static final String FILE = "in-force";

    public InForce {
        missing = List.copyOf(missing);
        why = List.copyOf(why);
    }

    static InForce of(String mechanism, Profile profile, Set<Promise> missing, List<String> why) {
        return new InForce(
                mechanism,
                profile.name(),
                profile.network(),
                missing.stream().sorted().map(Promise::wireName).toList(),
                why);
    }

    /// The fields of a job's result.
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sandbox", mechanism);
        json.put("sandbox_profile", profile);
        json.put("sandbox_network", network.wireName());
        if (!missing.isEmpty()) {
            json.put("sandbox_missing", missing);
        }
        if (!why.isEmpty()) {
            json.put("sandbox_why", why);
        }
        return json;
    }

    void write(Path attempt) {
        try {
            Files.writeString(attempt.resolve(FILE), Json.write(toJson()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The fields of what held an attempt's command; empty if it was not confined.
    ///
    /// @param attempt its directory
    public static Map<String, Object> read(Path attempt) {
        return text(attempt).map(Json::parseObject).orElse(Map.of());
    }

    private static Optional<String> text(Path attempt) {
        try {
            return Optional.of(Files.readString(attempt.resolve(FILE)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
