package dev.strawboss.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The streams of the legacy era that are got with GET: what a server says by itself, and the rest
/// of an answer whose stream broke.
final class HttpFeed {
    private static final Logger LOG = LoggerFactory.getLogger(HttpFeed.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int ATTEMPTS = 5;

    private HttpFeed() {}

    /// Listens until the connection is closed, or the server offers no such stream.
    static void follow(
            HttpSender sender,
            Supplier<Map<String, String>> heading,
            HttpBodies bodies,
            BooleanSupplier closed) {
        SseStream stream = null;
        Duration pause = PAUSE;
        try {
            while (!closed.getAsBoolean()) {
                try {
                    SseStream next = open(sender, heading.get(), bodies, stream, null);
                    if (next == null) {
                        return;
                    }
                    stream = next;
                    pause = stream.retry().orElse(PAUSE);
                } catch (IOException e) {
                    LOG.atDebug().setCause(e).log("the stream of a server broke");
                    pause = pause.multipliedBy(2);
                }
                Thread.sleep(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Goes on with the answer to one request, until it is there or the server has no more of it.
    static void resume(
            HttpSender sender,
            Supplier<Map<String, String>> heading,
            HttpBodies bodies,
            SseStream broken,
            Pending pending)
            throws IOException, InterruptedException {
        SseStream stream = broken;
        for (int attempt = 0; attempt < ATTEMPTS && pending.reply().isEmpty(); attempt++) {
            String before = stream.lastId().orElse("");
            Thread.sleep(
                    stream.retry()
                            .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0)
                            .orElse(PAUSE));
            SseStream next = open(sender, heading.get(), bodies, stream, pending);
            if (next == null) {
                return;
            }
            if (next.lastId().isPresent()) {
                stream = next;
            }
            if (!stream.lastId().orElse("").equals(before)) {
                attempt = -1; // it gets on
            }
        }
    }

    /// @param last after whose last event to go on
    /// @return null if there is no such stream
    private static @Nullable SseStream open(
            HttpSender sender,
            Map<String, String> heading,
            HttpBodies bodies,
            @Nullable SseStream last,
            @Nullable Pending about)
            throws IOException, InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>(heading);
        headers.put("Accept", "text/event-stream");
        if (last != null) {
            last.lastId().ifPresent(id -> headers.put("Last-Event-ID", id));
        }
        HttpResponse<InputStream> response = sender.send("GET", sender.url(), headers, null, null);
        try (InputStream body = response.body()) {
            if (response.statusCode() >= 500) {
                throw new IOException("HTTP " + response.statusCode());
            }
            if (response.statusCode() != 200
                    || !HttpBodies.type(response).equals("text/event-stream")) {
                return null;
            }
            SseStream stream = new SseStream(body, dev.strawboss.bridge.Lines.LONGEST);
            bodies.follow(stream, about);
            return stream;
        }
    }
}
