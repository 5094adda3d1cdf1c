package dev.strawboss.install;

import dev.strawboss.config.AtomicFile;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What one import did, so that it can be undone.
///
/// @param file the client's
/// @param backup the client's file as it was
/// @param after digest of the client's file as the import left it
/// @param servers what was added to `servers.json`: digests by name
/// @param secrets names that were added to the secret store
record ImportRecord(
        Path file, Path backup, String after, Map<String, String> servers, List<String> secrets) {
    static Optional<ImportRecord> read(Path record) {
        try {
            if (!Files.exists(record)) {
                return Optional.empty();
            }
            Map<String, Object> values = Json.parseObject(Files.readString(record));
            Map<String, String> servers = new LinkedHashMap<>();
            if (values.get("servers") instanceof Map<?, ?> map) {
                map.forEach((name, digest) ->
                        servers.put(String.valueOf(name), String.valueOf(digest)));
            }
            List<String> secrets =
                    values.get("secrets") instanceof List<?> list
                            ? list.stream().map(String::valueOf).toList()
                            : List.of();
            return Optional.of(
                    new ImportRecord(
                            Path.of(String.valueOf(values.get("file"))),
                            Path.of(String.valueOf(values.get("backup"))),
                            String.valueOf(values.get("after")),
                            servers,
                            secrets));
        } catch (IOException | JsonException e) {
            throw new StrawbossException(
                    ErrorCode.CONFIGURATION,
                    "What the import did cannot be read from " + record + ".",
                    "The client's file as it was stands beside it, named .before-strawboss-….",
                    e);
        }
    }

    void write(Path record) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("file", file.toString());
        values.put("backup", backup.toString());
        values.put("after", after);
        values.put("servers", servers);
        values.put("secrets", secrets);
        AtomicFile.write(record, Json.write(values) + "\n");
    }

    static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String digest(String text) {
        return digest(text.getBytes(StandardCharsets.UTF_8));
    }
}
