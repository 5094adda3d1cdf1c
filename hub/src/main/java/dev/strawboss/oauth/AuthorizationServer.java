package dev.strawboss.oauth;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/// What an authorization server says of itself (RFC 8414).
///
/// @param issuer who it is, character for character
/// @param registration null where clients cannot register themselves
/// @param describesClients whether it reads a client's own metadata document
/// @param namesIssuer whether it says who it is when it sends people back (RFC 9207)
/// @param methods how clients prove who they are at the token endpoint
record AuthorizationServer(
        String issuer,
        URI authorize,
        URI token,
        @org.jspecify.annotations.Nullable URI registration,
        boolean describesClients,
        boolean namesIssuer,
        List<String> methods,
        List<String> scopes) {
    static AuthorizationServer read(Document document, String issuer) {
        String said = document.text("issuer");
        if (!sameIssuer(said, issuer)) {
            throw document.wrong("issuer that is somebody else");
        }
        List<String> challenges = document.texts("code_challenge_methods_supported");
        if (!challenges.contains("S256")) {
            throw document.wrong("login without PKCE (S256), which is not safe");
        }
        List<String> methods = document.texts("token_endpoint_auth_methods_supported");
        return new AuthorizationServer(
                said,
                document.uri("authorization_endpoint")
                        .orElseThrow(() -> document.wrong("missing authorization_endpoint")),
                document.uri("token_endpoint")
                        .orElseThrow(() -> document.wrong("missing token_endpoint")),
                document.uri("registration_endpoint").orElse(null),
                document.is("client_id_metadata_document_supported"),
                document.is("authorization_response_iss_parameter_supported"),
                methods.isEmpty() ? List.of("client_secret_basic") : methods,
                document.texts("scopes_supported"));
    }

    /// What a server of 2025-03-26 has that describes nothing: fixed paths.
    static AuthorizationServer undescribed(URI origin) {
        return new AuthorizationServer(
                origin.toString(),
                origin.resolve("/authorize"),
                origin.resolve("/token"),
                origin.resolve("/register"),
                false,
                false,
                List.of("none", "client_secret_post", "client_secret_basic"),
                List.of());
    }

    Optional<URI> register() {
        return Optional.ofNullable(registration);
    }

    // An empty path and / are one address; all else is compared as it is.
    private static boolean sameIssuer(String said, String wanted) {
        return said.equals(wanted) || bare(said).equals(bare(wanted));
    }

    private static String bare(String issuer) {
        return issuer.matches("[a-zA-Z]+://[^/]+/")
                ? issuer.substring(0, issuer.length() - 1)
                : issuer;
    }
}
