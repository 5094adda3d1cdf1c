package dev.strawboss.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Addresses;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.servers.Server;
import dev.strawboss.servers.Servers;
import dev.strawboss.upstream.Authorization;
import dev.strawboss.upstream.Authorization.Challenge;
import dev.strawboss.upstream.Authorization.Verdict;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthTest {
    private static final Instant START = Instant.parse("2026-11-22T03:00:00Z");

    @TempDir Path directory;

    private ScriptedAuthorizationServer script;
    private Configuration configuration;
    private Servers servers;
    private Instant now = START;
    private OAuth oauth;

    @BeforeEach
    void begin() throws IOException {
        script = new ScriptedAuthorizationServer();
        configuration = new Configuration(directory, List.of());
        servers = new Servers(directory, () -> Map.of("HOME", "/"), configuration::secret);
        InstantSource source = () -> now;
        oauth =
                new OAuth(
                        servers,
                        configuration,
                        Addresses.ofTheSystem(),
                        source.withZone(ZoneOffset.UTC));
        configure(Map.of());
    }

    @AfterEach
    void end() {
        script.close();
    }

    private void configure(Map<String, Object> login) {
        servers.save("one", Map.of("url", script.at("/mcp"), "oauth", login), true);
    }

    private Server server() {
        return servers.server("one");
    }

    private void logIn() throws InterruptedException {
        try (Callback callback = Callback.open(0)) {
            Login login = oauth.begin(server(), "", callback);
            callback.paste(script.approved(login.address()));
            oauth.finish(server(), login, callback, Duration.ofSeconds(20));
        }
    }

    private Authorization authorization() {
        return oauth.authorization(server());
    }

    private Verdict challenged(int status, String... wanted) throws InterruptedException {
        return authorization()
                .challenged(
                        new Challenge(
                                URI.create(script.at("/mcp")), status, List.of(wanted), true));
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("secrets.env")) {
                    all.append(Files.readString(file));
                }
            }
        }
        return all.toString();
    }

    @Test
    void aLoginGivesATokenThatIsKeptAmongTheSecrets() throws Exception {
        assertThat(authorization().header(URI.create(script.at("/mcp")))).isEmpty();
        assertThat(challenged(401)).isEqualTo(new Verdict.NeedsLogin());
        logIn();

        Map<String, String> asked = script.asked;
        assertThat(asked)
                .containsEntry("scope", "read")
                .containsEntry("resource", script.at("/mcp"))
                .containsEntry("client_id", "registered")
                .containsEntry("code_challenge_method", "S256");
        Map<String, String> form = script.tokenRequests.getFirst();
        byte[] digest =
                MessageDigest.getInstance("SHA-256")
                        .digest(
                                form.getOrDefault("code_verifier", "")
                                        .getBytes(StandardCharsets.US_ASCII));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .isEqualTo(asked.get("code_challenge"));
        assertThat(form)
                .containsEntry("code", "code-1")
                .containsEntry("resource", script.at("/mcp"))
                .containsEntry("redirect_uri", asked.get("redirect_uri"));
        assertThat(script.registrations.getFirst())
                .containsEntry("application_type", "native")
                .containsEntry("redirect_uris", List.of(asked.get("redirect_uri")));

        assertThat(authorization().header(URI.create(script.at("/mcp"))))
                .contains("Bearer access-token-1");
        assertThat(oauth.standing("one")).isEqualTo(OAuth.Standing.GOOD);
        assertThat(configuration.secretValues()).contains("access-token-1", "refresh-token-1");
        assertThat(everything()).doesNotContain("access-token", "refresh-token");
        assertThat(oauth.logout("one")).isTrue();
        assertThat(oauth.logout("one")).isFalse();
        assertThat(configuration.secretValues()).isEmpty();
        assertThat(oauth.standing("one")).isEqualTo(OAuth.Standing.NONE);
    }

    @Test
    void aBrowserComesBackToAPortOfThisMachine() throws Exception {
        try (Callback callback = Callback.open(0)) {
            Login login = oauth.begin(server(), "", callback);
            URI back = URI.create(script.approved(login.address()));
            assertThat(back.getHost()).isEqualTo("127.0.0.1");
            try (var page = back.toURL().openStream()) {
                assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8))
                        .contains("You can close this page");
            }
            oauth.finish(server(), login, callback, Duration.ofSeconds(20));
        }
        assertThat(oauth.standing("one")).isEqualTo(OAuth.Standing.GOOD);
    }

    @Test
    void aTokenIsSentToItsResourceOnly() throws Exception {
        logIn();
        for (String other :
                List.of(
                        script.at("/other"),
                        script.at("/mcpx"),
                        script.at("/mcp").replace("127.0.0.1", "localhost"),
                        script.at("/mcp").replace("http:", "https:"),
                        "https://evil.example/mcp")) {
            assertThat(authorization().header(URI.create(other))).as(other).isEmpty();
        }
        assertThat(authorization().header(URI.create(script.at("/mcp/below")))).isPresent();
        // the server moves: the old login does not go there
        servers.save("one", Map.of("url", script.at("/elsewhere")), true);
        assertThat(authorization().header(URI.create(script.at("/elsewhere")))).isEmpty();
        assertThat(
                        authorization()
                                .challenged(
                                        new Challenge(
                                                URI.create(script.at("/elsewhere")),
                                                401,
                                                List.of(),
                                                false)))
                .isInstanceOf(Verdict.Refused.class);
        assertThat(script.tokenRequests).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=foreign",
                "iss=https://evil.example",
                "iss=SLASH",
                "error=access_denied",
                "code="
            })
    void whatComesBackWrongIsHeldAndNoCodeIsSent(String wrong) throws Exception {
        int equals = wrong.indexOf('=');
        script.redirect.put(
                wrong.substring(0, equals),
                wrong.substring(equals + 1).replace("SLASH", script.at("/")));
        assertThatThrownBy(this::logIn)
                .isInstanceOf(StrawbossException.class)
                .hasMessageStartingWith("What came back ");
        assertThat(script.tokenRequests).isEmpty();
        assertThat(oauth.standing("one")).isEqualTo(OAuth.Standing.NONE);
    }

    @Test
    void anIssuerThatIsPromisedMustBeSaidAndOneThatIsNotMustStillBeRight() throws Exception {
        script.redirect.remove("iss");
        assertThatThrownBy(this::logIn).hasMessageContaining("its iss is not that");
        script.metadata.remove("authorization_response_iss_parameter_supported");
        logIn();
        script.redirect.put("iss", "https://evil.example");
        assertThatThrownBy(this::logIn).hasMessageContaining("its iss is not that");
    }

    @Test
    void metadataThatIsNotOfThisServerIsHeld() throws Exception {
        for (String foreign :
                List.of(
                        "https://evil.example/mcp",
                        script.at("/mcp/deeper"),
                        "",
                        script.at("/m"))) {
            script.resource.put("resource", foreign);
            assertThatThrownBy(this::logIn).as(foreign).hasMessageContaining("not this server");
        }
        script.resource.put("resource", script.at("/mcp"));
        script.metadata.put("issuer", "https://evil.example");
        assertThatThrownBy(this::logIn).hasMessageContaining("issuer that is somebody else");
        script.metadata.put("issuer", script.at(""));
        script.metadata.put("code_challenge_methods_supported", List.of("plain"));
        assertThatThrownBy(this::logIn).hasMessageContaining("without PKCE");
        assertThat(script.registrations).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://169.254.169.254",
                "https://10.11.12.13",
                "http://192.168.1.1:8080",
                "http://[fd00:ec2::254]",
                "file:///etc/passwd",
                "https://1.1.1.1:22@10.0.0.1"
            })
    void metadataThatPointsElsewhereInsideIsNotFollowed(String inside) throws Exception {
        script.resource.put("authorization_servers", List.of(inside));
        assertThatThrownBy(this::logIn)
                .isInstanceOf(StrawbossException.class)
                .message()
                .containsAnyOf("leads to", "no host");
        script.challenge = "Bearer resource_metadata=\"" + inside + "/x\"";
        assertThatThrownBy(this::logIn).isInstanceOf(StrawbossException.class);
    }

    @Test
    void anEndpointInsideGetsNoCode() throws Exception {
        script.metadata.put("token_endpoint", "http://169.254.169.254/token");
        assertThatThrownBy(this::logIn).hasMessageContaining("a cloud's metadata address");
    }

    @Test
    void aPathOfTheIssuerAndOpenIdConnectAreFound() throws Exception {
        String issuer = script.at("/tenant");
        script.resource.put("authorization_servers", List.of(issuer));
        script.metadata.put("issuer", issuer);
        script.redirect.put("iss", issuer);
        for (String place :
                List.of(
                        "/.well-known/oauth-authorization-server/tenant",
                        "/.well-known/openid-configuration/tenant",
                        "/tenant/.well-known/openid-configuration")) {
            script.metadataPath = place;
            logIn();
            assertThat(script.visited).contains(place);
        }
    }

    @Test
    void aServerThatDescribesNothingHasThePlacesOf2025() throws Exception {
        script.challenge = "Bearer";
        script.describesResource = false;
        script.metadataPath = "/nowhere";
        script.redirect.remove("iss");
        logIn();
        assertThat(script.visited)
                .containsSequence(
                        "/mcp",
                        "/.well-known/oauth-protected-resource/mcp",
                        "/.well-known/oauth-protected-resource",
                        "/.well-known/oauth-authorization-server",
                        "/register",
                        "/token");
    }

    @Test
    void aTokenThatEndsIsRenewedOnceForAll() throws Exception {
        logIn();
        now = START.plusSeconds(3_600);
        List<Thread> threads = new ArrayList<>();
        List<String> sent = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int i = 0; i < 6; i++) {
            threads.add(
                    Threads.virtual(
                            "call",
                            () -> {
                                try {
                                    authorization()
                                            .header(URI.create(script.at("/mcp")))
                                            .ifPresent(sent::add);
                                } catch (InterruptedException e) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sent).hasSize(6).containsOnly("Bearer access-token-2");
        assertThat(script.tokenRequests).hasSize(2);
        assertThat(script.tokenRequests.getLast())
                .containsEntry("refresh_token", "refresh-token-1")
                .containsEntry("resource", script.at("/mcp"));
        assertThat(configuration.secretValues())
                .containsExactlyInAnyOrder("access-token-2", "refresh-token-2");
    }

    @Test
    void aTokenThatIsRefusedIsRenewedAndElseThePersonIsAsked() throws Exception {
        logIn();
        assertThat(challenged(401, "Bearer error=\"invalid_token\""))
                .isEqualTo(new Verdict.Again());
        script.refreshError = "invalid_grant";
        assertThat(challenged(401)).isEqualTo(new Verdict.Expired());
        assertThat(challenged(403)).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void aServerThatWantsMoreGetsItWithTheNextLogin() throws Exception {
        logIn();
        assertThat(challenged(403, "Bearer error=\"insufficient_scope\", scope=\"write\""))
                .isEqualTo(new Verdict.NeedsLogin());
        assertThat(oauth.standing("one")).isEqualTo(OAuth.Standing.WANTS_MORE);
        logIn();
        assertThat(script.asked.getOrDefault("scope", "").split(" "))
                .containsExactlyInAnyOrder("read", "write");
        assertThat(oauth.standing("one")).isEqualTo(OAuth.Standing.GOOD);
    }

    @Test
    void whatAServerAsksForLaterIsKnownAtTheLogin() throws Exception {
        script.anonymous = true; // until a tool is called
        assertThatThrownBy(this::logIn).hasMessageContaining("does not ask for a login");
        assertThat(challenged(401, script.challenge)).isEqualTo(new Verdict.NeedsLogin());
        logIn();
        assertThat(script.asked).containsEntry("scope", "read");
    }

    @Test
    void aClientThatWasRegisteredByHandProvesItselfAsTheServerWants() throws Exception {
        configuration.saveSecret("CLIENT_SECRET", "hush:hush");
        configure(Map.of("clientId", "by-hand", "clientSecret", "secret:CLIENT_SECRET"));
        script.metadata.put(
                "token_endpoint_auth_methods_supported", List.of("client_secret_basic"));
        logIn();
        assertThat(script.registrations).isEmpty();
        assertThat(
                        new String(
                                Base64.getDecoder()
                                        .decode(script.tokenAuthorizations.getLast().substring(6)),
                                StandardCharsets.UTF_8))
                .isEqualTo("by-hand:hush%3Ahush");
        script.metadata.put("token_endpoint_auth_methods_supported", List.of("client_secret_post"));
        logIn();
        assertThat(script.tokenRequests.getLast())
                .containsEntry("client_id", "by-hand")
                .containsEntry("client_secret", "hush:hush");
    }

    @Test
    void aClientWithADocumentOfItsOwnNeedsNoRegistration() throws Exception {
        configure(Map.of("clientMetadataUrl", "https://me.example/client.json"));
        script.metadata.put("client_id_metadata_document_supported", true);
        logIn();
        assertThat(script.registrations).isEmpty();
        assertThat(script.asked).containsEntry("client_id", "https://me.example/client.json");
    }

    @Test
    void aHeaderOfTheConfigurationGoesBeforeALogin() {
        servers.save(
                "one",
                Map.of("url", script.at("/mcp"), "headers", Map.of("authorization", "Bearer x")),
                true);
        assertThat(authorization()).isSameAs(Authorization.NONE);
        configure(Map.of());
        servers.save("one", Map.of("url", script.at("/mcp"), "oauth", false), true);
        assertThat(authorization()).isSameAs(Authorization.NONE);
    }
}
