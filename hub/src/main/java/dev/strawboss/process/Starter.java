package dev.strawboss.process;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/// One thread that starts processes and lasts as long as we do. A process that asks to die with its
/// parent, as bubblewrap does, dies with the thread that started it (prctl(2), PR_SET_PDEATHSIG):
/// with a virtual thread's carrier that has been idle for half a minute, for example.
final class Starter {
    private static final BlockingQueue<Runnable> WAITING = new LinkedBlockingQueue<>();

    static {
        Threads.platform("process-starter", Starter::work);
    }

    private Starter() {}

    static Process start(ProcessBuilder builder) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        WAITING.add(() -> {
            try {
                started.complete(builder.start());
            } catch (IOException | RuntimeException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw e;
        }
    }

    /// Nobody ends it: it would take the processes along.
    private static void work() {
        try {
            while (true) {
                WAITING.take().run();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        }
    }
}
