package dev.strawboss.oauth;

import dev.strawboss.json.Json;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// A login that was made, without its secrets.
///
/// @param resource what its token may be sent to
/// @param issuer of the authorization server to which client and tokens belong
/// @param scope what was granted
/// @param wanted what an upstream asked for since, and a person has to grant
/// @param expires when the access token does
record Grant(
        String resource,
        String issuer,
        URI token,
        String client,
        String method,
        String scope,
        String wanted,
        Instant expires) {
    static Grant parse(String text) {
        Document document = new Document("oauth", Json.parseObject(text));
        return new Grant(
                document.text("resource"),
                document.text("issuer"),
                document.uri("token_endpoint").orElse(URI.create("")),
                document.text("client_id"),
                document.text("method"),
                document.text("scope"),
                document.text("wanted"),
                document.has("expires") ? Instant.parse(document.text("expires")) : Instant.MAX);
    }

    String write() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("resource", resource);
        values.put("issuer", issuer);
        values.put("token_endpoint", token.toString());
        values.put("client_id", client);
        values.put("method", method);
        values.put("scope", scope);
        values.put("wanted", wanted);
        if (!expires.equals(Instant.MAX)) {
            values.put("expires", expires.toString());
        }
        return Json.write(values) + "\n";
    }

    Grant renewed(Tokens tokens) {
        return new Grant(
                resource,
                issuer,
                token,
                client,
                method,
                tokens.scope().isEmpty() ? scope : tokens.scope(),
                wanted,
                tokens.expires());
    }

    Grant wanting(String more) {
        return new Grant(resource, issuer, token, client, method, scope, more, expires);
    }
}
