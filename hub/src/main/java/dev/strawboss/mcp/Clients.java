package dev.strawboss.mcp;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who is connected, and who was lately.
public final class Clients {
    private static final int MOST = 500;

    private final InstantSource clock;
    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    /// One client, over all its connections.
    ///
    /// @param session what its calls belong to; see [Session#name]
    /// @param since its first message
    /// @param calls how many of its requests were worked on: calls, reads, but no lists
    public record Seen(
            Client client,
            String principal,
            String transport,
            String session,
            Instant since,
            Instant last,
            long calls,
            boolean connected) {}

    private record Key(String principal, String transport, String session, String client) {}

    private static final class Entry {
        private Client client = Client.UNKNOWN;
        private final Instant since;
        private Instant last;
        private long calls;
        private int connections;

        Entry(Instant now) {
            since = now;
            last = now;
        }
    }

    /// One connection of one client.
    final class Presence {
        private final Key key;
        private boolean over;

        private Presence(Key key) {
            this.key = key;
        }

        void heard(int calls) {
            update(key, entry -> entry.calls += calls);
        }

        void gone() {
            if (!over) {
                over = true;
                update(key, entry -> entry.connections--);
            }
        }
    }

    private interface Change {
        void to(Entry entry);
    }

    public Clients(InstantSource clock) {
        this.clock = clock;
    }

    /// Those connected first, then the one last heard of.
    public synchronized List<Seen> all() {
        List<Seen> all = new ArrayList<>();
        entries.forEach((key, entry) -> all.add(seen(key, entry)));
        return all.reversed().stream()
                .sorted((one, other) -> Boolean.compare(other.connected(), one.connected()))
                .toList();
    }

    /// A client has said who it is.
    synchronized Presence arrived(Origin origin, String session, Client client) {
        Key key = new Key(origin.principal(), origin.transport(), session, client.name());
        update(
                key,
                entry -> {
                    entry.client = client;
                    entry.connections++;
                });
        forget();
        return new Presence(key);
    }

    private synchronized void update(Key key, Change change) {
        Instant now = clock.instant();
        Entry entry = entries.computeIfAbsent(key, _ -> new Entry(now));
        entry.last = now;
        change.to(entry);
    }

    private void forget() {
        Iterator<Entry> eldest = entries.values().iterator();
        while (entries.size() > MOST && eldest.hasNext()) {
            if (eldest.next().connections == 0) {
                eldest.remove();
            }
        }
    }

    private static Seen seen(Key key, Entry entry) {
        return new Seen(
                entry.client,
                key.principal(),
                key.transport(),
                key.session(),
                entry.since,
                entry.last,
                entry.calls,
                entry.connections > 0);
    }
}
