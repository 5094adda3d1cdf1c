package dev.strawboss.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// For tests that are about something else: by default jobs run only where a sandbox can be had,
/// and those tests hold also where none can.
public final class Unconfined {
    static final String LINE = "sandbox: off\n";

    private Unconfined() {}

    /// @param configuration the directory of `config.yaml`, which need not exist
    public static void in(Path configuration) {
        write(configuration, "");
    }

    /// @param yaml what else is configured; may have a word on the sandbox of its own
    public static void write(Path configuration, String yaml) {
        try {
            Files.createDirectories(configuration);
            Files.writeString(
                    configuration.resolve("config.yaml"),
                    yaml.contains("sandbox:") ? yaml : yaml + LINE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
