package dev.strawboss.bridge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/// Keeps a hub at the other end: connects, carries its answers to the client, and when it goes away
/// starts the next one. Each request is answered to the client once, whoever answers it.
final class Keeper implements Runnable {
    private static final long LONG_LIVED_NANOS = 10_000_000_000L;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;
    private static final int UNAVAILABLE = -32000;

    private final HubStarter starter;
    private final Hub hub;
    private final Pending pending;
    private final Client client;
    private final Confirmations confirmations;
    private long pauseMillis;
    private boolean stoodIn;

    Keeper(HubStarter starter, Hub hub, Pending pending, Client client) {
        this.starter = starter;
        this.hub = hub;
        this.pending = pending;
        this.client = client;
        this.confirmations = new Confirmations(hub, pending);
    }

    /// Returns when the client's input has ended and the hub has answered what it will.
    @Override
    public void run() {
        try {
            while (true) {
                SocketChannel channel = connect();
                if (channel != null) {
                    long since = System.nanoTime();
                    hub.attach(channel);
                    carry(channel);
                    hub.detach(channel);
                    confirmations.gone();
                    pause(System.nanoTime() - since);
                }
                if (pending.ended()) {
                    client.flush();
                    return;
                }
            }
        } catch (IOException clientGone) {
            // Nobody is left to be told, and the hub has to know: what it told here may wait for
            // somebody else. The other thread may read a client for ever that only writes.
            Runtime.getRuntime().halt(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private @Nullable SocketChannel connect() throws IOException, InterruptedException {
        try {
            return starter.connect();
        } catch (IOException e) {
            String message =
                    e instanceof HubUnavailable
                            ? String.valueOf(e.getMessage())
                            : "The Strawboss hub cannot be reached: " + e;
            for (Pending.Entry entry : pending.removeAll()) {
                refuse(entry, message);
            }
            pending.awaitAny();
            return null;
        }
    }

    /// A client that insists on its servers, as codex does on ours, would not start at all without
    /// an answer to its handshake: it gets one, without tools, that says why.
    private void refuse(Pending.Entry entry, String message) throws IOException {
        String method = Envelope.of(entry.line, 0, entry.line.length).method();
        boolean handshake = "initialize".equals(method);
        if (handshake || (stoodIn && "tools/list".equals(method))) {
            stoodIn = true;
            EmptyServer.standIn(entry, message, client);
        } else {
            client.error(entry.id, UNAVAILABLE, message);
        }
    }

    private void carry(SocketChannel channel) throws IOException {
        Lines lines =
                new Lines(
                        new Lines.Source() {
                            @Override
                            public int read(byte[] bytes, int offset, int length) {
                                return receive(channel, bytes, offset, length);
                            }
                        });
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
            if (line instanceof Lines.Line.Text text) {
                deliver(text, lines.atEnd());
            } else if (line instanceof Lines.Line.TooLong rest) {
                refuse(rest.envelope());
            }
            if (!lines.ready()) {
                client.flush();
                confirmations.flushed();
            }
        }
    }

    // A connection that breaks is one that has ended.
    private static int receive(SocketChannel channel, byte[] bytes, int offset, int length) {
        try {
            return channel.read(ByteBuffer.wrap(bytes, offset, length));
        } catch (IOException broken) {
            return -1;
        }
    }

    private void deliver(Lines.Line.Text text, boolean cut) throws IOException {
        if (cut) {
            // The hub died in the middle of this line.
            return;
        }
        Envelope envelope = Envelope.of(text.bytes(), text.from(), text.to());
        String method = envelope.method();
        String key = envelope.idKey();
        if (Confirmations.WANTED.equals(method)) {
            confirmations.want(envelope.cancelledKey());
        } else if (key == null || method != null) {
            client.line(text.bytes(), text.from(), text.length());
        } else if (!Hub.isReplay(key)) {
            answer(text, key);
        }
    }

    private void answer(Lines.Line.Text text, String key) throws IOException {
        Pending.Entry entry = pending.remove(key);
        confirmations.answered(key, entry == null ? null : entry.request);
        if (entry != null) {
            client.line(text.bytes(), text.from(), text.length());
        }
    }

    private void refuse(Envelope envelope) throws IOException {
        String key = envelope.idKey();
        Pending.Entry entry = key == null ? null : pending.remove(key);
        if (entry != null) {
            client.error(entry.id, -32603, "The answer is longer than 32 MB.");
        }
    }

    private void pause(long livedNanos) throws InterruptedException {
        if (livedNanos > LONG_LIVED_NANOS) {
            pauseMillis = 0;
        }
        if (!pending.ended()) {
            Thread.sleep(pauseMillis);
            pauseMillis = Math.min(LONGEST_PAUSE_MILLIS, Math.max(20, pauseMillis * 2));
        }
    }
}
