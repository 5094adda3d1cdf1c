package dev.strawboss.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.strawboss.agents.Ran;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Grant;
import dev.strawboss.sandbox.Here;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.Sandbox;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Confined commands and their gate, in the real sandbox.
@Timeout(120)
class ConfinedEgressTest {
    private static final String ASK =
            "ask() { exec 3<>/dev/tcp/127.0.0.1/3128 && printf \"$1\" >&3 && cat <&3; exec 3>&-; }; ";

    @TempDir Path ground;

    private Path work;
    private EchoServer echo;
    private Egress egress;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "no perl here");
        Here.networkOrSkipped(ground.resolve("here"));
        work = Files.createDirectories(ground.resolve("work"));
        echo = new EchoServer();
        egress = hub();
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        echo.close();
    }

    @Test
    void aListedHostIsReachedAndNothingElseIs() throws Exception {
        assertThat(
                        said(
                                List.of(echo.address()),
                                ASK
                                        + "ask 'GET http://"
                                        + echo.address()
                                        + "/a HTTP/1.0\\r\\n\\r\\n'",
                                Duration.ofSeconds(3)))
                .startsWith("GET /a HTTP/1.0\r\nHost: " + echo.address());
        assertThat(
                        said(
                                List.of(echo.address()),
                                ASK + "ask 'CONNECT 127.0.0.1:22 HTTP/1.1\\r\\n\\r\\n'"))
                .startsWith("HTTP/1.1 403 ")
                .contains("127.0.0.1:22 is not among the hosts");
        int before = echo.visitors();
        String port = echo.address().substring(echo.address().indexOf(':') + 1);
        assertThat(
                        said(
                                List.of(echo.address()),
                                "echo x >/dev/tcp/127.0.0.1/" + port + " || echo no"))
                .isEqualTo("no\n");
        assertThat(echo.visitors()).isEqualTo(before);
        assertThat(egress.refused("j1")).containsEntry("127.0.0.1:22", 1);
    }

    @Test
    void aProviderIsAskedWithAKeyThatIsNowhereInside() throws Exception {
        HttpServer upstream =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        upstream.createContext(
                "/v1/messages",
                exchange -> {
                    byte[] key =
                            exchange.getRequestHeaders()
                                    .getFirst("x-api-key")
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, 0);
                    try (OutputStream out = exchange.getResponseBody()) {
                        out.write(key.length + 40);
                    }
                });
        upstream.start();
        try {
            Provider provider =
                    new Provider(
                            "model",
                            Dialect.ANTHROPIC,
                            URI.create("http://127.0.0.1:" + upstream.getAddress().getPort()),
                            Optional.of("THE_KEY"));
            Path gate = egress.open("j1", new Rules.None(), List.of(provider));
            String said =
                    output(
                            gate,
                            ASK
                                    + "ask 'POST /provider/model/v1/messages HTTP/1.0\\r\\n\\r\\n'; env; cat"
                                    + " /run/strawboss/*.pl; ls /run/strawboss");
            assertThat(said)
                    .startsWith("HTTP/1.1 200 ")
                    .contains("\r\n\r\n4") // 12 characters and 40
                    .contains("HTTPS_PROXY=http://127.0.0.1:3128")
                    .doesNotContain("the-real-key", "grant.json");
        } finally {
            upstream.stop(0);
        }
    }

    @Test
    void whatTheNextHubOpensUnderTheSamePathIsFound() throws Exception {
        Path gate = egress.open("j1", new Rules.None(), List.of());
        Path go = work.resolve("go");
        Thread replaced =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                while (!Files.exists(work.resolve("up"))) {
                                    Thread.sleep(20);
                                }
                                egress.close();
                                egress = hub();
                                Files.createFile(go);
                            } catch (IOException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
        assertThat(
                        output(
                                gate,
                                ASK
                                        + "touch up; while [ ! -e go ]; do sleep 0.05; done;"
                                        + " ask 'CONNECT a.example:1 HTTP/1.1\\r\\n\\r\\n'"))
                .startsWith("HTTP/1.1 403 ");
        replaced.join();
    }

    private Egress hub() {
        return new Egress(
                ground.resolve("egress"),
                name -> name.equals("THE_KEY") ? Optional.of("the-real-key") : Optional.empty(),
                _ -> List.of());
    }

    private String said(List<String> hosts, String script) throws Exception {
        return output(egress.open("j1", Rules.of(hosts), List.of()), script);
    }

    // The echo ends only after who speaks to it.
    private String said(List<String> hosts, String script, Duration patience) throws Exception {
        return said(
                hosts, script.replace("cat <&3", "timeout " + patience.toSeconds() + " cat <&3"));
    }

    private String output(Path gate, String script) throws Exception {
        Map<String, String> environment = new HashMap<>(Inside.environment());
        environment.put("PATH", "/usr/bin:/bin");
        Forwarder forwarder =
                Forwarder.of(Optional.of(Path.of("/usr/bin/perl")), Path.of("/no"), Path.of("/no"));
        RunPlan plan =
                new RunPlan(
                        forwarder.before(List.of("bash", "-c", script)),
                        work,
                        environment,
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        RunPlan.OUTPUT_HEAD,
                        RunPlan.OUTPUT_TAIL);
        Path attempt = Files.createDirectories(ground.resolve("attempt"));
        Profile profile = Profile.agent(work).with(new Grant(gate, Inside.DIRECTORY, false));
        RunPlan confined =
                new Sandbox(ground, Set.of()).confine(Demand.BEST, profile, plan, attempt);
        assertThat(confined.command()).isNotEqualTo(plan.command());
        var _ = Ran.plan(confined, ground);
        return Files.readString(ground.resolve("stdout"), StandardCharsets.ISO_8859_1);
    }
}
