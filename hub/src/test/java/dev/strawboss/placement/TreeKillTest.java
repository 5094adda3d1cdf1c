package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static dev.strawboss.placement.Attempts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("dev.strawboss.placement.Attempts#mechanisms")
@Execution(ExecutionMode.CONCURRENT)
class TreeKillTest {
    /// Children in sessions of their own, orphans, without environment, and deaf to TERM.
    static final String STUBBORN =
            """
            trap '' TERM
            sleep 611 &
            setsid sleep 612 &
            (setsid sh -c 'trap "" TERM; sleep 613; sleep 614' &)
            env -i setsid sh -c 'trap "" TERM; while :; do sleep 615; done' &
            (env -i /usr/bin/setsid /bin/sh -c '/usr/bin/setsid /bin/sleep 616 & exec /bin/sleep 617' &)
            echo ready
            while :; do sleep 618; done
            """;

    private final String mechanism;
    private final TreeKill kill;
    private final Attempts attempts;

    TreeKillTest(String mechanism, @TempDir Path state) throws InterruptedException {
        this.mechanism = mechanism;
        this.kill = Attempts.mechanism(mechanism);
        this.attempts = new Attempts(state, kill);
    }

    @Test
    void leavesNothingOfAStubbornTree() throws Exception {
        RunHandle run = attempts.start(plan("sh", "-c", STUBBORN));
        Attempts.await(() -> text(run, "stdout").equals("ready\n"), () -> "not ready");
        Attempts.await(() -> sleepers().size() >= 7, () -> "sleepers " + sleepers());

        attempts.placement.stop(run, Duration.ofMillis(300));

        Map<Long, String> left = sleepers();
        if (mechanism.equals("process_group")) {
            // an orphan without environment, in a session of its own, is out of this one's reach
            left.values().removeAll(Set.of("sleep 616", "sleep 617"));
            attempts.sleepers.end("sleep 616", "sleep 617");
        }
        assertThat(left).isEmpty();
        assertThat(attempts.awaitExit(run).status()).isEqualTo(137);
        assertThat(run.kill()).isEqualTo(mechanism);
        // the runner itself ends a moment after it has recorded the exit
        Attempts.await(() -> !attempts.placement.alive(run), () -> "still alive");
    }

    @Test
    void asksBeforeItKills() throws Exception {
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "trap 'sleep 0.2; echo bye; exit 9' TERM; echo ready; while :; do sleep 0.05; done"));
        Attempts.await(() -> text(run, "stdout").equals("ready\n"), () -> "not ready");

        attempts.placement.stop(run, Duration.ofSeconds(20));

        assertThat(attempts.placement.exit(run).orElseThrow().status()).isEqualTo(9);
        assertThat(text(run, "stdout")).isEqualTo("ready\nbye\n");
    }

    @Test
    void stopsACommandThatHasOnlyJustBeenStarted() throws Exception {
        for (int i = 0; i < 20; i++) {
            RunHandle run = attempts.start(plan("sleep", "619"));
            Instant asked = Instant.now();
            attempts.placement.stop(run, Duration.ofSeconds(5));
            assertThat(attempts.awaitExit(run).status()).isEqualTo(143);
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void whatACommandLeavesBehindEndsWithIt() throws Exception {
        RunHandle run =
                attempts.start(plan("sh", "-c", "setsid sleep 621 & sleep 622 & echo over"));

        assertThat(attempts.awaitExit(run).status()).isZero();
        assertThat(text(run, "stdout")).isEqualTo("over\n");
        Attempts.await(() -> sleepers().isEmpty(), () -> sleepers() + "");
    }

    @Test
    void somethingOutOfReachThatHoldsTheOutputDoesNotHoldTheJob() throws Exception {
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "(env -i /usr/bin/setsid /bin/sleep 623 &) ; sleep 0.2; echo over"));

        assertThat(attempts.awaitExit(run).status()).isZero();
        assertThat(text(run, "stdout")).isEqualTo("over\n");
        attempts.sleepers.end("sleep 623");
    }

    /// A shell that is adopted by nobody has no orphans; what still bears the mark is found.
    @Test
    void aCommandWhoseRunnerWasKilledIsAliveAndCanBeStopped() throws Exception {
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "setsid sleep 624 & echo on; while :; do sleep 625; done"));
        Attempts.await(() -> text(run, "stdout").equals("on\n"), () -> "not on");
        ProcessHandle.of(run.runner().pid()).orElseThrow().destroyForcibly();
        Attempts.await(() -> !ProcessTable.alive(run.runner()), () -> "the runner lives");

        assertThat(attempts.placement.alive(run)).isTrue();
        attempts.placement.stop(run, Duration.ofSeconds(5));

        assertThat(attempts.placement.alive(run)).isFalse();
        assertThat(attempts.placement.exit(run)).isEmpty();
        assertThat(sleepers()).isEmpty();
        attempts.placement.dispose(run.directory().getFileName().toString(), run);
        Attempts.await(
                () -> ProcessTable.read().inSessions(Set.of(run.runner().pid())).isEmpty(),
                () -> "the runner's timers stay");
    }

    @Test
    void aCommandThatSomebodyElseKilledIsRecordedByItsRunner() throws Exception {
        RunHandle run = attempts.start(plan("sh", "-c", "echo on; while :; do sleep 626; done"));
        Attempts.await(() -> text(run, "stdout").equals("on\n"), () -> "not on");

        TreeKill.signal(kill.members(run), true);

        assertThat(attempts.awaitExit(run).status()).isEqualTo(137);
        Attempts.await(() -> !attempts.placement.alive(run), () -> "still alive");
    }

    @Test
    void disposingRemovesTheControlGroupAndTheMark() throws Exception {
        RunHandle run = attempts.run(plan("true"));

        assertThat(attempts.state.resolve("done")).isEmptyDirectory();
        if (Set.of("cgroup", "freezer").contains(mechanism)) {
            assertThat(Path.of(run.scope())).doesNotExist();
        }
    }

    private Map<Long, String> sleepers() {
        return attempts.sleepers.running();
    }
}
