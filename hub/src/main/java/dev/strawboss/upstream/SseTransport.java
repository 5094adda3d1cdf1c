package dev.strawboss.upstream;

import dev.strawboss.bridge.Lines;
import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP+SSE of 2024-11-05: one stream from the server, which first says where messages to it go.
final class SseTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(SseTransport.class);
    private static final Duration TO_TELL = Duration.ofSeconds(10);

    private final HttpSender sender;
    private final Inbox inbox;
    private final Memory memory;
    private final CompletableFuture<URI> endpoint = new CompletableFuture<>();
    private final Thread reader;
    private volatile @Nullable Login login;
    private volatile String endedBy = "ended its stream";
    private volatile boolean closed;
    private volatile @Nullable Identity identity;

    SseTransport(HttpSender sender, Inbox inbox, Memory memory) {
        this.sender = sender;
        this.inbox = inbox;
        this.memory = memory;
        this.reader = Threads.virtual("upstream-sse", this::read);
    }

    @Override
    public void send(Pending pending, Map<String, Object> message, Map<String, String> headers) {
        Thread thread = Threads.virtual("upstream-http", () -> post(pending, message));
        pending.whenOver(thread::interrupt);
    }

    @Override
    public void tell(Map<String, Object> message) {
        try {
            deliver(message).close();
        } catch (IOException | ExecutionException | TimeoutException e) {
            LOG.atDebug().setCause(e).log("a server could not be told");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void cancel(Pending pending, Map<String, Object> notice) {
        if (!closed) {
            Threads.virtual("upstream-cancel", () -> tell(notice));
        }
    }

    @Override
    public void agreed(Identity spoken) {
        identity = spoken;
    }

    @Override
    public String lastWords() {
        return "";
    }

    @Override
    public Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    @Override
    public void close() {
        closed = true;
        reader.interrupt();
    }

    private void post(Pending pending, Map<String, Object> message) {
        try {
            deliver(message).close();
            pending.sending();
        } catch (HttpSender.LoginNeeded e) {
            login = Login.of(e);
            fail(pending, String.valueOf(e.getMessage()), true);
        } catch (HttpSender.Refused e) {
            fail(pending, String.valueOf(e.getMessage()), true);
        } catch (IOException e) {
            fail(pending, "took no message: " + e.getMessage(), false);
        } catch (ExecutionException e) {
            fail(pending, endedBy, true);
        } catch (TimeoutException e) {
            fail(pending, "does not say where messages go", true);
        } catch (InterruptedException e) {
            fail(pending, "was disconnected", false);
        }
    }

    private InputStream deliver(Map<String, Object> message)
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        URI to = endpoint.get(TO_TELL.toMillis(), TimeUnit.MILLISECONDS);
        Map<String, String> headers = heading();
        headers.put("Content-Type", "application/json");
        HttpResponse<InputStream> response =
                sender.send("POST", to, headers, Json.writeBytes(message), TO_TELL);
        if (response.statusCode() / 100 != 2) {
            response.body().close();
            throw new IOException("HTTP " + response.statusCode());
        }
        return response.body();
    }

    private Map<String, String> heading() {
        Map<String, String> headers = new LinkedHashMap<>();
        Identity spoken = identity;
        if (spoken != null) {
            headers.put("MCP-Protocol-Version", spoken.revision());
        }
        return headers;
    }

    private void read() {
        String what = "ended its stream";
        Map<String, String> headers = heading();
        headers.put("Accept", "text/event-stream");
        try {
            HttpResponse<InputStream> response =
                    sender.send("GET", sender.url(), headers, null, null);
            try (InputStream body = response.body()) {
                if (response.statusCode() != 200
                        || !HttpBodies.type(response).equals("text/event-stream")) {
                    what = "has no stream of messages (HTTP " + response.statusCode() + ")";
                } else {
                    follow(new SseStream(body, Lines.LONGEST));
                }
            }
        } catch (HttpSender.LoginNeeded e) {
            login = Login.of(e);
            what = String.valueOf(e.getMessage());
        } catch (HttpSender.Refused e) {
            what = String.valueOf(e.getMessage());
        } catch (IOException e) {
            what = "broke the connection: " + e.getMessage();
        } catch (InterruptedException e) {
            what = "was disconnected";
        }
        endedBy = what;
        endpoint.completeExceptionally(new IOException(what));
        inbox.ended(what);
    }

    private void follow(SseStream stream) throws IOException {
        for (Optional<SseStream.Event> next = stream.next();
                next.isPresent();
                next = stream.next()) {
            SseStream.Event event = next.get();
            byte[] data = event.data();
            if (event.tooLong()) {
                inbox.unreadable(null, "that is longer than 32 MB");
            } else if (event.type().equals("endpoint")) {
                endpoint(new String(data, StandardCharsets.UTF_8));
            } else if (event.type().equals("message") && data.length > 0) {
                Messages.read(data, 0, data.length, memory, inbox, null);
            }
        }
    }

    /// Messages may hold secrets: they go to no other origin.
    private void endpoint(String said) throws IOException {
        try {
            URI to = sender.url().resolve(said.strip());
            if (HttpSender.sameOrigin(sender.url(), to)) {
                endpoint.complete(to);
                return;
            }
        } catch (IllegalArgumentException e) {
            LOG.atDebug().setCause(e).log("an endpoint that is no address");
        }
        throw new HttpSender.Refused("wants messages to go to another origin");
    }

    private static void fail(Pending pending, String what, boolean unsent) {
        pending.reply(new Reply.Failed(what, "", unsent));
    }
}
