package dev.strawboss.http;

import dev.strawboss.mcp.Delivery;
import dev.strawboss.mcp.Refusal;
import dev.strawboss.mcp.Replies;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The answer to one POST: plain JSON if nothing comes before it, else a stream of events. An
/// answer that takes its time becomes a stream too: its comments show the client that we live, and
/// us that the client does.
final class Reply implements Replies {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BEAT = Duration.ofSeconds(15);
    static final byte[] COMMENT = ": on it\n\n".getBytes(StandardCharsets.US_ASCII);

    private final Exchange exchange;
    private final @Nullable Track track;
    private final Runnable gone;
    private final boolean primed;
    private final long began = System.nanoTime();
    private @Nullable Outflow out;
    private boolean answered;

    private Reply(Exchange exchange, @Nullable Track track, boolean primed, Runnable gone) {
        this.exchange = exchange;
        this.track = track;
        this.primed = primed;
        this.gone = gone;
    }

    /// To a request of 2026-07-28.
    ///
    /// @param gone called when the client has gone, which cancels the request
    static Reply modern(Exchange exchange, Runnable gone) {
        return new Reply(exchange, null, false, gone);
    }

    /// To a request of a session, which outlives the connection.
    ///
    /// @param primed whether the stream begins with an event without a message
    static Reply legacy(Exchange exchange, Track track, boolean primed) {
        return new Reply(exchange, track, primed, () -> {});
    }

    @Override
    public void offer(byte[] message) {
        Outflow stream = stream();
        if (track != null) {
            track.offer(message);
        } else if (stream != null && stream.hasRoom()) {
            stream.put(Track.event(null, message));
        }
    }

    @Override
    public void send(byte[] message) throws InterruptedException {
        Outflow stream = stream();
        if (track != null) {
            track.add(message);
        } else if (stream != null) {
            stream.awaitRoom();
            stream.put(Track.event(null, message));
        }
    }

    @Override
    public void answer(byte[] message, @Nullable Refusal refusal, Delivery delivery) {
        Outflow stream;
        synchronized (this) {
            if (answered) {
                delivery.lost();
                return;
            }
            answered = true;
            stream = out;
        }
        Outflow.Ending ending =
                written -> {
                    if (written) {
                        delivery.arrived();
                    } else {
                        delivery.lost();
                    }
                };
        if (stream == null) {
            exchange.json(
                    refusal == null || track != null ? 200 : refusal.httpStatus(), message, ending);
        } else if (track != null) {
            track.end(message, ending);
        } else {
            stream.end(Track.event(null, message), ending);
        }
    }

    /// Ends it without an answer, if it has none yet.
    void end() {
        Outflow stream;
        synchronized (this) {
            if (answered) {
                return;
            }
            answered = true;
            stream = out;
        }
        if (stream != null) {
            stream.end(new byte[0], _ -> {});
        } else {
            exchange.empty(202);
        }
    }

    /// To be called now and then.
    void beat(long now) {
        Outflow stream;
        synchronized (this) {
            stream = answered ? null : out;
            if (answered || (stream == null && now - began < PATIENCE.toNanos())) {
                return;
            }
        }
        if (stream != null) {
            beat(stream, now);
        } else {
            begin();
        }
    }

    /// The same for any stream.
    static void beat(Outflow stream, long now) {
        if (now - stream.touched() > BEAT.toNanos() && stream.hasRoom()) {
            stream.put(COMMENT);
        }
    }

    /// Makes it a stream now.
    void begin() {
        Outflow stream = stream();
        if (stream != null) {
            stream.put(COMMENT); // the headers go out with it
        }
    }

    /// Null once it is answered.
    private synchronized @Nullable Outflow stream() {
        if (answered) {
            return null;
        }
        if (out == null) {
            open();
        }
        return out;
    }

    private void open() {
        Outflow[] self = new Outflow[1];
        Outflow stream =
                exchange.events(() -> {
                    if (track != null && self[0] != null) {
                        track.detach(self[0]);
                    }
                    gone.run();
                });
        self[0] = stream;
        out = stream;
        if (track != null) {
            track.attach(stream, -1);
            if (primed) {
                track.prime();
            }
        }
    }
}
