package dev.strawboss.placement;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// Test classes with [Sleepers] run one after another, also when two JVMs run tests: those
/// processes are told apart by their command lines alone, since nothing else is left of some.
final class OneJvm implements BeforeAllCallback, AfterAllCallback {
    private @Nullable FileChannel lock;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        FileChannel channel = FileChannel.open(Path.of("target", "sleepers.lock"), CREATE, WRITE);
        channel.lock();
        lock = channel;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        Objects.requireNonNull(lock).close();
    }
}
