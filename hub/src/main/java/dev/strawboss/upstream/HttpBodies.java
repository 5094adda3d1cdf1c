package dev.strawboss.upstream;

import dev.strawboss.bridge.Lines;
import dev.strawboss.json.Json;
import dev.strawboss.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the bodies of responses: one message, a stream of them, or something else.
final class HttpBodies {
    private static final int SHOWN = 200;
    private static final int CHUNK = 64 << 10;

    private final Inbox inbox;
    private final Memory memory;

    HttpBodies(Inbox inbox, Memory memory) {
        this.inbox = inbox;
        this.memory = memory;
    }

    /// @param about the request that it answers
    /// @return the stream, if it was one that ended without the answer and can be gone on with
    Optional<SseStream> read(HttpResponse<InputStream> response, Pending about) throws IOException {
        try (InputStream body = response.body()) {
            String type = type(response);
            if (response.statusCode() / 100 != 2) {
                refused(response.statusCode(), body, about);
            } else if (type.equals("text/event-stream")) {
                SseStream stream = new SseStream(body, Lines.LONGEST);
                follow(stream, about);
                return stream.lastId().isPresent() ? Optional.of(stream) : Optional.empty();
            } else if (type.equals("application/json")) {
                message(body, about);
            } else {
                about.reply(
                        new Reply.Failed(
                                "answered with "
                                        + (type.isEmpty() ? "nothing" : "content of type " + type)
                                        + " (HTTP "
                                        + response.statusCode()
                                        + ")",
                                "",
                                false));
            }
            return Optional.empty();
        }
    }

    static String type(HttpResponse<?> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /// Every message of a stream, to its end or, if there is one to wait for, to the answer.
    void follow(SseStream stream, @Nullable Pending about) throws IOException {
        try {
            for (Optional<SseStream.Event> event = stream.next();
                    event.isPresent();
                    event = stream.next()) {
                event(event.get(), about);
                if (about != null && about.reply().isPresent()) {
                    return;
                }
            }
        } catch (IOException e) {
            // to be gone on with, as if it had ended
            if (Thread.currentThread().isInterrupted() || stream.lastId().isEmpty()) {
                throw e;
            }
        }
    }

    private void event(SseStream.Event event, @Nullable Pending about) {
        byte[] data = event.data();
        if (event.tooLong()) {
            inbox.unreadable(
                    about == null ? null : (Object) about.id(), "that is longer than 32 MB");
        } else if (event.type().equals("message") && data.length > 0) {
            Messages.read(data, 0, data.length, memory, inbox, about);
        }
    }

    private void message(InputStream body, Pending about) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int taken = 0;
        try {
            byte[] chunk = new byte[CHUNK];
            for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
                if (bytes.size() + n > Lines.LONGEST) {
                    inbox.unreadable(about.id(), "that is longer than 32 MB");
                    return;
                }
                if (!memory.take(n)) {
                    inbox.unreadable(about.id(), "for which there is no memory now");
                    return;
                }
                taken += n;
                bytes.write(chunk, 0, n);
            }
            byte[] all = bytes.toByteArray();
            Messages.read(all, 0, all.length, memory, inbox, about);
        } finally {
            memory.give(taken);
        }
    }

    /// A JSON-RPC error counts as the answer whatever id it has; anything else is shown.
    private static void refused(int status, InputStream body, Pending about) throws IOException {
        byte[] bytes = body.readNBytes(CHUNK);
        try {
            Map<String, Object> message = Json.parseObject(bytes);
            if (message.get("error") instanceof Map) {
                about.reply(Requests.outcome(message));
                return;
            }
        } catch (JsonException notOne) {
            // shown below, as it is
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip().replaceAll("\\s+", " ");
        String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        about.reply(
                new Reply.Failed(
                        "answered with HTTP " + status + (shown.isEmpty() ? "" : ": " + shown),
                        "",
                        false));
    }
}
