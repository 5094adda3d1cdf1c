package dev.strawboss.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The requests that have no answer yet, in their order.
final class Pending {
    private static final long MOST_BYTES = 64L << 20;

    /// One request as it goes to the hub, with its request key; its id as the client wrote it.
    static final class Entry {
        final String id;
        final byte[] line;
        final String request;
        final boolean endless;

        /// @param endless whether it is never answered while all is well
        Entry(String id, byte[] line, String request, boolean endless) {
            this.id = id;
            this.line = line;
            this.request = request;
            this.endless = endless;
        }
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long bytes;
    private boolean ended;
    private int unconfirmed;

    /// Waits while too much is under way.
    synchronized void awaitRoom() throws InterruptedException {
        while (bytes > MOST_BYTES) {
            wait();
        }
    }

    synchronized boolean hasRoom() {
        return bytes <= MOST_BYTES;
    }

    synchronized void add(String key, Entry entry) {
        Entry before = entries.put(key, entry);
        bytes += entry.line.length - (before == null ? 0 : before.line.length);
        notifyAll();
    }

    synchronized @Nullable Entry remove(String key) {
        Entry entry = entries.remove(key);
        if (entry != null) {
            bytes -= entry.line.length;
            notifyAll();
        }
        return entry;
    }

    synchronized boolean contains(String key) {
        return entries.containsKey(key);
    }

    synchronized boolean isEmpty() {
        return entries.isEmpty();
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized List<Entry> all() {
        return new ArrayList<>(entries.values());
    }

    synchronized List<Entry> removeAll() {
        List<Entry> all = all();
        entries.clear();
        bytes = 0;
        notifyAll();
        return all;
    }

    /// Returns when a request is there or the input has ended.
    synchronized void awaitAny() throws InterruptedException {
        while (entries.isEmpty() && !ended) {
            wait();
        }
    }

    /// Counts the answers that have yet to be confirmed to the hub.
    synchronized void unconfirmed(int more) {
        unconfirmed += more;
        notifyAll();
    }

    /// Waits until every request is answered that ever will be, and every answer confirmed, but not
    /// for long.
    synchronized void awaitNone(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        for (long left = millis; (unconfirmed > 0 || owed()) && left > 0; ) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
    }

    private boolean owed() {
        return entries.values().stream().anyMatch(entry -> !entry.endless);
    }

    synchronized void end() {
        ended = true;
        notifyAll();
    }

    synchronized boolean ended() {
        return ended;
    }
}
