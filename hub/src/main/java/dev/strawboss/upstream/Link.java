package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that is made when it is needed, by a thread of its own: whoever needs it waits no
/// longer than they want to, and nobody else waits at all.
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /// A connection that ends earlier counts as one that failed.
    private static final Duration SOUND = Duration.ofSeconds(10);

    private final String name;
    private final Object client;
    private final Setup setup;
    private final Means means;
    private final Shelf shelf;
    private final Watcher watcher;
    private final Clock clock;
    private final CompletableFuture<Void> ground;

    private final ReentrantLock lock = new ReentrantLock();
    private UpstreamState state;
    private @Nullable Connected connected;
    private @Nullable CompletableFuture<Connected> attempt;
    private CompletableFuture<Void> listed = new CompletableFuture<>();
    private @Nullable Thread maker;
    private int failures;
    private int users;
    private Instant used;
    private boolean closed;

    /// @param client whose it is; empty for everybody's
    /// @param ground what has to be done before the first connection
    Link(
            String name,
            Object client,
            Setup setup,
            Means means,
            Shelf shelf,
            Watcher watcher,
            Clock clock,
            CompletableFuture<Void> ground) {
        this.name = name;
        this.client = client;
        this.setup = setup;
        this.means = means;
        this.shelf = shelf;
        this.watcher = watcher;
        this.clock = clock;
        this.ground = ground;
        this.used = clock.instant();
        this.state = new UpstreamState.Idle(used);
    }

    /// What is done with a connection.
    interface Use {
        Reply with(Connected server) throws InterruptedException;
    }

    UpstreamState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    /// One request. What the server certainly has not heard of, because the connection had ended,
    /// is made again on a new one.
    Reply use(Use use, long end) throws InterruptedException {
        using(1);
        try {
            Connected first = connected(end);
            Reply reply = use.with(first);
            boolean lost =
                    reply instanceof Reply.Failed failed
                            && failed.unsent()
                            && first.connection().ended().isPresent();
            return lost ? use.with(connected(end)) : reply;
        } catch (StrawbossException e) {
            return new Reply.Failed(String.valueOf(e.getMessage()), e.hint(), true);
        } finally {
            using(-1);
        }
    }

    /// The connection, made if need be.
    ///
    /// @throws StrawbossException `upstream_failed`
    Connected connected(long end) throws InterruptedException {
        CompletableFuture<Connected> made;
        lock.lock();
        try {
            if (connected != null) {
                return connected;
            }
            made = attempt == null ? begin() : attempt;
        } finally {
            lock.unlock();
        }
        return await(made, end, "is still connecting");
    }

    /// What the server says of itself; the last it said, if there is that.
    Catalogue catalogue(long end) throws InterruptedException {
        Optional<Catalogue> known = shelf.catalogue();
        if (known.isPresent()) {
            return known.get();
        }
        using(1);
        try {
            var _ = connected(end);
            CompletableFuture<Void> lists;
            lock.lock();
            try {
                lists = listed;
            } finally {
                lock.unlock();
            }
            var _ = await(lists, end, "has not listed what it offers");
            return shelf.catalogue().orElseThrow(() -> failed("is not connected any more", hint()));
        } finally {
            using(-1);
        }
    }

    /// Forgets what failed, so that the next request connects at once.
    void retry() {
        lock.lock();
        try {
            failures = 0;
            if (connected == null && attempt == null && !closed) {
                state = new UpstreamState.Idle(clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    /// Connects a server that is to be kept running, unless it failed a short while ago; stops one
    /// that nobody has used for so long.
    void tend(Duration idle) {
        Connected unused = null;
        lock.lock();
        try {
            Instant now = clock.instant();
            if (setup.keep()) {
                boolean wanted =
                        switch (state) {
                            case UpstreamState.Idle _ -> true;
                            case UpstreamState.Failed failed -> !now.isBefore(failed.retryAt());
                            default -> false;
                        };
                if (wanted && attempt == null && !closed) {
                    var _ = begin();
                }
            } else if (connected != null && users == 0 && !now.isBefore(used.plus(idle))) {
                unused = connected;
                connected = null;
                state = new UpstreamState.Idle(now);
            }
        } finally {
            lock.unlock();
        }
        if (unused != null) {
            unused.connection().close();
        }
    }

    /// Ends the connection; the next request makes it again.
    void stop() {
        end(false);
    }

    /// Ends the connection for good.
    void close() {
        end(true);
    }

    private void end(boolean forGood) {
        Connected open;
        lock.lock();
        try {
            closed |= forGood;
            open = connected;
            connected = null;
            state = new UpstreamState.Idle(clock.instant());
            if (maker != null) {
                maker.interrupt();
            }
        } finally {
            lock.unlock();
        }
        if (open != null) {
            open.connection().close();
        }
    }

    private void using(int change) {
        lock.lock();
        try {
            users += change;
            used = clock.instant();
        } finally {
            lock.unlock();
        }
    }

    /// Under the lock.
    private CompletableFuture<Connected> begin() {
        Instant now = clock.instant();
        switch (state) {
            case UpstreamState.NeedsLogin(_, String hint) -> throw failed("needs a login", hint);
            case UpstreamState.Expired(_, String hint) -> throw failed("needs a new login", hint);
            case UpstreamState.Failed failed when now.isBefore(failed.retryAt()) ->
                    throw new StrawbossException(
                            ErrorCode.UPSTREAM_FAILED, failed.sentence(), failed.hint());
            default -> {}
        }
        if (closed) {
            throw failed("is no longer configured", "strawboss upstreams list");
        }
        CompletableFuture<Connected> made = new CompletableFuture<>();
        attempt = made;
        listed = new CompletableFuture<>();
        state = new UpstreamState.Connecting(now);
        maker = Threads.virtual("upstream " + name, () -> make(made, listed));
        return made;
    }

    private void make(CompletableFuture<Connected> made, CompletableFuture<Void> lists) {
        Hearing hearing = new Hearing();
        try {
            ground.join();
            Connected server = new Connector(name, setup, means, hearing).connect();
            if (!ready(server, made)) {
                server.connection().close();
            } else {
                hearing.of(server);
                shelf.read(server);
                lists.complete(null);
            }
        } catch (Connector.LoginNeeded e) {
            String hint = "strawboss upstreams login " + name;
            Instant now = clock.instant();
            fail(
                    made,
                    e.expired()
                            ? new UpstreamState.Expired(now, hint)
                            : new UpstreamState.NeedsLogin(now, hint),
                    failed(e.expired() ? "needs a new login" : "needs a login", hint));
        } catch (InterruptedException e) {
            fail(made, new UpstreamState.Idle(clock.instant()), failed("was stopped", hint()));
        } catch (StrawbossException e) {
            broken(made, e);
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("server", name).setCause(e).log("connecting failed");
            broken(made, failed("could not be connected: " + e, hint()));
        } finally {
            lists.completeExceptionally(failed("has not listed what it offers", hint()));
        }
    }

    /// @return false if nobody wants it any more
    private boolean ready(Connected server, CompletableFuture<Connected> made) {
        lock.lock();
        try {
            attempt = null;
            if (closed || server.connection().ended().isPresent()) {
                if (!closed) {
                    state = lost(server.connection().ended().orElse(""), Duration.ZERO);
                }
                made.completeExceptionally(failed("went away at once", hint()));
                return false;
            }
            connected = server;
            used = clock.instant();
            state = new UpstreamState.Ready(used, server.identity());
        } finally {
            lock.unlock();
        }
        made.complete(server);
        return true;
    }

    private void broken(CompletableFuture<Connected> made, StrawbossException why) {
        lock.lock();
        try {
            if (made.isDone()) { // connected, but not listed
                LOG.atWarn()
                        .addKeyValue("server", name)
                        .addKeyValue("why", why.getMessage())
                        .log("its lists could not be read");
                return;
            }
            failures++;
        } finally {
            lock.unlock();
        }
        Instant now = clock.instant();
        fail(
                made,
                new UpstreamState.Failed(
                        now,
                        String.valueOf(why.getMessage()),
                        why.hint(),
                        failures,
                        now.plus(pause(failures))),
                why);
    }

    private void fail(
            CompletableFuture<Connected> made, UpstreamState now, StrawbossException why) {
        lock.lock();
        try {
            attempt = null;
            if (!closed) {
                state = now;
            }
        } finally {
            lock.unlock();
        }
        made.completeExceptionally(why);
    }

    /// Under the lock: how it stands after a connection of this length.
    private UpstreamState lost(String sentence, Duration length) {
        failures = length.compareTo(SOUND) >= 0 ? 0 : failures + 1;
        Instant now = clock.instant();
        return new UpstreamState.Failed(
                now,
                sentence,
                hint(),
                failures,
                now.plus(failures == 0 ? Duration.ZERO : pause(failures)));
    }

    /// Doubled every time, and a random part of it, so that not all come back at once.
    static Duration pause(int failures) {
        long most =
                Math.min(
                        LONGEST_PAUSE.toMillis(),
                        FIRST_PAUSE.toMillis() << Math.min(failures - 1, 20));
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private <T> T await(CompletableFuture<T> what, long end, String late)
            throws InterruptedException {
        try {
            return what.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw failed(late, "Try again in a moment, or: " + hint());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StrawbossException known) {
                throw new StrawbossException(
                        known.code(), String.valueOf(known.getMessage()), known.hint(), known);
            }
            throw new IllegalStateException(e);
        }
    }

    private StrawbossException failed(String what, String hint) {
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED, "Server " + name + " " + what + ".", hint);
    }

    private String hint() {
        return "strawboss upstreams test " + name;
    }

    /// Hears what a connection says of itself.
    private final class Hearing implements Changes {
        private static final Duration PAUSE = Duration.ofSeconds(1);

        private volatile @Nullable Connected server;

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
            lock.lock();
            try {
                if (connected != null && connected == server && !closed) {
                    Duration length = Duration.between(state.since(), clock.instant());
                    connected = null;
                    state = lost(sentence, length);
                }
            } finally {
                lock.unlock();
            }
        }

        /// Not more often than once a second, however often the server says that they changed.
        private void list() {
            Connected said = server;
            if (said == null) {
                return; // they are read anyway
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
}
