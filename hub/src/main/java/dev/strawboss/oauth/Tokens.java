package dev.strawboss.oauth;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// What a token endpoint gave.
///
/// @param refresh empty: there is none
/// @param expires [Instant#MAX] where it is not said
/// @param scope empty: as asked for
record Tokens(String access, String refresh, Instant expires, String scope) {
    /// The grant is no longer good: a person has to log in again.
    static final class Gone extends Exception {
        private static final long serialVersionUID = 1L;

        Gone(String why) {
            super(why);
        }
    }

    /// @param form what is asked for, without who asks
    /// @throws Gone if the endpoint says `invalid_grant`
    static Tokens ask(Wire wire, URI endpoint, Client client, Map<String, String> form, Instant now)
            throws Gone, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(form);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/x-www-form-urlencoded");
        headers.put("Accept", "application/json");
        client.sign(fields, headers);
        String body =
                fields.entrySet().stream()
                        .map(field ->
                                Client.encoded(field.getKey())
                                        + "="
                                        + Client.encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        Wire.Answer answer = wire.send("POST", endpoint, headers, body, true);
        if (answer.status() != 200) {
            throw refused(endpoint, answer);
        }
        Document document = Document.parse(endpoint.getHost(), answer.body());
        String access = document.text("access_token");
        // What a header can hold, and nothing that ends it.
        if (!access.matches("[\\x21-\\x7e]{1,16384}")
                || !document.text("token_type").equalsIgnoreCase("bearer")) {
            throw document.wrong("token that is no bearer token");
        }
        String refresh = document.text("refresh_token");
        return new Tokens(
                access,
                refresh.matches("[\\x21-\\x7e]{0,16384}") ? refresh : "",
                expires(document, now),
                document.text("scope"));
    }

    private static Instant expires(Document document, Instant now) {
        return document.values().get("expires_in") instanceof Number seconds
                        && seconds.longValue() >= 0
                        && seconds.longValue() < 10L * 366 * 86_400
                ? now.plusSeconds(seconds.longValue())
                : Instant.MAX;
    }

    private static StrawbossException refused(URI endpoint, Wire.Answer answer) throws Gone {
        String error = "";
        try {
            error = Document.parse(endpoint.getHost(), answer.body()).text("error");
        } catch (StrawbossException _) { // then its status says it
            error = "";
        }
        if (error.equals("invalid_grant")) {
            throw new Gone(endpoint.getHost() + " no longer accepts what we hold");
        }
        String why = error.matches("[a-z_]{1,40}") ? error : "status " + answer.status();
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                endpoint.getHost() + " gives no token: " + why + ".",
                "Log in again: strawboss upstreams login NAME");
    }

    /// Without the tokens.
    @Override
    public String toString() {
        return "until " + expires;
    }
}
