package dev.strawboss.upstream;

import dev.strawboss.concurrent.Lock;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection that is made when it is needed, by a thread of its own: whoever needs it waits no
/// longer than they want to, and nobody else waits at all.
final class Link {
    private static final Logger LOG = LoggerFactory.getLogger(Link.class);

    private final String name;
    private final Setup setup;
    private final Means means;
    private final Shelf shelf;
    private final Clock clock;
    private final CompletableFuture<Void> ground;
    private final Hearers hearers;

    private final Lock lock = new Lock();
    private final Health health;
    private @Nullable Connected connected;
    private @Nullable CompletableFuture<Connected> attempt;
    private CompletableFuture<Void> listed = new CompletableFuture<>();
    private @Nullable Thread maker;
    private int users;
    private Instant used;
    private boolean closed;

    /// Makes one who hears what a new connection says of itself.
    interface Hearers {
        Hearing hearing(Runnable whenClosed);
    }

    /// @param ground what has to be done before the first connection
    Link(
            String name,
            Setup setup,
            Means means,
            Shelf shelf,
            Clock clock,
            CompletableFuture<Void> ground,
            Hearers hearers) {
        this.name = name;
        this.setup = setup;
        this.means = means;
        this.shelf = shelf;
        this.clock = clock;
        this.ground = ground;
        this.hearers = hearers;
        this.used = clock.instant();
        this.health = new Health(name, clock);
    }

    /// What is done with a connection.
    interface Use {
        Reply with(Connected server) throws InterruptedException;
    }

    UpstreamState state() {
        try (var _ = lock.hold()) {
            return health.state();
        }
    }

    /// One request. What the server certainly has not heard of, because the connection had ended,
    /// is made again on a new one.
    Reply use(Use use, long end) throws InterruptedException {
        using(1);
        try {
            Connected first = connected(end);
            Reply reply = on(first, use);
            boolean lost =
                    reply instanceof Reply.Failed failed
                            && failed.unsent()
                            && first.connection().ended().isPresent();
            return lost ? on(connected(end), use) : reply;
        } catch (StrawbossException e) {
            return failure(e);
        } finally {
            using(-1);
        }
    }

    private Reply on(Connected server, Use use) throws InterruptedException {
        Reply reply;
        try {
            reply = use.with(server);
        } catch (StrawbossException e) {
            reply = failure(e);
        }
        server.connection().login().ifPresent(login -> shutOut(server, login));
        return reply;
    }

    private static Reply failure(StrawbossException e) {
        return new Reply.Failed(String.valueOf(e.getMessage()), e.hint(), true);
    }

    /// The connection, made if need be.
    ///
    /// @throws StrawbossException `upstream_failed`
    Connected connected(long end) throws InterruptedException {
        CompletableFuture<Connected> made;
        try (var _ = lock.hold()) {
            drop();
            if (connected != null) {
                return connected;
            }
            made = attempt == null ? begin() : attempt;
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
            try (var _ = lock.hold()) {
                lists = listed;
            }
            var _ = await(lists, end, "has not listed what it offers");
            return shelf.catalogue()
                    .orElseThrow(() -> health.failed("is not connected any more", health.hint()));
        } finally {
            using(-1);
        }
    }

    /// Forgets what failed, so that the next request connects at once.
    void retry() {
        try (var _ = lock.hold()) {
            if (connected == null) {
                health.forgive();
            }
        }
    }

    /// Connects a server that is to be kept running, unless it failed a short while ago; stops one
    /// that nobody has used for so long.
    void tend(Duration idle) {
        Connected unused = null;
        try (var _ = lock.hold()) {
            if (setup.keep()) {
                if (connected == null && attempt == null && !closed && health.due()) {
                    var _ = begin();
                }
            } else if (connected != null
                    && users == 0
                    && !clock.instant().isBefore(used.plus(idle))) {
                unused = connected;
                connected = null;
                health.idle();
            }
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
        try (var _ = lock.hold()) {
            closed |= forGood;
            open = connected;
            connected = null;
            health.idle();
            if (maker != null) {
                maker.interrupt();
            }
        }
        if (open != null) {
            open.connection().close();
        }
    }

    private void using(int change) {
        try (var _ = lock.hold()) {
            users += change;
            used = clock.instant();
        }
    }

    /// Under the lock.
    private CompletableFuture<Connected> begin() {
        if (closed) {
            throw health.failed("is no longer configured", "strawboss upstreams list");
        }
        health.begin();
        CompletableFuture<Connected> made = new CompletableFuture<>();
        CompletableFuture<Void> lists = new CompletableFuture<>();
        attempt = made;
        listed = lists;
        maker = Threads.virtual("upstream " + name, () -> make(made, lists));
        return made;
    }

    private void make(CompletableFuture<Connected> made, CompletableFuture<Void> lists) {
        Hearing hearing = hearers.hearing(this::ended);
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
            over(made, () -> health.outside(e.login()));
        } catch (InterruptedException e) {
            over(made, this::stopped);
        } catch (StrawbossException e) {
            lists.completeExceptionally(e);
            over(made, () -> broken(e));
        } catch (RuntimeException e) {
            LOG.atError().addKeyValue("server", name).setCause(e).log("connecting failed");
            over(made, () -> broken(health.failed("could not be connected", health.hint())));
        } finally {
            lists.completeExceptionally(
                    health.failed("has not listed what it offers", health.hint()));
        }
    }

    /// @return false if nobody wants it any more
    private boolean ready(Connected server, CompletableFuture<Connected> made) {
        try (var _ = lock.hold()) {
            if (closed) {
                attempt = null;
                made.completeExceptionally(stopped());
                return false;
            }
            attempt = null;
            connected = server;
            used = clock.instant();
            health.ready(server.identity());
        }
        made.complete(server);
        return true;
    }

    /// The attempt has ended without a connection, or with one that gave no lists.
    private void over(CompletableFuture<Connected> made, Supplier<StrawbossException> how) {
        StrawbossException why;
        try (var _ = lock.hold()) {
            if (made.isDone()) {
                return;
            }
            attempt = null;
            why = how.get();
        }
        made.completeExceptionally(why);
    }

    private StrawbossException broken(StrawbossException why) {
        if (!closed) {
            health.failed(why);
        }
        return why;
    }

    private StrawbossException stopped() {
        health.idle();
        return health.failed("was stopped", health.hint());
    }

    /// A connection that no longer lets us in.
    private void shutOut(Connected server, Login login) {
        try (var _ = lock.hold()) {
            if (connected == server) {
                connected = null;
                var _ = health.outside(login);
            }
        }
        server.connection().close();
    }

    private void ended() {
        try (var _ = lock.hold()) {
            drop();
        }
    }

    /// Under the lock: a connection that has ended is none.
    private void drop() {
        if (connected != null && connected.connection().ended().isPresent()) {
            String what = connected.connection().ended().get();
            connected = null;
            health.lost(what);
        }
    }

    private <T> T await(CompletableFuture<T> what, long end, String late)
            throws InterruptedException {
        try {
            return what.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw health.failed(late, "Try again in a moment, or: " + health.hint());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StrawbossException known) {
                throw new StrawbossException(
                        known.code(), String.valueOf(known.getMessage()), known.hint(), known);
            }
            throw new IllegalStateException(e);
        }
    }
}
