package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes on what a server says outside of requests, on a thread of its own. What is said again
/// before it was passed on is passed on once.
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int MOST_LOGS = 100;
    private static final int MOST_RESOURCES = 1_000;

    enum Kind {
        TOOLS,
        RESOURCES,
        PROMPTS
    }

    private record Batch(Set<Kind> kinds, Set<String> resources, Deque<Map<String, Object>> logs) {
        boolean isEmpty() {
            return kinds.isEmpty() && resources.isEmpty() && logs.isEmpty();
        }
    }

    private final Changes changes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Batch next = fresh();
    private boolean ended;

    Notices(String name, Changes changes) {
        this.changes = changes;
        Threads.virtual(name + " notices", this::run);
    }

    void changed(Kind kind) {
        add(() -> next.kinds().add(kind));
    }

    void updated(String uri) {
        add(() -> {
            if (next.resources().size() < MOST_RESOURCES) {
                next.resources().add(uri);
            }
        });
    }

    void log(Map<String, Object> params) {
        add(() -> {
            if (next.logs().size() < MOST_LOGS) {
                next.logs().add(params);
            }
        });
    }

    void end() {
        add(() -> ended = true);
    }

    private void add(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            for (Batch batch = take(); !batch.isEmpty(); batch = take()) {
                try {
                    tell(batch);
                } catch (RuntimeException e) {
                    LOG.atError().setCause(e).log("a change of a server could not be passed on");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Batch batch) {
        for (Kind kind : batch.kinds()) {
            switch (kind) {
                case TOOLS -> changes.toolsChanged();
                case RESOURCES -> changes.resourcesChanged();
                case PROMPTS -> changes.promptsChanged();
            }
        }
        batch.resources().forEach(changes::resourceUpdated);
        batch.logs().forEach(changes::log);
    }

    /// Empty at the end.
    private Batch take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (next.isEmpty() && !ended) {
                changed.await();
            }
            Batch batch = next;
            next = fresh();
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private static Batch fresh() {
        return new Batch(EnumSet.noneOf(Kind.class), new LinkedHashSet<>(), new ArrayDeque<>());
    }
}
