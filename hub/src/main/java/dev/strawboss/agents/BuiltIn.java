package dev.strawboss.agents;

import dev.strawboss.config.Configuration;
import dev.strawboss.config.Section;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The YAML files that Strawboss brings along.
final class BuiltIn {
    private BuiltIn() {}

    static Section section(String file) {
        try (InputStream resource =
                Objects.requireNonNull(BuiltIn.class.getResourceAsStream(file), file)) {
            String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            return Configuration.parse("the built-in " + file, text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
