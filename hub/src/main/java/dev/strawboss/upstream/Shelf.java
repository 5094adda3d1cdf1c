package dev.strawboss.upstream;

import dev.strawboss.concurrent.Lock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What one server said of itself, the last time that it did: the same for all its connections.
final class Shelf {
    private final String name;
    private final String key;
    private final KeptLists kept;
    private final Watcher watcher;
    private final Lock lock = new Lock();
    private volatile @Nullable Catalogue catalogue;

    Shelf(String name, Target target, KeptLists kept, Watcher watcher) {
        this.name = name;
        this.key = KeptLists.key(target);
        this.kept = kept;
        this.watcher = watcher;
        this.catalogue = kept.read(name, key).orElse(null);
    }

    Optional<Catalogue> catalogue() {
        return Optional.ofNullable(catalogue);
    }

    /// Reads the lists of a server. One at a time, so that what is read later stays.
    void read(Connected server) throws InterruptedException {
        boolean changed;
        try (var _ = lock.hold()) {
            Catalogue now = Catalogue.of(server);
            Catalogue before = catalogue;
            if (now.equals(before)) {
                return;
            }
            catalogue = now;
            kept.write(name, key, now);
            changed = before == null || !lists(before).equals(lists(now));
        }
        if (changed) {
            watcher.listsChanged(name);
        }
    }

    private static List<Object> lists(Catalogue of) {
        return List.of(of.tools(), of.resources(), of.resourceTemplates(), of.prompts());
    }
}
