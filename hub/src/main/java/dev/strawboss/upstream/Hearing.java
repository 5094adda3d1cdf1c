package dev.strawboss.upstream;

import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears what a connection says of itself: lists that changed are read again, the rest is passed
/// on.
final class Hearing implements Changes {
    private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

    /// Lists are not read more often than that, however often a server says that they changed.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final String name;
    private final Object client;
    private final Shelf shelf;
    private final Watcher watcher;
    private final Runnable whenClosed;
    private volatile @Nullable Connected server;

    Hearing(String name, Object client, Shelf shelf, Watcher watcher, Runnable whenClosed) {
        this.name = name;
        this.client = client;
        this.shelf = shelf;
        this.watcher = watcher;
        this.whenClosed = whenClosed;
    }

    /// From now on its lists are read again when they change; before, they are about to be.
    void of(Connected said) {
        server = said;
    }

    @Override
    public void toolsChanged() {
        list();
    }

    @Override
    public void resourcesChanged() {
        list();
    }

    @Override
    public void promptsChanged() {
        list();
    }

    @Override
    public void resourceUpdated(String uri) {
        watcher.resourceUpdated(name, client, uri);
    }

    @Override
    public void log(Map<String, Object> params) {
        watcher.log(name, client, params);
    }

    @Override
    public void closed(String sentence) {
        whenClosed.run();
    }

    private void list() {
        Connected said = server;
        if (said == null) {
            return;
        }
        try {
            shelf.read(said);
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StrawbossException e) {
            LOG.atWarn()
                    .addKeyValue("server", name)
                    .addKeyValue("why", e.getMessage())
                    .log("its lists could not be read again");
        }
    }
}
