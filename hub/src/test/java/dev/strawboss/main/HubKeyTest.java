package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubKeyTest {
    @TempDir Path state;

    @Test
    void theKeyIsMadeOnceAndIsTheUsersAlone() throws Exception {
        byte[] key = HubKey.in(state);
        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(HubKey.in(state)).isEqualTo(key);
        Path file = state.resolve("key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aKeyThatIsCutIsMadeAnew() throws Exception {
        byte[] key = HubKey.in(state);
        Files.write(state.resolve("key"), new byte[7]);
        assertThat(HubKey.in(state)).hasSize(32).isNotEqualTo(key);
    }
}
