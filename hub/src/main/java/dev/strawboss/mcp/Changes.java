package dev.strawboss.mcp;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What has changed and was not told yet. What changes often before it is told is told once.
final class Changes {
    static final String TOOLS = "tools";
    static final String RESOURCES = "resources";

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
            while (due.isEmpty()) {
                more.await();
            }
            String first = due.iterator().next();
            due.remove(first);
            return first;
        } finally {
            lock.unlock();
        }
    }
}
