package dev.strawboss.http;

import dev.strawboss.bridge.Lines;
import dev.strawboss.tokens.Token;
import dev.strawboss.tokens.Tokens;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/// Who gets in, and with what: everything that is decided before a byte of the body is read.
/// Whoever does not is answered here.
final class Gate {
    private static final String BEARER = "Bearer ";
    private static final String JSON = "application/json";
    private static final String EVENTS = "text/event-stream";

    private final HttpSettings settings;
    private final Hosts hosts;
    private final Tokens tokens;
    private final Throttle throttle;

    Gate(HttpSettings settings, Tokens tokens, Throttle throttle) {
        this.settings = settings;
        this.hosts = new Hosts(settings.host(), settings.origins());
        this.tokens = tokens;
        this.throttle = throttle;
    }

    /// Whose request it is; its place among the open ones is given back when it is complete.
    Optional<Token> admit(Exchange exchange) {
        if (!calledByOurName(exchange)) {
            exchange.refuse(
                    403,
                    Exchange.FORBIDDEN,
                    "The name in Host is not one of this server's; http.origins in config.yaml"
                            + " allows others.");
            return Optional.empty();
        }
        List<String> origins = exchange.request().getHeaders().getValuesList(HttpHeader.ORIGIN);
        if (!origins.stream().allMatch(hosts::allowedOrigin)) {
            exchange.refuse(
                    403,
                    Exchange.FORBIDDEN,
                    "Pages of this origin may not call; http.origins in config.yaml allows some.");
            return Optional.empty();
        }
        if (!Endpoint.PATH.equals(exchange.request().getHttpURI().getPath())) {
            exchange.refuse(404, Exchange.FORBIDDEN, "MCP is served at " + Endpoint.PATH + ".");
            return Optional.empty();
        }
        Optional<Token> token = bearer(exchange);
        if (token.isEmpty()) {
            boolean wrong = exchange.header("Authorization").isPresent();
            exchange.setHeader(
                    "WWW-Authenticate",
                    "Bearer realm=\"strawboss\"" + (wrong ? ", error=\"invalid_token\"" : ""));
            exchange.refuse(
                    401,
                    Exchange.FORBIDDEN,
                    "Every request needs the header Authorization: Bearer TOKEN. Make a token"
                            + " with: strawboss token create NAME");
            return Optional.empty();
        }
        return token.filter(found -> fits(exchange, found));
    }

    /// Whether what a POST says of its body and of the answer can be served.
    static boolean fitsPost(Exchange exchange) {
        HttpFields headers = exchange.request().getHeaders();
        if (!isJson(headers)) {
            exchange.refuse(
                    415, Exchange.FORBIDDEN, "The body must be " + JSON + ", in UTF-8, as it is.");
            return false;
        }
        if (!accepts(headers, JSON) || !accepts(headers, EVENTS)) {
            exchange.refuse(
                    406,
                    Exchange.FORBIDDEN,
                    "Accept must name both " + JSON + " and " + EVENTS + ".");
            return false;
        }
        if (exchange.request().getLength() > Lines.LONGEST) {
            exchange.refuse(413, Exchange.FORBIDDEN, "The message is longer than 32 MB.");
            return false;
        }
        return true;
    }

    /// The same of a GET.
    static boolean fitsGet(Exchange exchange) {
        if (!accepts(exchange.request().getHeaders(), EVENTS)) {
            exchange.refuse(406, Exchange.FORBIDDEN, "Accept must name " + EVENTS + ".");
            return false;
        }
        return true;
    }

    // in the request's line there may be another name than in Host
    private boolean calledByOurName(Exchange exchange) {
        List<String> names = exchange.request().getHeaders().getValuesList(HttpHeader.HOST);
        String authority = exchange.request().getHttpURI().getAuthority();
        return names.size() == 1
                && hosts.allowed(names.getFirst())
                && (authority == null || hosts.allowed(authority));
    }

    private Optional<Token> bearer(Exchange exchange) {
        List<String> given =
                exchange.request().getHeaders().getValuesList(HttpHeader.AUTHORIZATION);
        if (given.size() != 1
                || !given.getFirst().regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        return tokens.bearer(given.getFirst().substring(BEARER.length()).strip());
    }

    private boolean fits(Exchange exchange, Token token) {
        Throttle.Verdict verdict = throttle.open(token.name(), settings);
        if (verdict == Throttle.Verdict.ALLOWED) {
            exchange.whenComplete(() -> throttle.closed(token.name()));
            return true;
        }
        exchange.setHeader("Retry-After", "1");
        switch (verdict) {
            case TOO_FAST ->
                    exchange.refuse(
                            429,
                            Exchange.FORBIDDEN,
                            "More than " + settings.rate() + " requests in a second.");
            case TOO_MANY_OF_TOKEN ->
                    exchange.refuse(
                            429,
                            Exchange.FORBIDDEN,
                            "More than "
                                    + settings.streams()
                                    + " answers and streams of this token are open.");
            default ->
                    exchange.refuse(
                            503,
                            Exchange.FORBIDDEN,
                            "Too many answers and streams of all clients are open.");
        }
        return false;
    }

    private static boolean isJson(HttpFields headers) {
        List<String> types = headers.getValuesList(HttpHeader.CONTENT_TYPE);
        if (types.size() != 1 || headers.contains(HttpHeader.CONTENT_ENCODING)) {
            return false;
        }
        String[] parts = types.getFirst().toLowerCase(Locale.ROOT).split(";", -1);
        boolean json = parts[0].strip().equals(JSON);
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            json &= !parameter.startsWith("charset=") || parameter.equals("charset=utf-8");
        }
        return json;
    }

    /// Without the header everything is accepted.
    private static boolean accepts(HttpFields headers, String type) {
        List<String> ranges = headers.getCSV(HttpHeader.ACCEPT, false);
        if (ranges.isEmpty()) {
            return !headers.contains(HttpHeader.ACCEPT);
        }
        String group = type.substring(0, type.indexOf('/')) + "/*";
        return ranges.stream()
                .map(range -> range.toLowerCase(Locale.ROOT).split(";", 2)[0].strip())
                .anyMatch(
                        range -> range.equals(type) || range.equals(group) || range.equals("*/*"));
    }
}
