package dev.strawboss.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that is talked to as long as it runs. Its pipes are read and written on platform
/// threads only: each wait on one is native.
public final class Child {
    private static final Logger LOG = LoggerFactory.getLogger(Child.class);

    private final Process process;
    private final String mark;

    /// @param mark `NAME=value` in its environment, which no other child has
    Child(Process process, String mark) {
        this.process = process;
        this.mark = mark;
    }

    public InputStream output() {
        return process.getInputStream();
    }

    public InputStream errors() {
        return process.getErrorStream();
    }

    public OutputStream input() {
        return process.getOutputStream();
    }

    public long pid() {
        return process.pid();
    }

    /// 128 + n if signal n ended it; empty while it runs.
    ///
    /// @param patience to wait for its end
    public OptionalInt status(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)
                ? OptionalInt.of(process.exitValue())
                : OptionalInt.empty();
    }

    /// Done once it has ended; its output may still be held open by what it has started.
    public CompletableFuture<Void> ended() {
        return process.onExit().thenAccept(_ -> {});
    }

    /// Ends it with all its descendants, also those that have left it, by signals; it has
    /// `patience` to go by itself, as it should when its input is closed. Returns when none is
    /// left.
    public void end(Duration patience) throws InterruptedException {
        try {
            process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            Processes.end(process);
            close(process.getInputStream());
            close(process.getErrorStream());
            close(process.getOutputStream());
            LeftOvers.end(mark);
        }
    }

    private static void close(AutoCloseable stream) {
        try {
            stream.close();
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("the process closed its end");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
