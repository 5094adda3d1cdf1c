package dev.strawboss.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EgressTest {
    @TempDir Path state;

    private EchoServer echo;
    private Egress egress;

    @BeforeEach
    void open() throws IOException {
        echo = new EchoServer();
        egress = hub();
    }

    @AfterEach
    void close() throws IOException {
        egress.close();
        echo.close();
    }

    @Test
    void aTunnelLeadsToAListedHostAndPassesOnWhoIsDoneSpeaking() throws IOException {
        Path gate = gate(echo.address());
        try (Knock knock = Knock.at(gate)) {
            knock.say("CONNECT " + echo.address() + " HTTP/1.1\r\nHost: x\r\n\r\nearly, ");
            assertThat(knock.until("\r\n\r\n")).startsWith("HTTP/1.1 200 ");
            knock.say("and late");
            knock.end();
            assertThat(knock.rest()).isEqualTo("early, and late");
        }
    }

    @Test
    void aHostThatIsNotListedIsRefusedInASentenceAndTakenDown() throws IOException {
        Path gate = gate("api.example.org");
        for (int i = 0; i < 3; i++) {
            assertThat(Knock.answer(gate, "CONNECT evil.example:443 HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 403 ")
                    .endsWith(
                            "Strawboss: evil.example:443 is not among the hosts that this job may"
                                    + " reach: api.example.org.\n");
        }
        assertThat(Knock.answer(gate, "GET http://" + echo.address() + "/ HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ");
        assertThat(egress.refused("j1"))
                .isEqualTo(Map.of("evil.example:443", 3, echo.address(), 1));
        assertThat(echo.visitors()).isZero();
    }

    @Test
    void aNameThatLeadsToLoopbackIsRefusedEvenIfListed() throws IOException {
        String port = echo.address().substring(echo.address().indexOf(':'));
        Path gate = gate("rebound.example" + port);
        assertThat(Knock.answer(gate, "CONNECT rebound.example" + port + " HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 403 ")
                .contains("127.0.0.1, loopback, which must itself be listed as " + echo.address());
        assertThat(echo.visitors()).isZero();
    }

    @Test
    void aPlainRequestReachesTheHostOfItsUrlAsThatHostKnowsIt() throws IOException {
        Path gate = gate(echo.address());
        try (Knock knock = Knock.at(gate)) {
            knock.say(
                    "POST http://"
                            + echo.address()
                            + "/a?b=c HTTP/1.1\r\nHost: other.example\r\nProxy-Authorization: x\r\n"
                            + "Proxy-Connection: keep-alive\r\nContent-Length: 4\r\n\r\nbody");
            knock.end();
            assertThat(knock.rest())
                    .isEqualTo(
                            "POST /a?b=c HTTP/1.1\r\nHost: "
                                    + echo.address()
                                    + "\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody");
        }
    }

    @Test
    void whatIsNoRequestEndsTheConnectionAndNothingElse() throws IOException {
        Path gate = gate(echo.address());
        assertThat(Knock.answer(gate, "\u0016\u0003\u0001 hello\r\n\r\n")).isEmpty();
        assertThat(Knock.answer(gate, "GET https://a.example/ HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(Knock.answer(gate, "CONNECT a.example HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(Knock.answer(gate, "GET /etc/passwd HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void theNextHubListensAgainUnderTheSamePathAndKnowsWhatWasRefused() throws IOException {
        Path gate = gate("api.example.org");
        var _ = Knock.answer(gate, "CONNECT evil.example:443 HTTP/1.1\r\n\r\n");
        egress.close();
        assertThatThrownBy(() -> Knock.at(gate)).isInstanceOf(IOException.class);

        egress = hub();
        var _ = Knock.answer(gate, "CONNECT evil.example:443 HTTP/1.1\r\n\r\n");
        assertThat(egress.refused("j1")).isEqualTo(Map.of("evil.example:443", 2));
    }

    @Test
    void theEndOfAJobEndsItsConnectionsAndLeavesNothing() throws IOException {
        Path gate = gate(echo.address());
        try (Knock knock = Knock.at(gate)) {
            knock.say("CONNECT " + echo.address() + " HTTP/1.1\r\n\r\n");
            var _ = knock.until("\r\n\r\n");
            egress.end("j1");
            assertThat(knock.rest()).isEmpty();
        }
        assertThat(state.resolve("egress/j1")).doesNotExist();
        assertThat(egress.refused("j1")).isEmpty();
    }

    @Test
    void gatesOfJobsThatAreGoneAreTakenAwayWithWhatTheyWereRefused() throws IOException {
        Path kept = egress.open("j1", new Rules.None(), List.of());
        Path gone = egress.open("j2", new Rules.None(), List.of());
        var _ = Knock.answer(gone, "CONNECT evil.example:443 HTTP/1.1\r\n\r\n");
        egress.end("j2");
        assertThat(egress.refused("j2")).containsKey("evil.example:443");
        egress.keep("j1"::equals);
        assertThat(kept).exists();
        assertThat(gone.getParent()).doesNotExist();
    }

    @Test
    void aPathThatIsLongerThanASocketsMayBeWillDo() throws IOException {
        Path deep = Files.createDirectories(state.resolve("d".repeat(120)));
        try (Egress other = new Egress(deep, _ -> Optional.empty(), _ -> List.of())) {
            Path gate = other.open("j1", new Rules.None(), List.of());
            Path link = Files.createSymbolicLink(state.resolve("l"), gate);
            assertThat(Knock.answer(link, "CONNECT a.example:1 HTTP/1.1\r\n\r\n"))
                    .contains("This job may not reach the network");
        }
    }

    private Path gate(String... hosts) {
        return egress.open("j1", Rules.of(List.of(hosts)), List.of());
    }

    private Egress hub() {
        return new Egress(
                state.resolve("egress"),
                _ -> Optional.empty(),
                host ->
                        host.equals("rebound.example")
                                ? List.of(InetAddress.ofLiteral("127.0.0.1"))
                                : List.of());
    }
}
