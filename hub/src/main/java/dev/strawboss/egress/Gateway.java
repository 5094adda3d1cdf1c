package dev.strawboss.egress;

import dev.strawboss.concurrent.Lock;
import dev.strawboss.concurrent.Threads;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes requests on to model providers with the key that only the hub has. What the client sends
/// as its own key is dropped; TLS ends here, since the client spoke plain HTTP on loopback.
final class Gateway implements AutoCloseable {
    static final String PREFIX = "/provider/";

    private static final Logger LOG = LoggerFactory.getLogger(Gateway.class);
    private static final Set<String> CREDENTIALS =
            Set.of("authorization", "x-api-key", "x-goog-api-key", "api-key", "cookie");
    // The client library says these itself, and refuses others' words.
    private static final Set<String> OUR_OWN =
            Set.of("host", "content-length", "transfer-encoding", "expect");

    private final Function<String, Optional<String>> keys;
    private final Lock lock = new Lock();
    private @Nullable HttpClient upstream;

    /// @param keys the value of a secret by its name; asked for each request, so a new one holds at
    ///   once
    Gateway(Function<String, Optional<String>> keys) {
        this.keys = keys;
    }

    /// @param target path and query as sent
    void serve(
            List<Provider> providers,
            Head head,
            String target,
            Incoming incoming,
            SocketChannel client)
            throws IOException, InterruptedException {
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        Optional<Provider> provider =
                providers.stream().filter(one -> path.startsWith(below(one))).findFirst();
        if (provider.isEmpty()) {
            Replies.refuse(client, 404, "This job has no such provider: " + path + ".");
            return;
        }
        String rest = path.substring(below(provider.get()).length() - 1);
        if (!provider.get().dialect().offers(rest)) {
            Replies.refuse(
                    client, 403, rest + " is no path of the provider that a worker may use.");
            return;
        }
        Optional<String> key = provider.get().key().flatMap(keys);
        if (provider.get().key().isPresent() && key.isEmpty()) {
            Replies.refuse(
                    client,
                    403,
                    "The hub has no key "
                            + provider.get().key().get()
                            + "; a person can add it: strawboss secret set "
                            + provider.get().key().get());
            return;
        }
        String asked = query < 0 ? "" : withoutKey(target.substring(query + 1));
        URI uri = URI.create(provider.get().upstream() + rest + asked);
        pass(provider.get().dialect(), key, uri, head, incoming, client);
    }

    private static String below(Provider provider) {
        return PREFIX + provider.name() + "/";
    }

    private static String withoutKey(String query) {
        String left =
                Arrays.stream(query.split("&", -1))
                        .filter(part -> !part.equals("key") && !part.startsWith("key="))
                        .collect(Collectors.joining("&"));
        return left.isEmpty() ? "" : "?" + left;
    }

    private void pass(
            Dialect dialect,
            Optional<String> key,
            URI uri,
            Head head,
            Incoming incoming,
            SocketChannel client)
            throws IOException, InterruptedException {
        CompletableFuture<Void> gone = new CompletableFuture<>();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri)
                        .version(
                                "https".equals(uri.getScheme())
                                        ? HttpClient.Version.HTTP_2
                                        : HttpClient.Version.HTTP_1_1);
        head.fields().stream()
                .filter(field -> !dropped(field.name().toLowerCase(Locale.ROOT)))
                .forEach(field -> request.header(field.name(), field.value()));
        key.ifPresent(value -> request.setHeader(dialect.field(), dialect.value(value)));
        request.method(head.method(), body(head, incoming, client, gone));
        CompletableFuture<HttpResponse<InputStream>> exchange =
                upstream().sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        var _ = gone.thenRun(() -> exchange.cancel(true));
        respond(exchange, gone, head, client);
    }

    private static boolean dropped(String name) {
        return CREDENTIALS.contains(name)
                || OUR_OWN.contains(name)
                || Visit.HOP_BY_HOP.contains(name);
    }

    // Once the request is whole, all that can still come from the client is its end.
    private static HttpRequest.BodyPublisher body(
            Head head, Incoming incoming, SocketChannel client, CompletableFuture<Void> gone)
            throws IOException {
        Head.Length length = head.length();
        Runnable whole = () -> Threads.virtual("egress client", () -> watch(incoming, gone));
        if (length instanceof Head.Length.Known(var bytes) && bytes == 0) {
            whole.run();
            return HttpRequest.BodyPublishers.noBody();
        }
        if (head.says("Expect", "100-continue")) {
            Replies.goOn(client);
        }
        InputStream body = incoming.body(length, whole);
        HttpRequest.BodyPublisher publisher = HttpRequest.BodyPublishers.ofInputStream(() -> body);
        return length instanceof Head.Length.Known(var bytes)
                ? HttpRequest.BodyPublishers.fromPublisher(publisher, bytes)
                : publisher;
    }

    private static void watch(Incoming incoming, CompletableFuture<Void> gone) {
        try {
            if (!incoming.more()) {
                gone.complete(null);
            }
        } catch (IOException _) { // which is what was looked for
            gone.complete(null);
        }
    }

    private static void respond(
            CompletableFuture<HttpResponse<InputStream>> exchange,
            CompletableFuture<Void> gone,
            Head head,
            SocketChannel client)
            throws IOException, InterruptedException {
        HttpResponse<InputStream> response;
        try {
            response = exchange.get();
        } catch (ExecutionException failed) {
            LOG.atDebug().setCause(failed).log("A provider was not reached");
            Throwable why = failed.getCause() == null ? failed : failed.getCause();
            Replies.refuse(
                    client,
                    502,
                    "The provider cannot be reached: " + why.getClass().getSimpleName() + ".");
            return;
        } catch (InterruptedException ending) {
            exchange.cancel(true);
            throw ending;
        }
        try (InputStream body = response.body()) {
            var _ = gone.thenRun(() -> close(body));
            new Answer(client, head).pass(response, body);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.atTrace().setCause(e).log("An answer cannot be closed");
        }
    }

    // Most hubs never need it, and it has a thread.
    private HttpClient upstream() {
        try (var _ = lock.hold()) {
            HttpClient client = upstream;
            if (client == null) {
                client =
                        HttpClient.newBuilder()
                                .connectTimeout(Duration.ofSeconds(15))
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .executor(task -> Threads.virtual("egress provider", task))
                                .build();
                upstream = client;
            }
            return client;
        }
    }

    @Override
    public void close() {
        try (var _ = lock.hold()) {
            if (upstream != null) {
                upstream.shutdownNow();
            }
        }
    }
}
