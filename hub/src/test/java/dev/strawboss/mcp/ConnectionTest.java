package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConnectionTest {
    private static final String LONG = "x".repeat(100_000);
    private static final String PING = "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"ping\"}\n";

    private final Budget budget = new Budget(Duration.ZERO);

    @Test
    void aMessageWithoutRoomIsRefusedAsThat() throws Exception {
        assertThat(budget.room().take(48 << 20)).isTrue();
        Map<String, Object> refused =
                answers("{\"id\":1,\"text\":\"" + LONG + "\"}\n" + PING).getFirst();

        assertThat(refused.get("id")).isEqualTo(1L);
        assertThat(Peer.at(refused, "error code")).isEqualTo((long) Refusal.BUSY);
        assertThat(Peer.at(refused, "error message").toString()).contains("no room");
    }

    @Test
    void anIdThatIsNoneEndsNoConnection() throws Exception {
        assertThat(budget.room().take(48 << 20)).isTrue();
        for (String id : List.of("01", "-", "\"\\q\"")) {
            List<Map<String, Object>> answers =
                    answers("{\"text\":\"" + LONG + "\",\"id\":" + id + "}\n" + PING);

            assertThat(answers).hasSize(2);
            assertThat(answers.get(0)).containsEntry("id", null).containsKey("error");
            assertThat(answers.get(1)).containsEntry("id", 2L).containsKey("result");
        }
    }

    private List<Map<String, Object>> answers(String lines) throws InterruptedException {
        ByteArrayInputStream in = new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Service service =
                new Service(
                        Offer.of(List.of(), "", InstantSource.system()),
                        new Seal(new byte[32], InstantSource.system()),
                        "1");
        new Connection(
                        service,
                        new Intake(budget),
                        new Origin(Origin.LOCAL, "socket", null),
                        in::read,
                        (bytes, n) -> out.write(bytes, 0, n))
                .serve();
        return out.toString(StandardCharsets.UTF_8).lines().map(Json::parseObject).toList();
    }
}
