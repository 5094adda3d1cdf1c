package dev.strawboss.oauth;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Finds out where one logs in for an upstream: it is asked, then its resource metadata (RFC 9728),
/// then its authorization server's (RFC 8414, else OpenID Connect Discovery).
final class Discovery {
    private static final String RESOURCE = "/.well-known/oauth-protected-resource";
    private static final String SERVER = "/.well-known/oauth-authorization-server";
    private static final String OPENID = "/.well-known/openid-configuration";

    private final Wire wire;
    private final URI upstream;

    Discovery(Wire wire, URI upstream) {
        this.wire = wire;
        this.upstream = upstream;
    }

    /// @param resource what tokens are asked for, and all they are sent to
    /// @param scope what the upstream wants, words with blanks between; empty: it does not say
    record Found(String resource, AuthorizationServer server, String scope) {}

    /// @param asked what the server said before: some want a login only for what comes later
    Found find(Bearer asked) throws InterruptedException {
        Wire.Answer answer =
                wire.send(
                        "POST",
                        upstream,
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Accept",
                                "application/json, text/event-stream"),
                        probe(),
                        false);
        Bearer challenge =
                answer.status() == 401 ? Bearer.of(answer.header("www-authenticate")) : asked;
        Optional<Document> resource = resource(challenge);
        if (resource.isEmpty()) {
            if (answer.status() != 401 && asked.equals(Bearer.NOTHING)) {
                throw new StrawbossException(
                        ErrorCode.UPSTREAM_FAILED,
                        upstream.getHost() + " does not ask for a login.",
                        "Try it: strawboss upstreams test NAME");
            }
            return new Found(plain(upstream), legacy(), challenge.scope());
        }
        Document document = resource.get();
        String named = document.text("resource");
        if (!Resource.covers(named, upstream)) {
            throw document.wrong("resource that is not this server");
        }
        List<String> servers = document.texts("authorization_servers");
        if (servers.isEmpty()) {
            throw document.wrong("list of authorization servers that is empty");
        }
        String scope =
                challenge.scope().isEmpty()
                        ? String.join(" ", document.texts("scopes_supported"))
                        : challenge.scope();
        return new Found(named, server(servers.getFirst()), scope);
    }

    private static String probe() {
        return Json.write(
                Map.of(
                        "jsonrpc",
                        "2.0",
                        "id",
                        0,
                        "method",
                        "initialize",
                        "params",
                        Map.of(
                                "protocolVersion",
                                "2025-11-25",
                                "capabilities",
                                Map.of(),
                                "clientInfo",
                                Map.of("name", "strawboss", "version", "1"))));
    }

    private Optional<Document> resource(Bearer challenge) throws InterruptedException {
        if (!challenge.metadata().isEmpty()) {
            return document(uri(challenge.metadata()));
        }
        String path = path(upstream);
        if (!path.isEmpty()) {
            Optional<Document> below = document(origin(upstream).resolve(RESOURCE + path));
            if (below.isPresent()) {
                return below;
            }
        }
        return document(origin(upstream).resolve(RESOURCE));
    }

    private AuthorizationServer server(String issuer) throws InterruptedException {
        URI uri = uri(issuer);
        String path = path(uri);
        List<String> places = new ArrayList<>(List.of(SERVER + path, OPENID + path));
        if (!path.isEmpty()) {
            places.add(path + OPENID);
        }
        for (String place : places) {
            Optional<Document> document = document(origin(uri).resolve(place));
            if (document.isPresent()) {
                return AuthorizationServer.read(document.get(), issuer);
            }
        }
        throw new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                "The authorization server " + uri.getHost() + " does not describe itself.",
                "Tell who runs it.");
    }

    /// As it was in 2025-03-26: the upstream's own origin is the authorization server.
    private AuthorizationServer legacy() throws InterruptedException {
        URI origin = origin(upstream);
        Optional<Document> document = document(origin.resolve(SERVER));
        return document.isPresent()
                ? AuthorizationServer.read(document.get(), origin.toString())
                : AuthorizationServer.undescribed(origin);
    }

    private Optional<Document> document(URI uri) throws InterruptedException {
        Wire.Answer answer =
                wire.send(
                        "GET",
                        uri,
                        Map.of("Accept", "application/json", "MCP-Protocol-Version", "2025-11-25"),
                        "",
                        true);
        if (answer.status() == 200) {
            return Optional.of(Document.parse(uri.getHost(), answer.body()));
        }
        if (answer.status() >= 400 && answer.status() < 500) {
            return Optional.empty();
        }
        throw new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                uri.getHost() + " answers " + answer.status() + " when asked how to log in.",
                "Try again later.");
    }

    private static String plain(URI uri) {
        String text = uri.toString();
        int fragment = text.indexOf('#');
        return fragment < 0 ? text : text.substring(0, fragment);
    }

    private static URI origin(URI uri) {
        return URI.create(
                uri.getScheme().toLowerCase(Locale.ROOT)
                        + "://"
                        + uri.getRawAuthority().toLowerCase(Locale.ROOT));
    }

    private static String path(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private URI uri(String text) {
        return new Document(String.valueOf(upstream.getHost()), Map.of("uri", text))
                .uri("uri")
                .filter(uri -> uri.getHost() != null)
                .orElseThrow(() ->
                        new Document(String.valueOf(upstream.getHost()), Map.of())
                                .wrong("an address that has no host"));
    }
}
