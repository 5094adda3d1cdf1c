package dev.strawboss.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The conversation as another way in uses it, such as HTTP: every message with replies of its own.
@Timeout(60)
class ConversationTest {
    private static final String TASKS =
            "{\"elicitation\":{},\"extensions\":{\"io.modelcontextprotocol/tasks\":{}}}";

    private final Offer offer = ConformanceFixture.offer();
    private final McpServer server =
            new McpServer(offer, new Seal(new byte[32], InstantSource.system()), "1");
    private final List<Conversation> conversations = new ArrayList<>();

    @AfterEach
    void close() {
        conversations.forEach(Conversation::close);
        server.close();
    }

    @Test
    void theTaskOfOnePrincipalIsNoneOfAnothers() throws Exception {
        Conversation one = conversation("one");
        Conversation other = conversation("other");
        Map<String, Object> created =
                ask(
                        one,
                        Peer.request(
                                1,
                                "tools/call",
                                "\"name\":\"confirm_delete\",\"arguments\":{}",
                                TASKS));
        String id = (String) Peer.at(created, "result taskId");
        for (String verb : List.of("get", "cancel", "update")) {
            String request =
                    Peer.request(
                            2,
                            "tasks/" + verb,
                            "\"taskId\":\"" + id + "\",\"inputResponses\":{}",
                            TASKS);
            assertThat(Peer.at(ask(other, request), "error code")).isEqualTo(-32602L);
            assertThat(ask(one, request)).as(verb).containsKey("result");
        }
    }

    @Test
    void theStateOfOnePrincipalIsNoneOfAnothers() throws Exception {
        String call = "\"name\":\"test_input_required_result_elicitation\"";
        Map<String, Object> asked =
                ask(conversation("one"), Peer.request(1, "tools/call", call, TASKS));
        String retry =
                Peer.request(
                        2,
                        "tools/call",
                        call
                                + ",\"inputResponses\":{\"user_name\":{\"action\":\"accept\"}},"
                                + "\"requestState\":"
                                + Json.write(Peer.at(asked, "result requestState")),
                        TASKS);
        assertThat(Peer.at(ask(conversation("other"), retry), "error code")).isEqualTo(-32602L);
        assertThat(ask(conversation("one"), retry)).containsKey("result");
    }

