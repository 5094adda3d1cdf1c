package dev.strawboss.process;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
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

    /// As `ProcessBuilder::start`.
    @FunctionalInterface
    interface Start {
        Process start() throws IOException;
    }

    /// @throws InterruptedIOException if the thread is interrupted, which stays so; what starts
    ///   nevertheless is ended
    static Process start(Start start) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        WAITING.add(() -> attempt(start, started));
        try {
            return started.get();
        } catch (InterruptedException _) {
            if (!started.cancel(false) && !started.isCompletedExceptionally()) {
                started.join().destroyForcibly();
            }
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while it was being started");
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case RuntimeException defect -> throw defect;
                case null, default ->
                        throw new IOException("it could not be started: " + e.getCause(), e);
            }
        }
    }

    /// Whatever is thrown, such as an OutOfMemoryError because there are too many threads, goes to
    /// who waits: it must not end the thread.
    private static void attempt(Start start, CompletableFuture<Process> started) {
        if (started.isDone()) { // given up
            return;
        }
        try {
            Process process = start.start();
            if (!started.complete(process)) {
                process.destroyForcibly();
            }
        } catch (Throwable e) {
            started.completeExceptionally(e);
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
