package dev.strawboss.main;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;

/// The key with which the hubs of one state directory seal what clients keep for them: `key`, 32
/// random bytes for the user alone. Whoever loses it loses only the questions that are open then.
final class HubKey {
    private static final int LENGTH = 32;

    private HubKey() {}

    /// Makes one if there is none. The caller holds the state directory.
    static byte[] in(Path state) throws IOException {
        Path file = state.resolve("key");
        if (Files.exists(file) && Files.size(file) == LENGTH) {
            return Files.readAllBytes(file);
        }
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        Path temporary = state.resolve("key.new");
        Files.deleteIfExists(temporary);
        try (FileChannel channel =
                FileChannel.open(
                        temporary,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap(key));
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
