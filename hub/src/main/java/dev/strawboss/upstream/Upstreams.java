package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.process.LeftOvers;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All the servers behind this hub. Nothing here waits for a server but the request that is meant
/// for it: connections are made when they are first needed, one beside the other.
public final class Upstreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upstreams.class);

    /// A server that nobody has used for so long is stopped.
    public static final Duration IDLE = Duration.ofMinutes(30);

    private static final String MARK = "STRAWBOSS_UPSTREAMS";
    private static final Duration TICK = Duration.ofSeconds(15);

    /// The client of what is shared.
    static final Object EVERYBODY = "";

    private final KeptLists kept;
    private final Clock clock;
    private final Watcher watcher;
    private final Means means;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ground = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Http http = new Http();
    private final Thread tender;

    /// @param directory of this hub alone: where lists are kept
    /// @param version of ours, which servers are told
    public Upstreams(Path directory, String version, Clock clock, Watcher watcher) {
        this.kept = new KeptLists(directory);
        this.clock = clock;
        this.watcher = watcher;
        String mark = MARK + "=" + directory.toAbsolutePath();
        this.means =
                new Means(
                        Memory.SHARED,
                        http::client,
                        Map.of("name", "strawboss", "title", "Strawboss", "version", version),
                        mark);
        Threads.virtual("upstream-sweep", () -> sweep(mark));
        this.tender = Threads.virtual("upstream-tender", this::tend);
    }

    /// The servers that there are from now on. What has not changed goes on undisturbed; what has,
    /// and what is gone, ends.
    public void configure(Map<String, Setup> wanted) {
        for (String name : names()) {
            Entry entry = entries.get(name);
            Setup setup = wanted.get(name);
            if (entry != null && !entry.setup.equals(setup)) {
                entries.remove(name);
                entry.close();
            }
            if (setup == null) {
                kept.forget(name);
            }
        }
        wanted.forEach((name, setup) -> {
            if (!closed.get()) {
                entries.computeIfAbsent(name, _ -> new Entry(name, setup));
            }
        });
    }

    /// Sorted.
    public List<String> names() {
        return new ArrayList<>(new TreeMap<>(entries).keySet());
    }

    /// A server, for one client.
    ///
    /// @param client who asks: of a server of scope `client` everybody has their own
    /// @throws StrawbossException `unknown_upstream`
    public Upstream of(String name, Object client) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new StrawbossException(
                    ErrorCode.UNKNOWN_UPSTREAM,
                    "There is no server " + name + ".",
                    "strawboss upstreams list");
        }
        return entry.upstream(client);
    }

    /// The client has gone, and what it had alone with it.
    public void left(Object client) {
        entries.values().forEach(entry -> entry.left(client));
    }

    /// Forgets what failed, as after a login: the next request connects at once.
    public void retry(String name) {
        Entry entry = entries.get(name);
        if (entry != null) {
            entry.links.values().forEach(Link::retry);
        }
    }

    /// Ends all connections; returns before the last process has ended.
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            tender.interrupt();
            entries.values().forEach(Entry::close);
            entries.clear();
            http.close();
        }
    }

    /// What [#IDLE] and `keep` ask for, now.
    void tendOnce() {
        entries.values().forEach(entry -> entry.links.values().forEach(link -> link.tend(IDLE)));
        entries.values().stream()
                .filter(entry -> entry.setup.keep() && entry.setup.scope() == Setup.Scope.SHARED)
                .forEach(entry -> entry.link(EVERYBODY).tend(IDLE));
    }

    private void tend() {
        try {
            while (!closed.get()) {
                try {
                    tendOnce();
                } catch (RuntimeException e) {
                    LOG.atError().setCause(e).log("servers are not tended");
                }
                Thread.sleep(TICK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sweep(String mark) {
        try {
            LeftOvers.end(mark);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.atError().setCause(e).log("servers of an earlier hub may still be running");
        } finally {
            ground.complete(null);
        }
    }

    /// One client of HTTP for all, made when it is first needed.
    private static final class Http {
        private @Nullable HttpClient client;

        synchronized HttpClient client() {
            if (client == null) {
                client =
                        HttpClient.newBuilder()
                                .executor(task -> Threads.virtual("upstream-http", task))
                                .connectTimeout(Duration.ofSeconds(10))
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .build();
            }
            return client;
        }

        synchronized void close() {
            if (client != null) {
                client.shutdown();
            }
        }
    }

    private final class Entry {
        private final String name;
        private final Setup setup;
        private final Shelf shelf;
        private final Map<Object, Link> links = new ConcurrentHashMap<>();
        private volatile boolean gone;

        Entry(String name, Setup setup) {
            this.name = name;
            this.setup = setup;
            this.shelf = new Shelf(name, setup.target(), kept, watcher);
        }

        Upstream upstream(Object client) {
            Object owner = setup.scope() == Setup.Scope.CLIENT ? client : EVERYBODY;
            return new Linked(name, setup, () -> link(owner));
        }

        Link link(Object owner) {
            Link link =
                    links.computeIfAbsent(
                            owner,
                            _ ->
                                    new Link(
                                            name,
                                            setup,
                                            means,
                                            shelf,
                                            clock,
                                            ground,
                                            whenClosed ->
                                                    new Hearing(
                                                            name,
                                                            owner,
                                                            shelf,
                                                            watcher,
                                                            whenClosed)));
            if (gone) {
                link.close();
            }
            return link;
        }

        void left(Object client) {
            if (setup.scope() == Setup.Scope.CLIENT) {
                Link link = links.remove(client);
                if (link != null) {
                    link.close();
                }
            }
        }

        void close() {
            gone = true;
            links.values().forEach(Link::close);
        }
    }
}
