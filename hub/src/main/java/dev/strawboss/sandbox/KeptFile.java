package dev.strawboss.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file whose content never changes while we live, for the programs that confine. Its digest is
/// made once; that it is there is looked at each time.
final class KeptFile {
    private final Host host;
    private final String name;
    private final byte[] content;
    private volatile @Nullable Path written;

    KeptFile(Host host, String name, byte[] content) {
        this.host = host;
        this.name = name;
        this.content = content.clone();
    }

    String path() {
        Path known = written;
        if (known == null || !Files.exists(known)) {
            known = host.file(name, content);
            written = known;
        }
        return known.toString();
    }
}
