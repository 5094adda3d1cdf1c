package dev.strawboss.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StarterTest {
    private static Process sleeping() throws IOException {
        return new ProcessBuilder("sleep", "745").start();
    }

    @Test
    void anErrorGoesToWhoWaitsAndTheChildrenLiveOn() throws Exception {
        CompletableFuture<Thread> before = new CompletableFuture<>();
        Process process =
                Starter.start(() -> {
                    before.complete(Thread.currentThread());
                    return sleeping();
                });
        try {
            CompletableFuture<Throwable> thrown = new CompletableFuture<>();
            Threads.virtual(
                    "caller",
                    () -> {
                        try {
                            Starter.start(() -> {
                                throw new OutOfMemoryError("unable to create native thread");
                            });
                        } catch (IOException e) {
                            thrown.complete(e);
                        }
                    });
            assertThat(thrown.completeOnTimeout(null, 5, TimeUnit.SECONDS).get())
                    .hasMessageContaining("unable to create native thread");
            assertThat(before.get().isAlive()).isTrue();
            assertThatThrownBy(() ->
                            Starter.start(() -> {
                                throw new IllegalArgumentException("a defect");
                            }))
                    .isInstanceOf(IllegalArgumentException.class);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void whoWaitsCanBeInterruptedAndWhatStartsNeverthelessIsEnded() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Process> late = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread caller =
                Threads.virtual(
                        "caller",
                        () -> {
                            try {
                                Starter.start(() -> {
                                    try {
                                        go.await();
                                    } catch (InterruptedException e) {
                                        throw new IOException(e);
                                    }
                                    Process process = sleeping();
                                    late.complete(process);
                                    return process;
                                });
                            } catch (IOException e) {
                                thrown.complete(e);
                            }
                        });
        caller.interrupt();
        try {
            assertThat(caller.join(Duration.ofSeconds(5))).isTrue();
        } finally {
            go.countDown();
        }
        assertThat(thrown.get()).isInstanceOf(InterruptedIOException.class);
        Process process = late.completeOnTimeout(null, 5, TimeUnit.SECONDS).get();
        if (process != null) { // it was given up before its turn came
            assertThat(process.waitFor(Duration.ofSeconds(5))).isTrue();
        }
    }
}
