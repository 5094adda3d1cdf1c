package dev.strawboss.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// The numbered events of one stream of a legacy session, kept for a while, so that a client whose
/// connection broke can go on where it was.
final class Track {
    private static final int MOST_BYTES = 256 << 10;

    private static final class Event {
        private final long number;
        private final byte[] bytes;

        private Event(long number, byte[] bytes) {
            this.number = number;
            this.bytes = bytes;
        }
    }

    private final String name;
    private final Deque<Event> kept = new ArrayDeque<>();
    private int size;
    private long count;
    private boolean ended;
    private @Nullable Outflow attached;

    /// @param name no other track of the session has
    Track(String name) {
        this.name = name;
    }

    /// An event as it goes over the wire.
    static byte[] event(@Nullable String id, byte[] message) {
        ByteArrayOutputStream event = new ByteArrayOutputStream(message.length + 64);
        if (id != null) {
            event.writeBytes(("id: " + id + "\n").getBytes(StandardCharsets.US_ASCII));
        }
        event.writeBytes("data: ".getBytes(StandardCharsets.US_ASCII));
        event.writeBytes(message);
        event.writeBytes("\n\n".getBytes(StandardCharsets.US_ASCII));
        return event.toByteArray();
    }

    /// Adds an event without a message, which gives the client something to go on from.
    synchronized void prime() {
        byte[] primer = event(name + "-" + count, new byte[0]);
        if (attached != null) {
            attached.put(primer);
        }
    }

    /// Keeps a message; passes it on if somebody listens, once there is room.
    void add(byte[] message) throws InterruptedException {
        Outflow out = attached();
        if (out != null) {
            out.awaitRoom();
        }
        put(message);
    }

    /// The same, without waiting.
    synchronized void put(byte[] message) {
        byte[] event = keep(message);
        if (attached != null) {
            attached.put(event);
        }
    }

    /// Passes on what may as well be left out.
    synchronized void offer(byte[] message) {
        if (attached != null && attached.hasRoom()) {
            attached.put(keep(message));
        }
    }

    /// The same with the last message.
    synchronized void end(byte[] message, Outflow.Ending ending) {
        byte[] event = keep(message);
        ended = true;
        if (attached != null) {
            attached.end(event, ending);
        } else {
            ending.over(false);
        }
    }

    /// From now on `out` gets what comes, after what came since event `last`.
    ///
    /// @param last -1 for all that is kept
    synchronized void attach(Outflow out, long last) {
        for (Event event : kept) {
            if (event.number > last) {
                out.put(event.bytes);
            }
        }
        Outflow before = attached;
        attached = out;
        if (before != null && before != out) {
            before.end(new byte[0], _ -> {});
        }
        if (ended) {
            out.end(new byte[0], _ -> {});
        }
    }

    /// That client has gone.
    synchronized void detach(Outflow out) {
        if (attached == out) {
            attached = null;
        }
    }

    synchronized boolean ended() {
        return ended;
    }

    private synchronized @Nullable Outflow attached() {
        return attached;
    }

    /// Nothing more comes.
    synchronized void close() {
        ended = true;
        if (attached != null) {
            attached.end(new byte[0], _ -> {});
        }
    }

    private byte[] keep(byte[] message) {
        count++;
        byte[] event = event(name + "-" + count, message);
        kept.add(new Event(count, event));
        size += event.length;
        while (size > MOST_BYTES && kept.size() > 1) {
            size -= kept.removeFirst().bytes.length;
        }
        return event;
    }
}
