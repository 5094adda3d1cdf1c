package dev.strawboss.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import dev.strawboss.mcp.McpServer;
import dev.strawboss.mcp.ScriptedTools;
import dev.strawboss.mcp.Seal;
import dev.strawboss.store.Database;
import dev.strawboss.tokens.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// HTTP over TLS, with the files that other programs use.
@Timeout(120)
class TlsTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir Path directory;
    private Path certificate;
    private Path key;

    @BeforeEach
    void name() {
        certificate = directory.resolve("cert.pem");
        key = directory.resolve("key.pem");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void aCertificateWithAnyUsualKeyServes(String algorithm) throws Exception {
        Certificate made = make(algorithm);
        int port = Served.freePort();
        try (Database database = Database.open(directory.resolve("strawboss.db"));
                McpServer server =
                        new McpServer(
                                ScriptedTools.offer(),
                                new Seal(new byte[32], Clock.systemUTC()),
                                "t")) {
            Tokens tokens = new Tokens(database, Clock.systemUTC());
            String token = tokens.create("peer");
            HttpSettings settings = settings(port);
            assertThat(settings.url()).startsWith("https://");
            try (Running running = new Running(settings, tokens, server);
                    HttpClient client =
                            HttpClient.newBuilder().sslContext(trusting(made)).build()) {
                assertThat(running).isNotNull();
                String ping = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}";
                HttpRequest request =
                        HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/mcp"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(ping))
                                .build();
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(400); // nothing was agreed
                assertThat(answer.body()).contains("initialize");
            }
        }
    }

    @Test
    void filesThatDoNotFitAreNamed() throws Exception {
        assertThatThrownBy(() -> Pem.keyStore(settings(1).tls().orElseThrow()))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("cert.pem");
        make("EC");
        Files.writeString(
                key, "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n");
        assertThatThrownBy(() -> Pem.keyStore(settings(1).tls().orElseThrow()))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining("openssl pkcs8");
        Files.writeString(certificate, "");
        assertThatThrownBy(() -> Pem.keyStore(settings(1).tls().orElseThrow()))
                .isInstanceOf(StrawbossException.class);
    }

    private HttpSettings settings(int port) {
        return new HttpSettings(
                true,
                "127.0.0.1",
                port,
                Optional.of(new HttpSettings.Tls(certificate, key)),
                false,
                List.of(),
                100,
                100);
    }

    private Certificate make(String algorithm) throws Exception {
        Path store = directory.resolve("store.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                                "-genkeypair",
                                "-alias",
                                "x",
                                "-keyalg",
                                algorithm,
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-keystore",
                                store.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                String.valueOf(PASSWORD))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        Certificate made = keys.getCertificate("x");
        pem(certificate, "CERTIFICATE", made.getEncoded());
        pem(key, "PRIVATE KEY", keys.getKey("x", PASSWORD).getEncoded());
        return made;
    }

    private static void pem(Path file, String what, byte[] bytes) throws Exception {
        Files.writeString(
                file,
                "-----BEGIN "
                        + what
                        + "-----\n"
                        + Base64.getMimeEncoder().encodeToString(bytes)
                        + "\n-----END "
                        + what
                        + "-----\n");
    }

    private static SSLContext trusting(Certificate certificate) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("x", certificate);
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }
}
