package dev.strawboss.placement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The time from one start of the machine to the next: no process outlives it, and process numbers
/// begin anew after it.
///
/// @param file where the kernel names it; a test that makes the machine start again names another
/// @param id what stands there
record Boot(Path file, String id) {
    static Boot at(Path file) {
        try {
            return new Boot(file, Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the boot id", e);
        }
    }

    static Boot ofTheSystem() {
        return at(Path.of("/proc/sys/kernel/random/boot_id"));
    }

    /// Whether any process of the attempt can be alive.
    boolean began(RunHandle run) {
        return run.runner().bootId().equals(id);
    }
}
