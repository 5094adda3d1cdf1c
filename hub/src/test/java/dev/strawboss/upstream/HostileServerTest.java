package dev.strawboss.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.concurrent.Threads;
import dev.strawboss.errors.StrawbossException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a server does wrong ends in one sentence for the call that it concerns, and nothing else
/// notices.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileServerTest {
    private static final CallContext PATIENT = CallContext.alone(Duration.ofSeconds(60));
    private static final CallContext BRIEF = CallContext.alone(Duration.ofMillis(700));

    private static Connected server;

    @BeforeAll
    static void open() throws Exception {
        server = Peers.connect(HostileServer.target("usual"));
    }

    @AfterAll
    static void close() {
        server.connection().close();
    }

    private static Reply call(Connected at, String tool, CallContext context) throws Exception {
        return at.call(tool, new LinkedHashMap<>(), context);
    }

    private static void healthy(Connected at) throws Exception {
        Reply reply = at.call("echo", Map.of("text", "still"), PATIENT);
        assertThat(Peers.text(reply)).isEqualTo("echo still");
    }

    private static String sentence(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Failed.class);
        return ((Reply.Failed) reply).sentence();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "invalid json  | that is not JSON",
                "invalid utf-8 | that is not UTF-8",
                "no result     | with neither a result nor an error",
                "deep          | more than 200 levels deep",
                "wide          | no memory",
            })
    void anAnswerThatIsNoneFailsItsCallAtOnce(String tool, String why) throws Exception {
        Reply reply = call(server, tool, PATIENT);
        assertThat(sentence(reply)).startsWith("Server peer sent an answer").contains(why);
        healthy(server);
    }

    @Test
    void aMessageOf50MegabytesFailsItsCallOnly() throws Exception {
        Reply reply = server.call("big", Map.of("bytes", 50 << 20), PATIENT);
        assertThat(sentence(reply)).contains("longer than 32 MB");
        healthy(server);
    }

    @Test
    void aMessageOf20MegabytesArrives() throws Exception {
        Reply reply = server.call("big", Map.of("bytes", 20 << 20), PATIENT);
        assertThat(Peers.text(reply)).hasSize(20 << 20);
    }

    @Test
    void aCallWithoutAnAnswerEndsInTimeAndNamesWhatCameInstead() throws Exception {
        Connected one = Peers.connect(HostileServer.target("usual"));
        try {
            assertThat(sentence(call(one, "silent", BRIEF))).contains("did not answer in time");
            assertThat(sentence(call(one, "wrong id", BRIEF)))
                    .contains("2 answers that nobody asked for");
            healthy(one);
        } finally {
            one.connection().close();
        }
    }

    @Test
    void ofTwoAnswersTheFirstCounts() throws Exception {
        assertThat(Peers.text(call(server, "twice", PATIENT))).isEqualTo("first");
        healthy(server);
    }

    @Test
    void answersInAnotherOrderReachTheirCalls() throws Exception {
        List<CompletableFuture<String>> texts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            CompletableFuture<String> text = new CompletableFuture<>();
            texts.add(text);
            Threads.virtual("caller", () -> complete(text, "hold"));
        }
        assertThat(texts.stream().map(CompletableFuture::join).distinct())
                .hasSize(3)
                .allMatch(text -> text.startsWith("held "));
    }

    private static void complete(CompletableFuture<String> text, String tool) {
        try {
            text.complete(Peers.text(call(server, tool, PATIENT)));
        } catch (Exception | AssertionError e) {
            text.completeExceptionally(e);
        }
    }

    @Test
    void linesThatMeanNothingAreReadPast() throws Exception {
        assertThat(Peers.text(call(server, "noise", PATIENT))).isEqualTo("after the noise");
    }

    @Test
    void aFloodOfNoticesIsToldOnceInAWhile() throws Exception {
        AtomicInteger told = new AtomicInteger();
        AtomicInteger logs = new AtomicInteger();
        Changes changes =
                new Changes() {
                    @Override
                    public void toolsChanged() {
                        told.incrementAndGet();
                        pause(20);
                    }

                    @Override
                    public void log(Map<String, Object> params) {
                        logs.incrementAndGet();
                    }
                };
        AtomicInteger progress = new AtomicInteger();
        CallContext slow =
                new CallContext() {
                    @Override
                    public Duration patience() {
                        return Duration.ofSeconds(60);
                    }

                    @Override
                    public void progress(Map<String, Object> params) {
                        progress.incrementAndGet();
                        pause(1);
                    }
                };
        Connected one = Peers.connect(Setup.of(HostileServer.target("usual")), changes);
        try {
            assertThat(Peers.text(call(one, "flood", slow))).isEqualTo("flooded");
            assertThat(told.get()).isBetween(1, 10_000);
            assertThat(logs.get()).isLessThan(50_000);
            assertThat(progress.get()).isBetween(1, 49_999);
            healthy(one);
        } finally {
            one.connection().close();
        }
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void manyWordsOnStandardErrorHoldUpNothing() throws Exception {
        assertThat(Peers.text(call(server, "errors", PATIENT))).isEqualTo("complained");
    }

    @ParameterizedTest
    @CsvSource({
        "exit, exited with status 3 (tools/call); it last said: fatal: the disk is gone",
        "kill, was ended by signal 9"
    })
    void aServerThatEndsInACallFailsItAtOnceWithItsLastWords(String tool, String why)
            throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        Changes changes =
                new Changes() {
                    @Override
                    public void closed(String sentence) {
                        closed.complete(sentence);
                    }
                };
        Connected one = Peers.connect(Setup.of(HostileServer.target("usual")), changes);
        Reply reply = call(one, tool, PATIENT);
        assertThat(sentence(reply)).contains(why);
        assertThat(((Reply.Failed) reply).unsent()).isFalse();
        assertThat(closed.get(10, TimeUnit.SECONDS)).startsWith("Server peer");
        Reply next = call(one, "echo", PATIENT);
        assertThat(((Reply.Failed) next).unsent()).isTrue();
        one.connection().close();
    }

    @Test
    void aLineWithoutAnEndHarmsNobody() throws Exception {
        Connected one = Peers.connect(HostileServer.target("usual"));
        assertThat(sentence(call(one, "endless", CallContext.alone(Duration.ofSeconds(2)))))
                .contains("did not answer in time");
        healthy(server);
        one.connection().close();
    }

    @Test
    void aServerThatDoesNotReadHoldsUpNobody() throws Exception {
        Connected one = Peers.connect(HostileServer.target("usual"));
        assertThat(Peers.text(call(one, "deaf", PATIENT))).contains("do not listen");
        String large = "x".repeat(20 << 20);
        // one is being written, one waits until its caller goes away, as does the next
        for (int i = 0; i < 3; i++) {
            assertThat(sentence(one.call("echo", Map.of("text", large), BRIEF)))
                    .contains("did not answer in time");
        }
        Thread waiting = Threads.virtual("caller", () -> large(one, large));
        while (waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        assertThat(sentence(one.call("echo", Map.of("text", large), BRIEF)))
                .contains("does not read what is sent to it");
        waiting.interrupt();
        healthy(server);
        one.connection().close();
    }

    private static void large(Connected one, String large) {
        try {
            one.call("echo", Map.of("text", large), PATIENT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aQuestionGoesToTheOnlyClientThatCalls() throws Exception {
        assertThat(Peers.text(call(server, "ask", answering("me", "yes"))))
                .isEqualTo("answered {\"action\":\"accept\",\"content\":{\"said\":\"yes\"}}");
    }

    @Test
    void aQuestionIsDeclinedWhereNobodyCanBeAsked() throws Exception {
        assertThat(Peers.text(call(server, "ask", PATIENT))).contains("decline");
        assertThat(Peers.text(call(server, "sample", PATIENT))).isEqualTo("answered null");
    }

    @Test
    void aQuestionIsDeclinedWhileTwoClientsCall() throws Exception {
        Connected one = Peers.connect(HostileServer.target("usual"));
        try {
            CallContext other =
                    new CallContext() {
                        @Override
                        public Duration patience() {
                            return Duration.ofSeconds(20);
                        }

                        @Override
                        public Object client() {
                            return "somebody else";
                        }
                    };
            Thread waiting =
                    Threads.virtual(
                            "other",
                            () -> {
                                try {
                                    call(one, "silent", other);
                                } catch (Exception e) {
                                    Thread.currentThread().interrupt();
                                }
                            });
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(Peers.text(call(one, "ask", answering("me", "yes")))).contains("decline");
            waiting.interrupt();
        } finally {
            one.connection().close();
        }
    }

    private static CallContext answering(String client, String said) {
        return new CallContext() {
            @Override
            public Duration patience() {
                return Duration.ofSeconds(20);
            }

            @Override
            public Object client() {
                return client;
            }

            @Override
            public boolean elicits() {
                return true;
            }

            @Override
            public Optional<Map<String, Object>> elicit(Map<String, Object> params) {
                Map<String, Object> answer = new LinkedHashMap<>();
                answer.put("action", "accept");
                answer.put("content", Map.of("said", said));
                return Optional.of(answer);
            }
        };
    }

    @Test
    void aPersonIsNoLongerAskedWhenTheCallHasEnded() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        CallContext context =
                new CallContext() {
                    @Override
                    public Duration patience() {
                        return Duration.ofSeconds(2);
                    }

                    @Override
                    public boolean elicits() {
                        return true;
                    }

                    @Override
                    public Optional<Map<String, Object>> elicit(Map<String, Object> params)
                            throws InterruptedException {
                        asked.countDown();
                        try {
                            new CountDownLatch(1).await();
                        } finally {
                            left.countDown();
                        }
                        return Optional.empty();
                    }
                };
        Connected one = Peers.connect(HostileServer.target("usual"));
        assertThat(sentence(call(one, "ask", context))).contains("did not answer in time");
        assertThat(asked.getCount()).isZero();
        assertThat(left.await(10, TimeUnit.SECONDS)).isTrue();
        one.connection().close();
    }

    @Test
    void aServerLeavesNoProcessBehind() throws Exception {
        Connected one = Peers.connect(HostileServer.target("usual"));
        long child = Long.parseLong(Peers.text(call(one, "child", PATIENT)));
        // its parent dies first, so that it is nobody's child any more
        assertThat(sentence(call(one, "kill", PATIENT))).contains("signal 9");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (ProcessHandle.of(child).map(ProcessHandle::isAlive).orElse(false)) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(20);
        }
    }

    @Test
    void aServerThatLeavesOnAnythingButInitializeIsStartedAgain() throws Exception {
        Connected one = Peers.connect(HostileServer.target("leaves"));
        assertThat(one.identity().era()).isEqualTo(Identity.Era.LEGACY);
        healthy(one);
        one.connection().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"silent", "agrees", "banner"})
    void aServerThatKnowsNothingOfTheModernEraIsLegacy(String mode) throws Exception {
        Connected one = Peers.connect(HostileServer.target(mode));
        assertThat(one.identity().revision()).isEqualTo("2025-06-18");
        healthy(one);
        one.connection().close();
    }

    @ParameterizedTest
    @CsvSource({
        "dead, exited with status 4 (connecting); it last said: boom: no such database",
        "strange, speaks a revision of MCP that this hub does not: 1999-01-01",
        "future, speaks only revisions of MCP that this hub does not: [2031-01-01]",
    })
    void whatCannotBeConnectedToSaysWhy(String mode, String why) {
        assertThatThrownBy(() -> Peers.connect(HostileServer.target(mode)))
                .isInstanceOf(StrawbossException.class)
                .hasMessageContaining(why)
                .extracting(e -> ((StrawbossException) e).hint())
                .isEqualTo("strawboss upstreams test peer");
    }

    @Test
    void whatCannotBeStartedSaysWhy() {
        assertThatThrownBy(() -> Peers.connect(Peers.command("no-such-program-here")))
                .hasMessageContaining("cannot be started: no-such-program-here")
                .hasMessageContaining("No such file");
    }

    @Test
    void aServerThatNeverAnswersIsGivenUpInTime() {
        Setup usual = Setup.of(HostileServer.target("mute"));
        Setup brief =
                new Setup(
                        usual.target(),
                        usual.scope(),
                        false,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        Authorization.NONE);
        assertThatThrownBy(() -> Peers.connect(brief, Changes.UNHEARD))
                .hasMessageContaining("did not answer in time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"endless", "circular"})
    void aListWithoutAnEndIsRefused(String mode) throws Exception {
        Connected one = Peers.connect(HostileServer.target(mode));
        assertThatThrownBy(one::tools).hasMessageContaining("a list that does not end");
        one.connection().close();
    }

    @Test
    void fiveThousandToolsAreRead() throws Exception {
        Connected one = Peers.connect(HostileServer.target("many"));
        assertThat(one.tools()).hasSize(5_000);
        one.connection().close();
    }

    @Test
    void namesArriveAsTheyAre() throws Exception {
        Connected one = Peers.connect(HostileServer.target("names"));
        assertThat(one.tools().stream().map(tool -> tool.get("name")))
                .containsExactly("n".repeat(500), "twice", "twice", "\u202eевил\u0000\ud800 😀");
        one.connection().close();
    }

    @Test
    void toolsThatChangeInMidSessionAreTold() throws Exception {
        CountDownLatch changed = new CountDownLatch(1);
        Changes changes =
                new Changes() {
                    @Override
                    public void toolsChanged() {
                        changed.countDown();
                    }
                };
        Connected one = Peers.connect(Setup.of(HostileServer.target("usual")), changes);
        assertThat(one.tools()).hasSize(1);
        call(one, "more", PATIENT);
        assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(one.tools()).hasSize(2);
        one.connection().close();
    }

    @Test
    void anInterruptedCallIsCancelledAtTheServer() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread caller =
                Threads.virtual(
                        "caller",
                        () -> {
                            try {
                                call(server, "silent", PATIENT);
                                interrupted.complete(false);
                            } catch (InterruptedException e) {
                                interrupted.complete(true);
                            } catch (Exception e) {
                                interrupted.completeExceptionally(e);
                            }
                        });
        while (caller.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        caller.interrupt();
        assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
        healthy(server);
    }
}
