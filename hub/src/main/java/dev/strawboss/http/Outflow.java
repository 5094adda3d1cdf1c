package dev.strawboss.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingCallback;
import org.jspecify.annotations.Nullable;

/// The bytes of one HTTP response that wait to be written. Nobody blocks in a write, so a call's
/// thread may be interrupted at any time; but who sends to a client that does not read waits once
/// there are 128 KB.
final class Outflow {
    private static final int LIMIT = 128 << 10;

    private static final class Piece {
        private final byte[] bytes;
        private final boolean last;
        private final @Nullable Ending ending;

        private Piece(byte[] bytes, boolean last, @Nullable Ending ending) {
            this.bytes = bytes;
            this.last = last;
            this.ending = ending;
        }
    }

    /// Is told what became of a piece; must not block.
    interface Ending {
        void over(boolean written);
    }

    private final Response response;
    private final Callback done;
    private final Runnable onBroken;
    private final Pump pump = new Pump();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final Deque<Piece> waiting = new ArrayDeque<>();
    private int size;
    private boolean ended;
    private boolean broken;
    private boolean finished;
    private volatile long touched = System.nanoTime();

    /// @param done told when the response is complete or broken
    /// @param onBroken called when the client can no longer be written to
    Outflow(Response response, Callback done, Runnable onBroken) {
        this.response = response;
        this.done = done;
        this.onBroken = onBroken;
    }

    /// Whether there is room for what may as well be left out.
    boolean hasRoom() {
        lock.lock();
        try {
            return !ended && !broken && size <= LIMIT / 2;
        } finally {
            lock.unlock();
        }
    }

    /// Queues, room or not: see [#awaitRoom].
    void put(byte[] bytes) {
        lock.lock();
        try {
            if (broken || ended) {
                return;
            }
            add(new Piece(bytes, false, null));
        } finally {
            lock.unlock();
        }
        pump.iterate();
    }

    /// Waits until there is room, or the client has gone.
    void awaitRoom() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (size > LIMIT && !broken && !ended) {
                room.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Queues the last bytes, which may be none; whatever waits before them.
    void end(byte[] bytes, Ending ending) {
        boolean late;
        lock.lock();
        try {
            late = ended || broken;
            if (!late) {
                ended = true;
                add(new Piece(bytes, true, ending));
            }
        } finally {
            lock.unlock();
        }
        if (late) {
            ending.over(false);
        } else {
            pump.iterate();
        }
    }

    /// Drops what waits and the connection with it.
    void abort(Throwable cause) {
        fail(cause);
        pump.abort(cause);
    }

    /// When something was queued last, as [System#nanoTime].
    long touched() {
        return touched;
    }

    private void add(Piece piece) {
        waiting.add(piece);
        size += piece.bytes.length;
        touched = System.nanoTime();
    }

    private void fail(Throwable cause) {
        List<Piece> lost;
        lock.lock();
        try {
            if (broken || finished) {
                return;
            }
            broken = true;
            lost = List.copyOf(waiting);
            waiting.clear();
            size = 0;
            room.signalAll();
        } finally {
            lock.unlock();
        }
        tell(lost, false);
        onBroken.run();
        done.failed(cause);
    }

    private static void tell(List<Piece> pieces, boolean written) {
        for (Piece piece : pieces) {
            Ending ending = piece.ending;
            if (ending != null) {
                ending.over(written);
            }
        }
    }

    /// Writes all that waits at once, then what has come meanwhile.
    private final class Pump extends IteratingCallback {
        private List<Piece> writing = List.of();

        @Override
        protected Action process() {
            lock.lock();
            try {
                if (!writing.isEmpty() && writing.getLast().last) {
                    return Action.SUCCEEDED;
                }
                if (waiting.isEmpty() || broken) {
                    return Action.IDLE;
                }
                writing = new ArrayList<>(waiting);
                waiting.clear();
                size = 0;
                room.signalAll();
            } finally {
                lock.unlock();
            }
            response.write(writing.getLast().last, bytes(), this);
            return Action.SCHEDULED;
        }

        private ByteBuffer bytes() {
            if (writing.size() == 1) {
                return ByteBuffer.wrap(writing.getFirst().bytes);
            }
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            writing.forEach(piece -> all.writeBytes(piece.bytes));
            return ByteBuffer.wrap(all.toByteArray());
        }

        @Override
        protected void onSuccess() {
            tell(writing, true);
        }

        @Override
        protected void onCompleteSuccess() {
            lock.lock();
            try {
                finished = true;
            } finally {
                lock.unlock();
            }
            done.succeeded();
        }

        @Override
        protected void onFailure(Throwable cause) {
            tell(writing, false);
            fail(cause);
        }
    }
}
