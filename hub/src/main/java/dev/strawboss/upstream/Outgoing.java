package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The lines that wait to be written to a process, by a platform thread: a process that does not
/// read holds up nobody but itself.
final class Outgoing {
    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    /// With more than this waiting, nothing is added.
    private static final int LIMIT = 8 << 20;

    private static final class Line {
        private final byte[] bytes;
        private final @Nullable Pending pending;

        Line(byte[] bytes, @Nullable Pending pending) {
            this.bytes = bytes;
            this.pending = pending;
        }
    }

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Line> lines = new ArrayDeque<>();
    private int size;
    private boolean closed;

    Outgoing(String name, OutputStream out) {
        this.out = out;
        Threads.platform(name + " input", this::run);
    }

    /// @param pending the request in it, told once it is written
    /// @return false if too much waits already, or nothing can be written any more
    boolean offer(byte[] line, @Nullable Pending pending) {
        lock.lock();
        try {
            if (size > LIMIT) {
                forget();
            }
            if (closed || size > LIMIT) {
                return false;
            }
            lines.addLast(new Line(line, pending));
            size += line.length;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// What nobody waits for any more need not be sent.
    private void forget() {
        lines.removeIf(line -> line.pending != null && line.pending.isOver());
        size = lines.stream().mapToInt(line -> line.bytes.length).sum();
    }

    /// Closes the input of the process once what waits is written.
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (out) {
            for (Line line = next(); line != null; line = next()) {
                Pending pending = line.pending;
                if (pending != null) {
                    if (pending.isOver()) {
                        continue;
                    }
                    pending.sending();
                }
                out.write(line.bytes);
                out.write('\n');
                if (idle()) {
                    out.flush();
                }
            }
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("the process closed its input");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        close();
    }

    private @Nullable Line next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (lines.isEmpty() && !closed) {
                changed.await();
            }
            Line line = lines.pollFirst();
            if (line != null) {
                size -= line.bytes.length;
            }
            return line;
        } finally {
            lock.unlock();
        }
    }

    private boolean idle() {
        lock.lock();
        try {
            return lines.isEmpty();
        } finally {
            lock.unlock();
        }
    }
}