    @Test
    void aRefusalSaysTheStatusOfItsResponse() throws Exception {
        Conversation conversation = conversation("one");
        Map<String, Integer> statuses =
                Map.of(
                        Peer.request(1, "no/such", ""), 404,
                        Peer.request(1, "ping", ""), 404,
                        Peer.request(1, "initialize", ""), 404,
                        Peer.legacy(1, "server/discover", ""), 400,
                        Peer.call(1, "test_missing_capability", ""), 400,
                        Peer.request(1, "tools/list", "").replace("2026-07-28", "2030-01-01"), 400,
                        Peer.call(1, "no_such_tool", ""), 200);
        for (Map.Entry<String, Integer> each : statuses.entrySet()) {
            Collected replies = receive(conversation, each.getKey());
            replies.next();
            Refusal refusal = replies.refusal;
            assertThat(refusal == null ? 0 : refusal.httpStatus())
                    .as(each.getKey())
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void aCallThatIsCancelledIsNotAnsweredAndACloseEndsWhatGoesOn() throws Exception {
        Conversation conversation = conversation("one");
        Collected slow = receive(conversation, Peer.call(1, "slow_compute", "\"seconds\":60"));
        conversation.cancel(1L);
        Collected listening =
                receive(
                        conversation,
                        Peer.request(
                                2,
                                "subscriptions/listen",
                                "\"notifications\":{\"resourcesListChanged\":true}"));
        assertThat(listening.next().toString()).contains("acknowledged");
        ConformanceResources resources =
                (ConformanceResources) offer.offeredResources().orElseThrow();
        assertThat(resources.watching()).isEqualTo(1);
        conversation.await(Duration.ofHours(1), () -> false); // not for what only listens
        conversation.close();
        while (resources.watching() > 0) {
            Thread.onSpinWait();
        }
        assertThat(slow.messages).isEmpty();
        assertThat(listening.messages).isEmpty();
    }

    @Test
    void memoryIsGivenBackWhateverBecomesOfAMessage() throws Exception {
        Budget budget = new Budget(Duration.ZERO);
        Intake intake = new Intake(budget);
        String line = Peer.call(1, "greet", "\"name\":\"" + "x".repeat(1 << 20) + "\"");
        for (int i = 0; i < 200; i++) {
            if (received(intake, line) instanceof Received.Message message) {
                message.close();
                message.close();
            } else {
                throw new AssertionError("no room in round " + i);
            }
            assertThat(received(intake, "[" + line)).isInstanceOf(Received.Refused.class);
        }
    }

    @Test
    void deepJsonIsRefusedAndItsMemoryGivenBack() {
        String deep = "{\"id\":1,\"method\":\"ping\",\"params\":" + "[".repeat(1_000);
        Received received = received(new Intake(new Budget(Duration.ZERO)), deep);
        assertThat(received)
                .isInstanceOfSatisfying(
                        Received.Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(-32700));
    }

    @Test
    void whatATaskDoesNotShowHasNotArrived() throws Exception {
        BlockingQueue<String> told = new LinkedBlockingQueue<>();
        MemoryTasks tasks = new MemoryTasks(InstantSource.system());
        Tool telling =
                FixtureTool.of(
                        "telling",
                        (call, arguments) -> {
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
                            return tasks.begin(call, asker -> FixtureTool.text("done"));
                        });
        Offer one = Offer.of(List.of(telling), "", InstantSource.system());
        Offer both = new Offer(one.toolsets(), List.of(), null, null, tasks, one.clients(), "");
        try (McpServer other =
                new McpServer(both, new Seal(new byte[32], InstantSource.system()), "1")) {
            Conversation conversation =
                    other.conversation(new Origin("one", "http", null), message -> {});
            conversations.add(conversation);
            String call = "\"name\":\"telling\"";
            ask(conversation, Peer.request(1, "tools/call", call, TASKS));
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("lost");
            ask(conversation, Peer.request(2, "tools/call", call));
            assertThat(told.poll(20, TimeUnit.SECONDS)).isEqualTo("arrived");
            assertThat(told).isEmpty();
        }
    }

    @Test
    void whoIsConnectedAndWhoWasIsKnown() throws Exception {
        Conversation one = conversation("one");
        ask(one, Peer.request(1, "server/discover", ""));
        ask(one, Peer.call(2, "greet", "\"name\":\"x\""));
        Conversation old = conversation("two");
        ask(
                old,
                Peer.legacy(
                        1,
                        "initialize",
                        "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"roots\":{}},"
                                + "\"clientInfo\":{\"name\":\"old\",\"version\":\"7\"}"));
        one.close();
        List<Clients.Seen> seen = offer.clients().all();
        assertThat(seen).hasSize(2);
        Clients.Seen first = seen.getFirst();
        assertThat(first.connected()).isTrue();
        assertThat(first.principal()).isEqualTo("two");
        assertThat(first.client())
                .isEqualTo(new Client("old", "7", "2025-06-18", Map.of("roots", Map.of())));
        Clients.Seen last = seen.getLast();
        assertThat(last.connected()).isFalse();
        assertThat(last.client().name()).isEqualTo("t");
        assertThat(last.client().modern()).isTrue();
        assertThat(last.calls()).isEqualTo(1);
        assertThat(last.since()).isBetween(Instant.EPOCH, last.last());
    }

    @Test
    void theParametersThatAreRepeatedInHeadersAreKnown() {
        assertThat(server.headers("test_header_tool"))
                .isEqualTo(Map.of(List.of("region"), "Region"));
        assertThat(server.headers("greet")).isEmpty();
        assertThat(server.headers("no_such_tool")).isEmpty();
    }

    @Test
    void aLongListIsReadPageByPageWhateverGoesMeanwhile() throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            numbers.add(i);
        }
        List<Object> read = new ArrayList<>();
        String cursor = "";
        while (true) {
            Map<String, Object> page = page(numbers, cursor);
            read.addAll((List<?>) page.get("numbers"));
            if (!page.containsKey("nextCursor")) {
                break;
            }
            cursor = ",\"cursor\":" + Json.write(page.get("nextCursor"));
            numbers.removeFirst();
        }
        assertThat(read).hasSize(450).doesNotHaveDuplicates();
        for (String wrong : List.of("\"x\"", "\"\"", "\"%\"", "7")) {
            assertThatThrownBy(() -> page(numbers, ",\"cursor\":" + wrong))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static Map<String, Object> page(List<Integer> numbers, String cursor) throws Refusal {
        Request request =
                Request.of(
                        Json.parseObject(
                                "{\"id\":1,\"method\":\"x\",\"params\":{\"a\":1" + cursor + "}}"));
        return Pages.page("numbers", numbers, String::valueOf, number -> number, request);
    }

    private Conversation conversation(String principal) {
        Session session = new Session("s." + principal, Optional.empty(), () -> true);
        Conversation conversation =
                server.conversation(new Origin(principal, "http", session), message -> {});
        conversations.add(conversation);
        return conversation;
    }

    private Map<String, Object> ask(Conversation conversation, String line) throws Exception {
        return receive(conversation, line).next();
    }

    private Collected receive(Conversation conversation, String line) throws Exception {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Collected replies = new Collected();
        switch (server.message(bytes, 0, bytes.length)) {
            case Received.Message message -> conversation.receive(message, replies);
            case Received.Refused refused -> throw refused.refusal();
        }
        return replies;
    }

    private static Received received(Intake intake, String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return intake.message(bytes, 0, bytes.length);
    }

    /// What comes of one message.
    private static final class Collected implements Replies {
        private final BlockingQueue<Map<String, Object>> messages = new LinkedBlockingQueue<>();
        private volatile @Nullable Refusal refusal;

        Map<String, Object> next() throws InterruptedException {
            Map<String, Object> message = messages.poll(20, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("nothing comes");
            }
            return message;
        }

        @Override
        public void offer(byte[] message) {
            messages.add(Json.parseObject(message));
        }

        @Override
        public void send(byte[] message) {
            messages.add(Json.parseObject(message));
        }

        @Override
        public void answer(byte[] message, @Nullable Refusal why, Delivery delivery) {
            refusal = why;
            messages.add(Json.parseObject(message));
            delivery.arrived();
        }
    }
}
