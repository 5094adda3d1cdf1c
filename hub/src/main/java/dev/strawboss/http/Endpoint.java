package dev.strawboss.http;

import dev.strawboss.json.Json;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.Received;
import dev.strawboss.mcp.Refusal;
import dev.strawboss.mcp.Request;
import dev.strawboss.tokens.Token;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// `/mcp`: Streamable HTTP, both eras at the same place.
final class Endpoint extends Handler.Abstract {
    static final String PATH = "/mcp";

    private static final Logger LOG = LoggerFactory.getLogger(Endpoint.class);

    /// What a bridge says of itself, which is no business of others.
    private static final String OURS = "notifications/dev.strawboss/";

    private final Gate gate;
    private final McpServer server;
    private final LegacySessions sessions;
    private final Modern modern;

    Endpoint(Gate gate, McpServer server, LegacySessions sessions, Modern modern) {
        this.gate = gate;
        this.server = server;
        this.sessions = sessions;
        this.modern = modern;
    }

    @Override
    public boolean handle(
            org.eclipse.jetty.server.Request request, Response response, Callback callback) {
        Exchange exchange = new Exchange(request, response, callback);
        Optional<Token> token = gate.admit(exchange);
        if (token.isPresent()) {
            try {
                serve(exchange, token.get().name());
            } catch (InterruptedException ending) {
                Thread.currentThread().interrupt();
                exchange.refuse(503, Refusal.BUSY, "The hub is ending.");
            } catch (IOException gone) {
                LOG.atDebug().setCause(gone).log("A client went before its request was read");
                callback.failed(gone);
            }
        }
        return true;
    }

    private void serve(Exchange exchange, String token) throws IOException, InterruptedException {
        switch (exchange.request().getMethod()) {
            case "POST" -> {
                if (Gate.fitsPost(exchange)) {
                    post(exchange, token);
                }
            }
            case "GET" -> {
                if (Gate.fitsGet(exchange)) {
                    Optional<LegacySession> session = session(exchange, token);
                    session.ifPresent(found ->
                            found.listen(exchange, exchange.header("Last-Event-ID").orElse(null)));
                }
            }
            case "DELETE" ->
                    session(exchange, token)
                            .ifPresent(found -> {
                                sessions.end(found);
                                exchange.empty(204);
                            });
            default -> {
                exchange.setHeader("Allow", "POST, GET, DELETE");
                exchange.refuse(405, Exchange.FORBIDDEN, "There are POST, GET and DELETE.");
            }
        }
    }

    private void post(Exchange exchange, String token) throws IOException, InterruptedException {
        try (Body body = new Body(server.room(), exchange.request().getLength())) {
            switch (body.read(Content.Source.asInputStream(exchange.request()))) {
                case TOO_LONG ->
                        exchange.refuse(
                                413, Exchange.FORBIDDEN, "The message is longer than 32 MB.");
                case TOO_SLOW ->
                        exchange.refuse(
                                408, Exchange.FORBIDDEN, "The message did not come in time.");
                case NO_ROOM -> busy(exchange, "There is no room for a message of this size now.");
                case WHOLE -> {
                    if (Batch.looksSo(body.bytes(), body.length())) {
                        batch(exchange, token, body);
                    } else {
                        single(exchange, token, server.message(body.bytes(), 0, body.length()));
                    }
                }
            }
        }
    }

    private void single(Exchange exchange, String token, Received received)
            throws InterruptedException {
        switch (received) {
            case Received.Refused refused when refused.refusal().code() == Refusal.BUSY ->
                    busy(exchange, String.valueOf(refused.refusal().getMessage()));
            case Received.Refused refused -> exchange.json(400, refused.answer(), _ -> {});
            case Received.Message message -> message(exchange, token, message);
        }
    }

    private void message(Exchange exchange, String token, Received.Message message)
            throws InterruptedException {
        Request request = message.request();
        if (request.method().startsWith(OURS)) {
            message.close();
            exchange.empty(202);
        } else if (isModern(exchange, request)) {
            modern.receive(message, token, exchange);
        } else if (request.method().equals("initialize")) {
            initialize(exchange, token, message);
        } else {
            Optional<LegacySession> session = session(exchange, token);
            Object id = request.id();
            if (session.isEmpty()) {
                message.close();
            } else if (id == null || request.isAnswer()) {
                session.get().notified(message);
                exchange.empty(202);
            } else {
                session.get().asked(message, id, exchange);
            }
        }
    }

    /// By what the body says, and where it says nothing by the header.
    private static boolean isModern(Exchange exchange, Request request) {
        return request.revision().isPresent()
                || (!request.method().equals("initialize")
                        && exchange.header(Exchange.SESSION).isEmpty()
                        && exchange.header(Exchange.VERSION)
                                .filter(Modern.REVISION::equals)
                                .isPresent());
    }

    private void initialize(Exchange exchange, String token, Received.Message message)
            throws InterruptedException {
        LegacySession session = sessions.begin(token);
        Kept answer = new Kept();
        session.asked(message, answer);
        if (answer.refused() || answer.message().length == 0) {
            session.close();
            exchange.json(200, answer.message(), _ -> {});
            return;
        }
        if (Json.parse(answer.message()) instanceof Map<?, ?> sent
                && sent.get("result") instanceof Map<?, ?> result
                && result.get("protocolVersion") instanceof String revision) {
            session.agreed(revision);
        }
        sessions.add(session);
        exchange.setHeader(Exchange.SESSION, session.id());
        exchange.json(200, answer.message(), _ -> {});
    }

    private void batch(Exchange exchange, String token, Body body) throws InterruptedException {
        Optional<LegacySession> session = session(exchange, token);
        if (session.isEmpty()) {
            return;
        }
        if (!session.get().revision().equals(Batch.REVISION)) {
            exchange.refuse(
                    400, Refusal.INVALID_REQUEST, "A body is one message in this revision.");
            return;
        }
        try {
            Batch.of(body.bytes(), body.length()).give(session.get(), server, exchange);
        } catch (Refusal refusal) {
            exchange.refuse(400, refusal.code(), String.valueOf(refusal.getMessage()));
        }
    }

    /// The session that a request names; answered here if there is none.
    private Optional<LegacySession> session(Exchange exchange, String token) {
        Optional<String> id = exchange.header(Exchange.SESSION);
        if (id.isEmpty()) {
            exchange.refuse(
                    400,
                    Exchange.FORBIDDEN,
                    "Send initialize first and then its "
                            + Exchange.SESSION
                            + " with each request,"
                            + " or say the protocol version in params._meta.");
            return Optional.empty();
        }
        Optional<LegacySession> session = sessions.find(id.get(), token);
        if (session.isEmpty()) {
            exchange.refuse(404, Exchange.FORBIDDEN, "There is no such session; initialize again.");
            return Optional.empty();
        }
        Optional<String> version = exchange.header(Exchange.VERSION);
        if (version.isPresent() && !version.get().matches("202[45]-[0-9]{2}-[0-9]{2}")) {
            exchange.refuse(
                    400,
                    Exchange.FORBIDDEN,
                    "The session is one of revision " + session.get().revision() + ".");
            return Optional.empty();
        }
        return session;
    }

    private static void busy(Exchange exchange, String sentence) {
        exchange.setHeader("Retry-After", "1");
        exchange.refuse(503, Refusal.BUSY, sentence);
    }
}
