package dev.strawboss.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Texts that people and scripts depend on, kept in files. To write them anew after a wanted
/// change: `-Dgolden.write=true`.
public final class Golden {
    private Golden() {}

    public static void check(String name, String text) throws IOException {
        Path file = Path.of("src/test/resources/golden").resolve(name);
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
