package dev.strawboss.oauth;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import dev.strawboss.servers.Link;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Who we are to one authorization server.
///
/// @param secret empty: a public client
/// @param method how that is proven at the token endpoint: `none`, `client_secret_basic`,
///   `client_secret_post`
record Client(String id, String secret, String method) {
    /// As a person registered it, else by its own metadata document, else registered now: in the
    /// order that the specification wants.
    static Client at(
            AuthorizationServer server, Link.Login login, String secret, String callback, Wire wire)
            throws InterruptedException {
        if (!login.clientId().isEmpty()) {
            return new Client(login.clientId(), secret, method(server, secret, ""));
        }
        if (server.describesClients() && !login.clientMetadata().isEmpty()) {
            return new Client(login.clientMetadata(), "", "none");
        }
        if (server.register().isPresent()) {
            return registered(server, server.register().get(), login.scope(), callback, wire);
        }
        throw new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                server.issuer() + " lets no client register itself.",
                "Register one there by hand (redirect address "
                        + callback
                        + ") and write its"
                        + " oauth: {\"clientId\": …} with the server in servers.json.");
    }

    private static Client registered(
            AuthorizationServer server, URI endpoint, String scope, String callback, Wire wire)
            throws InterruptedException {
        Map<String, Object> wanted = new LinkedHashMap<>();
        wanted.put("client_name", "Strawboss");
        wanted.put("application_type", "native");
        wanted.put("redirect_uris", List.of(callback));
        wanted.put("grant_types", List.of("authorization_code", "refresh_token"));
        wanted.put("response_types", List.of("code"));
        wanted.put(
                "token_endpoint_auth_method",
                server.methods().contains("none") ? "none" : method(server, "x", ""));
        if (!scope.isEmpty()) {
            wanted.put("scope", scope);
        }
        Wire.Answer answer =
                wire.send(
                        "POST",
                        endpoint,
                        Map.of("Content-Type", "application/json", "Accept", "application/json"),
                        Json.write(wanted),
                        true);
        if (answer.status() != 200 && answer.status() != 201) {
            throw new StrawbossException(
                    ErrorCode.UPSTREAM_FAILED,
                    endpoint.getHost()
                            + " does not register us: it answers "
                            + answer.status()
                            + ".",
                    "Register a client there by hand and write its oauth: {\"clientId\": …} with"
                            + " the server in servers.json.");
        }
        Document made = Document.parse(endpoint.getHost(), answer.body());
        String id = made.text("client_id");
        if (id.isEmpty()) {
            throw made.wrong("registration without a client_id");
        }
        String secret = made.text("client_secret");
        return new Client(
                id, secret, method(server, secret, made.text("token_endpoint_auth_method")));
    }

    private static String method(AuthorizationServer server, String secret, String told) {
        if (secret.isEmpty()) {
            return "none";
        }
        if (told.equals("client_secret_basic") || told.equals("client_secret_post")) {
            return told;
        }
        return server.methods().contains("client_secret_basic")
                        || !server.methods().contains("client_secret_post")
                ? "client_secret_basic"
                : "client_secret_post";
    }

    /// Puts the proof into a request to the token endpoint.
    void sign(Map<String, String> form, Map<String, String> headers) {
        switch (method) {
            case "client_secret_basic" -> {
                String pair = encoded(id) + ":" + encoded(secret);
                headers.put(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            }
            case "client_secret_post" -> {
                form.put("client_id", id);
                form.put("client_secret", secret);
            }
            default -> form.put("client_id", id);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Without the secret.
    @Override
    public String toString() {
        return id;
    }
}
