package dev.strawboss.main;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.strawboss.sandbox.Here;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A confined command from the command line to the list of hosts and back.
@Timeout(120)
class ConfinedRunTest {
    @TempDir Path directory;

    @Test
    void aConfinedCommandReachesWhatIsConfiguredAndTheJobSaysWhatItWasRefused() throws Exception {
        Here.networkOrSkipped(directory.resolve("here"));
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(200, 6);
                    exchange.getResponseBody().write("inside".getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
        Terminal terminal = new Terminal(directory);
        try {
            String host = "127.0.0.1:" + server.getAddress().getPort();
            assertThat(terminal.type("config", "set", "egress", host).status()).isZero();
            String ask =
                    "ask() { exec 3<>/dev/tcp/127.0.0.1/3128; printf \"$1\" >&3; cat <&3; echo; };";
            var said =
                    terminal.type(
                            "run",
                            "--sandbox",
                            "--",
                            "bash",
                            "-c",
                            ask
                                    + " ask 'GET http://"
                                    + host
                                    + "/ HTTP/1.0\\r\\n\\r\\n';"
                                    + " ask 'CONNECT evil.example:443 HTTP/1.1\\r\\n\\r\\n'");
            assertThat(said.text()).as(said.err()).contains("inside").contains("403 Forbidden");
            assertThat(terminal.type("jobs", "--json").text()).contains("\"job\":");
            String job =
                    terminal.type("jobs", "--json")
                            .text()
                            .replaceAll("(?s).*?\"job\":\"(\\w+)\".*", "$1");
            assertThat(terminal.type("job", job, "--json").text())
                    .contains("\"egress_refused\":{\"evil.example:443\":1}");
        } finally {
            terminal.close();
            server.stop(0);
        }
    }
}
