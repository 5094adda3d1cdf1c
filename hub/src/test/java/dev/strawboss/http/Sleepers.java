package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.mcp.Arguments;
import dev.strawboss.mcp.Call;
import dev.strawboss.mcp.Offer;
import dev.strawboss.mcp.Tool;
import dev.strawboss.mcp.ToolAnswer;
import dev.strawboss.mcp.ToolDescription;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// A server whose one tool `sleep` sleeps until it is woken, and counts who was interrupted.
final class Sleepers implements Tool, AutoCloseable {
    private final CountDownLatch morning = new CountDownLatch(1);
    private final AtomicInteger asleep = new AtomicInteger();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final Served served;

    Sleepers(Path directory) throws IOException {
        this(directory, 256);
    }

    Sleepers(Path directory, int streams) throws IOException {
        Offer offer = Offer.of(List.of(this), "Sleep.", InstantSource.system());
        served = new Served(directory, offer, 1_000, streams);
    }

    Served served() {
        return served;
    }

    HttpPeer peer() {
        return served.peer;
    }

    void wakeAll() {
        morning.countDown();
    }

    int asleep() {
        return asleep.get();
    }

    int interrupted() {
        return interrupted.get();
    }

    void awaitInterrupted(int number) throws InterruptedException {
        await(interrupted, number);
    }

    void awaitAsleep(int number) throws InterruptedException {
        await(asleep, number);
    }

    private static void await(AtomicInteger count, int number) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (count.get() < number && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(count.get()).isEqualTo(number);
    }

    @Override
    public ToolDescription description() {
        return new ToolDescription(
                "sleep", "Sleep", "Sleeps.", List.of(), ToolDescription.Effect.READ, Map.of());
    }

    @Override
    public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
        asleep.incrementAndGet();
        call.progress(0, "falls asleep");
        try {
            morning.await();
        } catch (InterruptedException e) {
            interrupted.incrementAndGet();
            throw e;
        } finally {
            asleep.decrementAndGet();
        }
        return new ToolAnswer("slept", Map.of(), false);
    }

    @Override
    public void close() {
        morning.countDown();
        served.close();
    }
}
