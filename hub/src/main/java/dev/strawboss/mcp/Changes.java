package dev.strawboss.mcp;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What has changed and was not told yet. What changes often before it is told is told once, and a
/// list, which changes with every job, is told again no sooner than after a pause.
final class Changes {
    static final String TOOLS = "tools";
    static final String RESOURCES = "resources";

    private static final long PAUSE = 1_000_000_000; // nanoseconds

    private static final Set<String> LISTS = Set.of(TOOLS, RESOURCES);

    /// When a list may be told again, by the monotonic clock.
    private final Map<String, Long> pauses = new HashMap<>();

    private final Set<String> due = new LinkedHashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();

    /// Never blocks for long.
    void changed(String what) {
        lock.lock();
        try {
            due.add(what);
            more.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits for the next.
    String next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                long now = System.nanoTime();
                Optional<String> next =
                        due.stream().filter(each -> pause(each, now) <= 0).findFirst();
                if (next.isPresent()) {
                    return told(next.get(), now);
                }
                long least = due.stream().mapToLong(each -> pause(each, now)).min().orElse(0);
                if (least > 0) {
                    more.awaitNanos(least);
                } else {
                    more.await();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private long pause(String what, long now) {
        Long until = pauses.get(what);
        return until == null ? 0 : until - now;
    }

    private String told(String what, long now) {
        due.remove(what);
        if (LISTS.contains(what)) {
            pauses.put(what, now + PAUSE);
        }
        return what;
    }
}
