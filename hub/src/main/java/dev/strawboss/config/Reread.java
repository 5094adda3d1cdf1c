package dev.strawboss.config;

import dev.strawboss.concurrent.Lock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What a file says, read again when the file changed.
public final class Reread<T> {
    private record Stamp(FileTime modified, long size, @Nullable Object identity) {}

    private final Path file;
    private final Function<Path, T> reader;
    private final Lock lock = new Lock();
    private @Nullable Stamp stamp;
    private @Nullable T value;

    /// @param reader must not throw; what is wrong is part of its value
    public Reread(Path file, Function<Path, T> reader) {
        this.file = file;
        this.reader = reader;
    }

    /// As the file is now.
    public T value() {
        try (var _ = lock.hold()) {
            Stamp now = stamp().orElse(null);
            T known = value;
            if (known == null || !Objects.equals(now, stamp)) {
                known = reader.apply(file);
                value = known;
                stamp = now;
            }
            return known;
        }
    }

    private Optional<Stamp> stamp() {
        try {
            BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(is.lastModifiedTime(), is.size(), is.fileKey()));
        } catch (IOException _) { // absent, or unreadable: then the reader finds it too and says so
            return Optional.empty();
        }
    }
}
