package dev.strawboss.upstream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// One request under way. What the server says about it waits here until the thread that made the
/// request takes it, so that no caller can hold up a connection. Of a [Reply.Failed] in here the
/// sentence is only what the server did (`exited with status 3`); [Connection] puts its name to it.
final class Pending {
    /// In place of a status of HTTP: there was none.
    static final int NO_RESPONSE = -1;

    private static final int MOST_EVENTS = 64;

    private sealed interface Event {
        record Progress(Map<String, Object> params) implements Event {}

        record Log(Map<String, Object> params) implements Event {}
    }

    private final long id;
    private final String method;
    private final CallContext context;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Event> events = new ArrayDeque<>();
    private final CompletableFuture<Void> replied = new CompletableFuture<>();
    private final AtomicBoolean over = new AtomicBoolean();
    private @Nullable Reply reply;
    private volatile boolean sent;
    private volatile int status;
    private final Queue<Runnable> whenOver = new ConcurrentLinkedQueue<>();

    Pending(long id, String method, CallContext context) {
        this.id = id;
        this.method = method;
        this.context = context;
    }

    long id() {
        return id;
    }

    String method() {
        return method;
    }

    CallContext context() {
        return context;
    }

    /// From now on the server may know of it.
    void sending() {
        sent = true;
    }

    boolean sent() {
        return sent;
    }

    /// The status that HTTP gave; 0 for other transports, and before.
    int status() {
        return status;
    }

    void status(int code) {
        status = code;
    }

    void progress(Map<String, Object> params) {
        add(new Event.Progress(params));
    }

    void log(Map<String, Object> params) {
        add(new Event.Log(params));
    }

    /// The first reply counts.
    ///
    /// @return whether this is it
    boolean reply(Reply answer) {
        lock.lock();
        try {
            if (reply != null) {
                return false;
            }
            reply = answer;
            changed.signal();
        } finally {
            lock.unlock();
        }
        replied.complete(null);
        return true;
    }

    /// Completes with the reply, if there ever is one.
    CompletableFuture<Void> replied() {
        return replied;
    }

    Optional<Reply> reply() {
        lock.lock();
        try {
            return Optional.ofNullable(reply);
        } finally {
            lock.unlock();
        }
    }

    /// Passes on what comes before the reply.
    ///
    /// @param end of [System#nanoTime]
    /// @return empty if there was no reply by then
    Optional<Reply> await(long end) throws InterruptedException {
        while (true) {
            Event event;
            lock.lockInterruptibly();
            try {
                long left = end - System.nanoTime();
                while (events.isEmpty() && reply == null && left > 0) {
                    left = changed.awaitNanos(left);
                }
                event = events.poll();
                if (event == null || left <= 0) {
                    return Optional.ofNullable(reply);
                }
            } finally {
                lock.unlock();
            }
            switch (event) {
                case Event.Progress(var params) -> context.progress(params);
                case Event.Log(var params) -> context.log(params);
            }
        }
    }

    /// What to do once nobody waits for it any more; at once if that is so.
    void whenOver(Runnable action) {
        whenOver.add(action);
        if (over.get()) {
            end();
        }
    }

    boolean isOver() {
        return over.get();
    }

    /// Nobody waits for it any more.
    void end() {
        over.set(true);
        for (Runnable action = whenOver.poll(); action != null; action = whenOver.poll()) {
            action.run();
        }
    }

    /// Waits for the reply of this one or another.
    static void awaitEither(Pending one, Pending other, long end) throws InterruptedException {
        CompletableFuture<Object> either = CompletableFuture.anyOf(one.replied, other.replied);
        either.completeOnTimeout(
                "late", Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        try {
            either.get();
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
    }

    private void add(Event event) {
        lock.lock();
        try {
            if (events.size() >= MOST_EVENTS) {
                events.removeFirst();
            }
            events.addLast(event);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
