package dev.strawboss.upstream;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Streamable HTTP of both eras: every request is a POST on a virtual thread of its own, answered
/// by a message or a stream of them.
final class HttpTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTransport.class);
    private static final Duration TO_TELL = Duration.ofSeconds(10);

    private final String name;
    private final HttpSender sender;
    private final Inbox inbox;
    private final HttpBodies bodies;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Identity identity;
    private volatile @Nullable String session;
    private volatile @Nullable Login login;
    private volatile boolean closed;

    HttpTransport(String name, HttpSender sender, Inbox inbox, Memory memory) {
        this.name = name;
        this.sender = sender;
        this.inbox = inbox;
        this.bodies = new HttpBodies(inbox, memory);
    }

    @Override
    public Optional<Login> login() {
        return Optional.ofNullable(login);
    }

    @Override
    public void send(Pending pending, Map<String, Object> message, Map<String, String> headers) {
        Map<String, String> all = headers(pending.method(), message);
        all.putAll(modern() ? headers : Map.of());
        byte[] body = Json.writeBytes(message);
        Thread thread = start(() -> post(pending, all, body));
        pending.whenOver(thread::interrupt);
    }

    @Override
    public void tell(Map<String, Object> message) {
        Map<String, String> headers = headers(String.valueOf(message.get("method")), message);
        try {
            HttpResponse<InputStream> response =
                    sender.send("POST", sender.url(), headers, Json.writeBytes(message), TO_TELL);
            response.body().close();
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("server", name).setCause(e).log("it could not be told");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// In the modern era the end of the connection says it.
    @Override
    public void cancel(Pending pending, Map<String, Object> notice) {
        if (!modern() && !closed) {
            Threads.virtual("upstream-cancel", () -> tell(notice));
        }
    }

    @Override
    public void agreed(Identity spoken) {
        identity = spoken;
        if (spoken.era() == Identity.Era.LEGACY) {
            start(() -> HttpFeed.follow(sender, this::heading, bodies, () -> closed));
        }
    }

    @Override
    public String lastWords() {
        return "";
    }

    @Override
    public void close() {
        closed = true;
        threads.forEach(Thread::interrupt);
        String open = session;
        if (open != null) {
            Threads.virtual("upstream-end", this::leave);
        }
    }

    private void leave() {
        try {
            sender.send("DELETE", sender.url(), heading(), null, TO_TELL).body().close();
        } catch (IOException e) {
            LOG.atDebug().addKeyValue("server", name).setCause(e).log("the session is left open");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void post(Pending pending, Map<String, String> headers, byte[] body) {
        pending.status(Pending.NO_RESPONSE);
        try {
            HttpResponse<InputStream> response =
                    sender.send("POST", sender.url(), headers, body, null);
            pending.status(response.statusCode());
            received(pending, response);
        } catch (HttpSender.LoginNeeded e) {
            pending.status(401);
            login = Login.of(e);
            fail(pending, String.valueOf(e.getMessage()), true);
        } catch (HttpSender.Refused e) {
            pending.status(403);
            fail(pending, String.valueOf(e.getMessage()), true);
        } catch (java.net.ConnectException
                | java.net.http.HttpConnectTimeoutException
                | java.nio.channels.UnresolvedAddressException e) {
            fail(pending, "cannot be reached at " + sender.url().getAuthority(), true);
        } catch (IOException e) {
            fail(pending, "broke the connection: " + e.getMessage(), false);
        } catch (InterruptedException e) {
            fail(pending, "was disconnected", false);
        }
    }

    private void received(Pending pending, HttpResponse<InputStream> response)
            throws IOException, InterruptedException {
        int status = response.statusCode();
        if (status == 404 && session != null) {
            response.body().close();
            inbox.ended("has ended the session");
            return;
        }
        pending.sending();
        if (status / 100 == 2 && pending.method().equals("initialize")) {
            session = response.headers().firstValue("Mcp-Session-Id").orElse(null);
        }
        Optional<SseStream> broken = bodies.read(response, pending);
        if (broken.isPresent() && !modern() && pending.reply().isEmpty()) {
            HttpFeed.resume(sender, this::heading, bodies, broken.get(), pending);
        }
        fail(pending, "ended its answer before the end", false);
    }

    private static void fail(Pending pending, String what, boolean unsent) {
        pending.reply(new Reply.Failed(what, "", unsent));
    }

    private Thread start(Runnable task) {
        Thread thread =
                Threads.virtual(
                        "upstream-http",
                        () -> {
                            threads.add(Thread.currentThread());
                            try {
                                task.run();
                            } finally {
                                threads.remove(Thread.currentThread());
                            }
                        });
        if (closed) {
            thread.interrupt();
        }
        return thread;
    }

    private boolean modern() {
        Identity spoken = identity;
        return spoken != null && spoken.era() == Identity.Era.MODERN;
    }

    /// Of requests that are no message.
    private Map<String, String> heading() {
        Map<String, String> headers = new LinkedHashMap<>();
        Identity spoken = identity;
        if (spoken != null) {
            headers.put("MCP-Protocol-Version", spoken.revision());
        }
        String open = session;
        if (open != null) {
            headers.put("Mcp-Session-Id", open);
        }
        return headers;
    }

    private Map<String, String> headers(String method, Map<String, Object> message) {
        Map<String, String> headers = heading();
        headers.put("Content-Type", "application/json");
        headers.put("Accept", "application/json, text/event-stream");
        if (modern() || (identity == null && !method.equals("initialize"))) {
            headers.put("MCP-Protocol-Version", Wire.MODERN);
            headers.put("Mcp-Method", method);
            Map<String, Object> params = Requests.object(message, "params");
            Object named =
                    switch (method) {
                        case "tools/call", "prompts/get" -> params.get("name");
                        case "resources/read" -> params.get("uri");
                        default -> null;
                    };
            if (named instanceof String text) {
                headers.put("Mcp-Name", ParameterHeaders.encoded(text));
            }
        }
        return headers;
    }
}
