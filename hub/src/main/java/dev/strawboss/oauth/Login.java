package dev.strawboss.oauth;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// One attempt of a person to log in: the address to open, and what comes back.
public final class Login {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Discovery.Found found;
    private final Client client;
    private final String callback;
    private final String scope;
    private final String state = random();
    private final String verifier = random();
    private final Wire wire;

    Login(Discovery.Found found, Client client, String callback, String scope, Wire wire) {
        this.found = found;
        this.client = client;
        this.callback = callback;
        this.scope = scope;
        this.wire = wire;
    }

    /// What the person opens in a browser.
    public URI address() {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", client.id());
        query.put("redirect_uri", callback);
        query.put("state", state);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        query.put("resource", found.resource());
        if (!scope.isEmpty()) {
            query.put("scope", scope);
        }
        if (scope.contains("offline_access")) {
            query.put("prompt", "consent"); // OpenID Connect gives no refresh token without
        }
        String words =
                query.entrySet().stream()
                        .map(each ->
                                Client.encoded(each.getKey())
                                        + "="
                                        + Client.encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        String base = found.server().authorize().toString();
        return URI.create(base + (base.contains("?") ? "&" : "?") + words);
    }

    /// What the browser was sent back with.
    ///
    /// @param redirect the whole address, or its query
    /// @throws StrawbossException with [ErrorCode#UPSTREAM_FAILED] if it is not the answer to this
    ///   attempt, comes from another authorization server, or says no
    String code(String redirect) {
        Map<String, String> answer = query(redirect);
        if (!same(answer.getOrDefault("state", ""), state)) {
            throw held("answers another login than this one (its state is not ours)");
        }
        String issuer = found.server().issuer();
        String said = answer.get("iss");
        boolean wrong = said == null ? found.server().namesIssuer() : !said.equals(issuer);
        if (wrong) {
            throw held("does not come from " + issuer + " (its iss is not that)");
        }
        if (answer.containsKey("error")) {
            String error = answer.getOrDefault("error", "");
            throw held("says no: " + (error.matches("[a-z_]{1,40}") ? error : "an error"));
        }
        String code = answer.getOrDefault("code", "");
        if (code.isEmpty()) {
            throw held("has no code in it");
        }
        return code;
    }

    Tokens tokens(String code, Instant now) throws InterruptedException {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", callback);
        form.put("code_verifier", verifier);
        form.put("resource", found.resource());
        try {
            return Tokens.ask(wire, found.server().token(), client, form, now);
        } catch (Tokens.Gone gone) {
            throw new StrawbossException(
                    ErrorCode.UPSTREAM_FAILED,
                    "The code is no longer good: " + gone.getMessage() + ".",
                    "Log in again.",
                    gone);
        }
    }

    Grant grant(Tokens tokens) {
        return new Grant(
                found.resource(),
                found.server().issuer(),
                found.server().token(),
                client.id(),
                client.method(),
                tokens.scope().isEmpty() ? scope : tokens.scope(),
                "",
                tokens.expires());
    }

    String clientSecret() {
        return client.secret();
    }

    private StrawbossException held(String what) {
        return new StrawbossException(
                ErrorCode.UPSTREAM_FAILED,
                "What came back " + what + ".",
                "Nothing was kept. Log in again.");
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(
                a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> query(String redirect) {
        String text = redirect.strip();
        String query = text.substring(text.indexOf('?') + 1).replaceFirst("#.*", "");
        Map<String, String> answer = new HashMap<>();
        for (String pair : query.split("&", 64)) {
            int equals = pair.indexOf('=');
            if (equals > 0
                    && answer.put(
                                    decoded(pair.substring(0, equals)),
                                    decoded(pair.substring(equals + 1)))
                            != null) {
                throw held("says something twice");
            }
        }
        return answer;
    }

    private String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) { // a lone percent sign
            throw held("cannot be read");
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
