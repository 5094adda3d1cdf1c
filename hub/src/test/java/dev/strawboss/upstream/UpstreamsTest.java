package dev.strawboss.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.StrawbossException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Servers come and go, hang and die, and whoever needs another one does not notice.
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class UpstreamsTest {
    private static final CallContext PATIENT = CallContext.alone(Duration.ofSeconds(60));

    @TempDir Path directory;
    private final SetClock clock = new SetClock();
    private final CountDownLatch changed = new CountDownLatch(2);
    private Upstreams upstreams;

    /// Stands still but when it is told.
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-22T00:00:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() {
        upstreams = registry();
    }

    private Upstreams registry() {
        return new Upstreams(
                directory.resolve("lists"),
                "test",
                clock,
                new Watcher() {
                    @Override
                    public void listsChanged(String name) {
                        changed.countDown();
                    }
                });
    }

    @AfterEach
    void close() {
        upstreams.close();
    }

    private static Setup setup(String mode) {
        return Setup.of(HostileServer.target(mode));
    }

    private Upstream of(String name) {
        return upstreams.of(name, "client");
    }

    private static String call(Upstream upstream, String tool) throws InterruptedException {
        return Peers.text(upstream.call(tool, new LinkedHashMap<>(), PATIENT));
    }

    private static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.sleep(5);
        }
    }

    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    @Test
    void serversThatHangOrAreDeadDelayNobody() throws Exception {
        Map<String, Setup> wanted = new LinkedHashMap<>();
        for (int i = 0; i < 10; i++) {
            wanted.put("mute" + i, setup("mute"));
            wanted.put("absent" + i, Setup.of(Peers.command("no-such-program-here")));
        }
        wanted.put("sound", setup("usual"));
        upstreams.configure(wanted);
        assertThat(upstreams.names()).hasSize(21);
        for (int i = 0; i < 10; i++) {
            Reply reply =
                    of("mute" + i).call("echo", Map.of(), CallContext.alone(Duration.ofMillis(50)));
            assertThat(((Reply.Failed) reply).sentence())
                    .isEqualTo("Server mute" + i + " is still connecting.");
        }
        assertThat(of("sound").call("echo", Map.of("text", "at once"), PATIENT))
                .extracting(Peers::text)
                .isEqualTo("echo at once");
        assertThat(of("mute3").state()).isInstanceOf(UpstreamState.Connecting.class);
        assertThat(of("absent3").state().word()).isEqualTo("idle");
    }

    @Test
    void theListsOfTheLastConnectionAreThereAtOnce() throws Exception {
        upstreams.configure(Map.of("one", setup("usual")));
        assertThat(of("one").tools()).hasSize(1);
        upstreams.close();

        upstreams = registry();
        upstreams.configure(Map.of("one", setup("usual")));
        assertThat(of("one").tools()).hasSize(1);
        assertThat(of("one").identity().name()).isEqualTo("hostile");
        assertThat(of("one").state()).isInstanceOf(UpstreamState.Idle.class);
        assertThat(call(of("one"), "echo")).isEqualTo("echo null");
        assertThat(of("one").state().word()).isEqualTo("ready");
    }

    @Test
    void keptListsAreForOneServerOnlyAndABrokenFileIsNone() throws Exception {
        upstreams.configure(Map.of("one", setup("usual")));
        assertThat(of("one").tools()).hasSize(1);
        upstreams.close();
        upstreams = registry();
        upstreams.configure(Map.of("one", setup("many")));
        assertThat(of("one").tools()).hasSize(5_000);
        upstreams.close();
        try (var files = Files.list(directory.resolve("lists"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{\"format\":1");
            }
        }
        upstreams = registry();
        upstreams.configure(Map.of("one", setup("many")));
        assertThat(of("one").tools()).hasSize(5_000);
    }

    @Test
    void aServerThatDiedIsConnectedAgainAfterAPause() throws Exception {
        upstreams.configure(Map.of("one", setup("usual")));
        // once is nothing, twice in a row is
        for (int i = 0; i < 2; i++) {
            Reply died = of("one").call("exit", Map.of(), PATIENT);
            assertThat(((Reply.Failed) died).sentence()).contains("exited with status 3");
            until(() -> of("one").state() instanceof UpstreamState.Failed);
        }
        Reply refused = of("one").call("echo", Map.of(), PATIENT);
        assertThat(((Reply.Failed) refused).sentence()).contains("exited with status 3");
        clock.forward(Duration.ofSeconds(2));
        assertThat(call(of("one"), "echo")).isEqualTo("echo null");
    }

    @Test
    void aServerThatRanLongIsConnectedAgainAtOnce() throws Exception {
        upstreams.configure(Map.of("one", setup("usual")));
        assertThat(call(of("one"), "echo")).isEqualTo("echo null");
        clock.forward(Duration.ofMinutes(1));
        var _ = of("one").call("kill", Map.of(), PATIENT);
        until(() -> of("one").state() instanceof UpstreamState.Failed);
        assertThat(call(of("one"), "echo")).isEqualTo("echo null");
    }

    @Test
    void attemptsComeLessAndLessOften() throws Exception {
        upstreams.configure(Map.of("dead", setup("dead")));
        Duration before = Duration.ZERO;
        for (int attempt = 1; attempt <= 4; attempt++) {
            Reply reply = of("dead").call("echo", Map.of(), PATIENT);
            assertThat(((Reply.Failed) reply).sentence()).contains("boom: no such database");
            UpstreamState.Failed failed = (UpstreamState.Failed) of("dead").state();
            assertThat(failed.attempts()).isEqualTo(attempt);
            Duration pause = Duration.between(clock.instant(), failed.retryAt());
            assertThat(pause).isGreaterThanOrEqualTo(before);
            before = pause;
            var _ = of("dead").call("echo", Map.of(), PATIENT);
            assertThat(((UpstreamState.Failed) of("dead").state()).attempts()).isEqualTo(attempt);
            clock.forward(pause);
        }
        assertThat(Health.pause(40)).isBetween(Duration.ofSeconds(150), Duration.ofSeconds(300));
    }

    @Test
    void whatNobodyHasUsedForHalfAnHourIsStopped() throws Exception {
        Setup setup = setup("usual");
        Setup keep =
                new Setup(
                        setup.target(),
                        setup.scope(),
                        true,
                        setup.start(),
                        setup.patience(),
                        Authorization.NONE);
        upstreams.configure(Map.of("one", setup, "kept", keep));
        long one = Long.parseLong(call(of("one"), "pid"));
        long kept = Long.parseLong(call(of("kept"), "pid"));
        clock.forward(Upstreams.IDLE.minusSeconds(1));
        upstreams.tendOnce();
        assertThat(of("one").state().word()).isEqualTo("ready");
        clock.forward(Duration.ofSeconds(1));
        upstreams.tendOnce();
        assertThat(of("one").state().word()).isEqualTo("idle");
        until(() -> !alive(one));
        assertThat(alive(kept)).isTrue();
        assertThat(call(of("one"), "pid")).isNotEqualTo(String.valueOf(one));
    }

    @Test
    void whatIsToBeKeptIsStartedUnasked() throws Exception {
        Setup setup = setup("usual");
        upstreams.configure(
                Map.of(
                        "kept",
                        new Setup(
                                setup.target(),
                                setup.scope(),
                                true,
                                setup.start(),
                                setup.patience(),
                                Authorization.NONE)));
        upstreams.tendOnce();
        until(() -> of("kept").state().word().equals("ready"));
    }

    @Test
    void aServerOfScopeClientIsEachClientsOwn() throws Exception {
        Setup setup = setup("usual");
        Setup own =
                new Setup(
                        setup.target(),
                        Setup.Scope.CLIENT,
                        false,
                        setup.start(),
                        setup.patience(),
                        Authorization.NONE);
        upstreams.configure(Map.of("own", own, "shared", setup));
        long first = Long.parseLong(call(upstreams.of("own", "a"), "pid"));
        assertThat(call(upstreams.of("own", "a"), "pid")).isEqualTo(String.valueOf(first));
        String second = call(upstreams.of("own", "b"), "pid");
        assertThat(second).isNotEqualTo(String.valueOf(first));
        assertThat(call(upstreams.of("shared", "a"), "pid"))
                .isEqualTo(call(upstreams.of("shared", "b"), "pid"));
        upstreams.left("a");
        until(() -> !alive(first));
        assertThat(call(upstreams.of("own", "b"), "pid")).isEqualTo(second);
    }

    @Test
    void changingOneServerLeavesTheOthersAlone() throws Exception {
        upstreams.configure(Map.of("a", setup("usual"), "b", setup("usual"), "c", setup("usual")));
        String a = call(of("a"), "pid");
        long b = Long.parseLong(call(of("b"), "pid"));
        long c = Long.parseLong(call(of("c"), "pid"));
        Upstream gone = of("c");
        upstreams.configure(Map.of("a", setup("usual"), "b", setup("banner"), "d", setup("usual")));
        assertThat(upstreams.names()).containsExactly("a", "b", "d");
        assertThat(call(of("a"), "pid")).isEqualTo(a);
        until(() -> !alive(b) && !alive(c));
        assertThat(call(of("b"), "pid")).isNotEqualTo(String.valueOf(b));
        assertThat(((Reply.Failed) gone.call("echo", Map.of(), PATIENT)).sentence())
                .isEqualTo("Server c is no longer configured.");
        assertThatThrownBy(() -> of("c"))
                .isInstanceOf(StrawbossException.class)
                .hasMessage("There is no server c.");
    }

    @Test
    void changedToolsAreReadAgainAndTold() throws Exception {
        upstreams.configure(Map.of("one", setup("usual")));
        assertThat(of("one").tools()).hasSize(1);
        assertThat(call(of("one"), "more")).isEqualTo("one more");
        assertThat(changed.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(of("one").tools()).hasSize(2);
    }

    @Test
    void closingEndsEveryProcess() throws Exception {
        upstreams.configure(Map.of("one", setup("usual"), "two", setup("usual")));
        long one = Long.parseLong(call(of("one"), "pid"));
        long two = Long.parseLong(call(of("two"), "pid"));
        upstreams.close();
        until(() -> !alive(one) && !alive(two));
    }
}
