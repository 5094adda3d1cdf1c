package dev.strawboss.upstream;

import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What servers said of themselves when they were last connected, a file each, so that the next hub
/// can say it at once. What cannot be read or written is forgotten: the server says it again.
final class KeptLists {
    private static final Logger LOG = LoggerFactory.getLogger(KeptLists.class);
    private static final int FORMAT = 1;

    private final Path directory;

    KeptLists(Path directory) {
        this.directory = directory;
    }

    /// @param key of what it depends on: where the server is
    Optional<Catalogue> read(String name, String key) {
        Path file = file(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            Map<String, Object> kept = Json.parseObject(Files.readAllBytes(file));
            return Long.valueOf(FORMAT).equals(kept.get("format")) && key.equals(kept.get("key"))
                    ? Optional.of(Catalogue.ofJson(Requests.object(kept, "catalogue")))
                    : Optional.empty();
        } catch (IOException | JsonException e) {
            LOG.atWarn()
                    .addKeyValue("file", file)
                    .addKeyValue("why", e.toString())
                    .log("a kept list is not usable");
            return Optional.empty();
        }
    }

    void write(String name, String key, Catalogue catalogue) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("format", FORMAT);
        kept.put("name", name);
        kept.put("key", key);
        kept.put("catalogue", catalogue.toJson());
        try {
            Files.createDirectories(directory);
            Path temporary =
                    Files.createTempFile(
                            directory,
                            "list-",
                            ".tmp",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            Files.write(temporary, Json.writeBytes(kept));
            Files.move(temporary, file(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.atWarn()
                    .addKeyValue("server", name)
                    .addKeyValue("why", e.toString())
                    .log("a list is not kept");
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            LOG.atWarn().addKeyValue("server", name).setCause(e).log("a list is still kept");
        }
    }

    /// Changes when anything changes that the lists may depend on; says nothing of it, for headers
    /// and environment hold secrets.
    static String key(Target target) {
        Object all =
                switch (target) {
                    case Target.Stdio stdio ->
                            Map.of(
                                    "command", stdio.command(),
                                    "directory", String.valueOf(stdio.directory()));
                    case Target.Http http -> Map.of("url", http.url().toString());
                };
        return digest(Json.write(new java.util.TreeMap<>((Map<?, ?>) all)));
    }

    private Path file(String name) {
        return directory.resolve(digest(name).substring(0, 32) + ".json");
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
