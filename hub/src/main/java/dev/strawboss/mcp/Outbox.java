package dev.strawboss.mcp;

import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The lines that wait to be written to one client. One thread of its own writes whatever waits at
/// once, so that a call's thread may be interrupted without closing the channel, and many answers
/// cost one system call. Senders wait while a client that does not read has 4 MB outstanding.
final class Outbox implements AutoCloseable {
    private static final int LIMIT = 4 << 20;
    private static final int SMALL = 16 << 10;

    /// Writes all of the bytes. Blocks.
    interface Sink {
        void write(byte[] bytes, int length) throws IOException;
    }

    private final Sink sink;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Condition room = lock.newCondition();
    private final Runnable onBroken;
    private byte[] waiting = new byte[SMALL];
    private int size;
    private List<Runnable> whenWritten = new ArrayList<>();
    private boolean closing;
    private boolean broken;
    private boolean done;

    /// @param onBroken called when the client can no longer be written to
    Outbox(String name, Sink sink, Runnable onBroken) {
        this.sink = sink;
        this.onBroken = onBroken;
        Threads.virtual(name + " writer", this::run);
    }

    /// Queues a line; waits for room.
    void send(byte[] line) throws InterruptedException {
        send(line, null);
    }

    /// The same.
    ///
    /// @param written called when the line was written, on the writer's thread; never if it is not
    void send(byte[] line, @Nullable Runnable written) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (size > LIMIT && !broken) {
                room.await();
            }
            add(line);
            if (written != null) {
                whenWritten.add(written);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Queues a line that may as well be left out, if there is room.
    void offer(byte[] line) {
        lock.lock();
        try {
            if (size < LIMIT / 2) {
                add(line);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Whether the client can no longer be written to.
    boolean broken() {
        lock.lock();
        try {
            return broken;
        } finally {
            lock.unlock();
        }
    }

    /// Writes what waits, for at most `time`; then nothing more is written.
    ///
    /// @return whether everything was written
    boolean drain(Duration time) throws InterruptedException {
        long left = time.toNanos();
        lock.lockInterruptibly();
        try {
            closing = true;
            changed.signalAll();
            while (!done && left > 0) {
                left = room.awaitNanos(left);
            }
            return done && !broken;
        } finally {
            lock.unlock();
        }
    }

    /// Drops what waits. Whoever closes the channel frees a writer that is stuck in it.
    @Override
    public void close() {
        lock.lock();
        try {
            broken = true;
            closing = true;
            changed.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void add(byte[] line) {
        if (broken || done) {
            return;
        }
        int needed = size + line.length + 1;
        if (needed > waiting.length) {
            waiting = Arrays.copyOf(waiting, Math.max(needed, waiting.length * 2));
        }
        System.arraycopy(line, 0, waiting, size, line.length);
        waiting[needed - 1] = '\n';
        if (size == 0) {
            changed.signal();
        }
        size = needed;
    }

    private void run() {
        byte[] writing = new byte[SMALL];
        try {
            while (true) {
                int length;
                List<Runnable> told;
                lock.lock();
                try {
                    while (size == 0 && !closing) {
                        changed.awaitUninterruptibly();
                    }
                    if (size == 0 || broken) {
                        return;
                    }
                    byte[] taken = waiting;
                    length = size;
                    waiting = writing.length > LIMIT / 4 ? new byte[SMALL] : writing;
                    size = 0;
                    told = whenWritten;
                    whenWritten = new ArrayList<>();
                    writing = taken;
                    room.signalAll();
                } finally {
                    lock.unlock();
                }
                sink.write(writing, length);
                told.forEach(Runnable::run);
            }
        } catch (IOException gone) {
            // The client has gone; the reader of its connection notices by itself.
            close();
            onBroken.run();
        } finally {
            lock.lock();
            try {
                done = true;
                room.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
