package dev.strawboss.egress;

import dev.strawboss.concurrent.Threads;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's own resolver. Each lookup is a native wait of up to half a minute where name
/// servers are dead, so it has a platform thread, and there are few of them.
final class SystemResolver implements Resolver {
    private static final Logger LOG = LoggerFactory.getLogger(SystemResolver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Semaphore lookups = new Semaphore(16);

    @Override
    public List<InetAddress> addresses(String host) throws InterruptedException {
        if (!lookups.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return List.of();
        }
        CompletableFuture<List<InetAddress>> found = new CompletableFuture<>();
        var _ = Threads.platform("lookup", () -> lookUp(host, found));
        try {
            return found.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.atDebug().addKeyValue("host", host).setCause(e).log("A name was not resolved");
            return List.of();
        }
    }

    private void lookUp(String host, CompletableFuture<List<InetAddress>> found) {
        try {
            found.complete(List.of(InetAddress.getAllByName(host)));
        } catch (UnknownHostException _) { // which is what an empty list says
            found.complete(List.of());
        } catch (RuntimeException e) {
            found.completeExceptionally(e);
        } finally {
            lookups.release();
        }
    }
}
