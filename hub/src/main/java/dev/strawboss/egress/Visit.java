package dev.strawboss.egress;

import dev.strawboss.egress.Head.Field;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One connection of a confined program: a proxy's `CONNECT` or `GET http://…`, or a request to a
/// model provider.
final class Visit {
    static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-connection",
                    "proxy-authorization",
                    "proxy-authenticate",
                    "te",
                    "trailer",
                    "upgrade");

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final int USUAL_PORT = 80;

    private final SocketChannel client;
    private final Incoming incoming;
    private final Decision decision;
    private final Refusals refusals;
    private final Gateway gateway;
    private final List<Provider> providers;

    Visit(
            SocketChannel client,
            Decision decision,
            Refusals refusals,
            Gateway gateway,
            List<Provider> providers) {
        this.client = client;
        this.incoming = new Incoming(client);
        this.decision = decision;
        this.refusals = refusals;
        this.gateway = gateway;
        this.providers = providers;
    }

    /// Serves the client; the caller closes it.
    void serve() throws IOException, InterruptedException {
        Optional<Head> head = incoming.head();
        while (head.isPresent() && toUs(head.get())) {
            Replies.established(client);
            head = incoming.head();
        }
        if (head.isPresent()) {
            answer(head.get());
        }
    }

    // Some clients take even 127.0.0.1 through the proxy, which NO_PROXY tells them not to.
    private static boolean toUs(Head head) {
        return head.method().equals("CONNECT") && toUs(Authority.parse(head.target()));
    }

    private static boolean toUs(Optional<Authority> authority) {
        return authority
                .filter(wanted -> wanted.port() == Inside.PORT)
                .filter(wanted -> List.of("127.0.0.1", "localhost").contains(wanted.host()))
                .isPresent();
    }

    private void answer(Head head) throws IOException, InterruptedException {
        if (head.method().equals("CONNECT")) {
            tunnel(head);
        } else if (head.target().startsWith("/")) {
            gateway.serve(providers, head, head.target(), incoming, client);
        } else {
            forward(head);
        }
    }

    private void tunnel(Head head) throws IOException, InterruptedException {
        Optional<Authority> wanted =
                Authority.parse(head.target()).filter(authority -> authority.port() > 0);
        if (wanted.isEmpty()) {
            Replies.refuse(client, 400, "CONNECT wants host:port.");
            return;
        }
        Optional<SocketChannel> server = connect(wanted.get());
        if (server.isPresent()) {
            try (SocketChannel open = server.get()) {
                Replies.established(client);
                Relay.between(client, incoming.ahead(), open);
            }
        }
    }

    private void forward(Head head) throws IOException, InterruptedException {
        Optional<URI> uri = uri(head.target());
        Optional<Authority> named =
                uri.flatMap(url -> Authority.parse(String.valueOf(url.getRawAuthority())));
        if (uri.isEmpty() || named.isEmpty()) {
            Replies.refuse(
                    client, 400, "The proxy takes http:// URLs, and CONNECT for everything else.");
            return;
        }
        String path = path(uri.get());
        if (toUs(named)) {
            gateway.serve(providers, head, path, incoming, client);
            return;
        }
        Authority wanted =
                named.get().port() > 0
                        ? named.get()
                        : new Authority(named.get().host(), named.get().address(), USUAL_PORT);
        Optional<SocketChannel> server = connect(wanted);
        if (server.isPresent()) {
            try (SocketChannel open = server.get()) {
                Relay.write(open, rewritten(head, path, named.get()));
                Relay.between(client, incoming.ahead(), open);
            }
        }
    }

    private static Optional<URI> uri(String target) {
        try {
            URI uri = new URI(target);
            return Optional.of(uri)
                    .filter(url -> "http".equalsIgnoreCase(url.getScheme()))
                    .filter(url -> url.getRawAuthority() != null);
        } catch (URISyntaxException _) { // what is wrong with it does not matter
            return Optional.empty();
        }
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    // One request to a connection: the next one may be for another host.
    private static ByteBuffer rewritten(Head head, String path, Authority host) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Host", host.toString()));
        head.fields().stream()
                .filter(field -> !field.is("Host"))
                .filter(field -> !HOP_BY_HOP.contains(field.name().toLowerCase(Locale.ROOT)))
                .forEach(fields::add);
        fields.add(new Field("Connection", "close"));
        StringBuilder text = new StringBuilder();
        text.append(head.method()).append(' ').append(path).append(' ').append(head.version());
        fields.forEach(field ->
                text.append("\r\n").append(field.name()).append(": ").append(field.value()));
        text.append("\r\n\r\n");
        return ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Empty once the client was told why not.
    private Optional<SocketChannel> connect(Authority wanted)
            throws IOException, InterruptedException {
        switch (decision.decide(wanted)) {
            case Verdict.Refused(var sentence) -> {
                refusals.add(wanted.toString());
                Replies.refuse(client, 403, sentence);
            }
            case Verdict.Unknown(var sentence) -> Replies.refuse(client, 502, sentence);
            case Verdict.Allowed(var addresses, var port) -> {
                for (InetAddress address : addresses) {
                    Optional<SocketChannel> server = connect(new InetSocketAddress(address, port));
                    if (server.isPresent()) {
                        return server;
                    }
                }
                Replies.refuse(client, 502, wanted + " cannot be reached just now.");
            }
        }
        return Optional.empty();
    }

    private static Optional<SocketChannel> connect(InetSocketAddress address) throws IOException {
        SocketChannel server = SocketChannel.open();
        try {
            server.socket().connect(address, (int) CONNECT.toMillis());
            return Optional.of(server);
        } catch (IOException _) { // the next address, or the sentence above
            server.close();
            return Optional.empty();
        }
    }
}
