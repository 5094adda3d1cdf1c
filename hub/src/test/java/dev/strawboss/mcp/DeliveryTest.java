package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeliveryTest {
    private static final String HELLO =
            "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/dev.strawboss/bridge\",\"params\":"
                    + "{\"session\":\"b.1.2\",\"directory\":\"/work\"}}";

    @TempDir Path directory;

    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private McpServer server;
    private Peer peer;

    @BeforeEach
    void open() throws Exception {
        server = ScriptedTools.server(List.of(new Asking(told)));
        peer = new Peer(server, directory);
    }

    @AfterEach
    void close() throws Exception {
        peer.close();
        server.close();
    }

    @Test
    void withoutABridgeAnAnswerArrivesWithTheSocket() throws Exception {
        assertThat(peer.ask(Peer.call(1, "ask", "\"millis\":0"))).containsKey("result");
        assertThat(soon()).isEqualTo("arrived");
        peer.send(cancelled(1));
        peer.ask(Peer.request(2, "server/discover", ""));
        assertThat(told).isEmpty();
    }

    @Test
    void aBridgeIsAskedRightBeforeTheAnswerAndOnlyItsWordCounts() throws Exception {
        peer.send(HELLO);
        Map<String, Object> asked = peer.ask(keyed(7));
        assertThat(asked).containsEntry("method", "dev.strawboss/confirm");
        assertThat(Peer.at(asked, "params requestId")).isEqualTo(7L);
        assertThat(peer.require()).containsEntry("id", 7L).containsKey("result");
        peer.send(written("b.1.2-8"));
        peer.ask(Peer.request(2, "server/discover", ""));
        assertThat(told).containsExactly("called");
        peer.send(written("b.1.2-7"));
        assertThat(soon()).isEqualTo("arrived");
        peer.send(written("b.1.2-7"));
        peer.close();
        peer.serving.join();
        assertThat(told).isEmpty();
    }

    @Test
    void whatABridgeDroppedIsLost() throws Exception {
        peer.send(HELLO);
        peer.ask(keyed(7));
        peer.require();
        peer.send(cancelled(7));
        assertThat(soon()).isEqualTo("lost");
    }

    @Test
    void whatABridgeDidNotConfirmBeforeItEndedIsLost() throws Exception {
        peer.send(HELLO);
        peer.ask(keyed(7));
        peer.require();
        peer.close();
        assertThat(soon()).isEqualTo("lost");
    }

    @Test
    void theAnswerToACancelledCallIsLost() throws Exception {
        peer.send(Peer.call(1, "ask", "\"millis\":60000"));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("called");
        peer.send(cancelled(1));
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("lost");
    }

    @Test
    void aSessionIsItsBridgeOrElseItsConnection() throws Exception {
        Object own = Peer.at(peer.ask(Peer.call(1, "ask", "")), "result structuredContent session");
        try (Peer other = new Peer(server, directory)) {
            assertThat(
                            Peer.at(
                                    other.ask(Peer.call(1, "ask", "")),
                                    "result structuredContent session"))
                    .isNotEqualTo(own);
            other.send(HELLO);
            other.ask(Peer.call(2, "ask", ""));
            Map<String, Object> answer = other.require();
            assertThat(Peer.at(answer, "result structuredContent session")).isEqualTo("b.1.2");
            assertThat(Peer.at(answer, "result structuredContent directory")).isEqualTo("/work");
        }
        String passing =
                Peer.call(3, "ask", "")
                        .replace("\"_meta\":{", "\"_meta\":{\"dev.strawboss/notices\":false,");
        assertThat(Peer.at(peer.ask(passing), "result structuredContent session")).isEqualTo("");
    }

    private String soon() throws InterruptedException {
        assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("called");
        return String.valueOf(told.poll(20, TimeUnit.SECONDS));
    }

    private static String keyed(int id) {
        return Peer.call(id, "ask", "\"millis\":0")
                .replace(
                        "\"_meta\":{",
                        "\"_meta\":{\"dev.strawboss/request\":\"b.1.2-" + id + "\",");
    }

    private static String cancelled(int id) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":"
                + id
                + "}}";
    }

    private static String written(String request) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/dev.strawboss/written\",\"params\":"
                + "{\"request\":\""
                + request
                + "\"}}";
    }

    /// Tells what becomes of its answers.
    private record Asking(BlockingQueue<String> told) implements Tool {
        @Override
        public ToolDescription description() {
            return new ToolDescription(
                    "ask",
                    "ask",
                    "Asks.",
                    List.of(Parameter.integer("millis", "then sleeps")),
                    ToolDescription.Effect.READ,
                    Map.of());
        }

        @Override
        public ToolAnswer call(Call call, Arguments arguments) throws InterruptedException {
            call.whenAnswered(
                    new Delivery() {
                        @Override
                        public void arrived() {
                            told.add("arrived");
                        }

                        @Override
                        public void lost() {
                            told.add("lost");
                        }
                    });
            told.add("called");
            Thread.sleep(arguments.integer("millis").orElse(0L));
            Session session = call.session();
            return new ToolAnswer(
                    "asked",
                    Map.of(
                            "session",
                            session.name(),
                            "directory",
                            session.directory().map(Path::toString).orElse("")),
                    false);
        }
    }
}
