package dev.strawboss.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.bridge.Home;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.SmallDisk;
import dev.strawboss.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BackupOnAFullDiskTest {
    @TempDir Path directory;

    /// Too small for the copy of the store, or for the zip file beside it.
    @ParameterizedTest
    @ValueSource(strings = {"64k", "600k"})
    void leavesTheEarlierBackupAndNothingElse(String size) throws Exception {
        Home home = home();
        try (SmallDisk disk = SmallDisk.mount(directory.resolve("disk"), size)) {
            Path file = Files.writeString(disk.path().resolve("backup.zip"), "the earlier one");
            assertThatThrownBy(
                            () -> new Backup(home, "test").write(file, false, true, Instant.EPOCH))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            e ->
                                    assertThat(e.hint())
                                            .startsWith("Free disk space (df -h '" + disk.path()))
                    .hasMessageContaining(disk.path().toString());
            assertThat(file).hasContent("the earlier one");
            try (var left = Files.list(disk.path())) {
                assertThat(left).isEqualTo(List.of(file));
            }
        }
    }

    @Test
    void whereItMayNotBeWrittenItSaysSo() throws Exception {
        Home home = home();
        Path file = directory.resolve("nowhere/backup.zip");
        assertThatThrownBy(() -> new Backup(home, "test").write(file, false, false, Instant.EPOCH))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining(file.toString());
    }

    private Home home() throws Exception {
        Home home = Home.of(directory);
        Files.createDirectories(home.state());
        Database.open(home.state().resolve("strawboss.db")).close();
        Path text = Files.createDirectories(home.state().resolve("jobs/0123456789ab"));
        byte[] noise = new byte[600_000];
        new java.util.Random(4).nextBytes(noise);
        Files.write(text.resolve("text"), noise);
        return home;
    }
}
