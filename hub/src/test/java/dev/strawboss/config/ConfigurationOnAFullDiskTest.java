package dev.strawboss.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.SmallDisk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationOnAFullDiskTest {
    @TempDir Path directory;

    @Test
    void aChangeThatFindsNoRoomLeavesTheFileAsItWas() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("config"), "64k")) {
            Path file = Files.writeString(disk.path().resolve("config.yaml"), "slots: 1 # mine\n");
            disk.fill();
            Edits edits = new Edits(file);
            assertThatThrownBy(() -> edits.write(edits.set(List.of("slots"), 2)))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e ->
                                    assertThat(e.hint())
                                            .startsWith("Free disk space (df -h '" + disk.path()))
                    .hasMessageContaining("config.yaml cannot be written, so it is as it was")
                    .hasMessageContaining("No space left on device");
            assertThat(file).hasContent("slots: 1 # mine\n");
            disk.free();
            assertThat(edits.write(edits.set(List.of("slots"), 2))).isTrue();
            assertThat(file).hasContent("slots: 2 # mine\n");
            try (var left = Files.list(disk.path())) {
                assertThat(left).isEqualTo(List.of(file));
            }
        }
    }
}
