package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static dev.strawboss.placement.Attempts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// What processes do, on purpose or not, to outlive those who end them; one at a time. All of them
/// end in `sleep 66x` or name it as an argument, by which they are found.
@ParameterizedClass
@MethodSource("dev.strawboss.placement.Attempts#mechanisms")
class KillResistanceTest {
    private final String mechanism;
    private final Attempts attempts;

    KillResistanceTest(String mechanism, @TempDir Path state) throws InterruptedException {
        this.mechanism = mechanism;
        this.attempts = new Attempts(state, Attempts.mechanism(mechanism));
    }

    @Test
    void aSessionOfItsOwn() throws Exception {
        endsAll("setsid sleep 661 & echo ready; wait", 1);
    }

    @Test
    void aDoubleFork() throws Exception {
        endsAll("(setsid sh -c 'sleep 661 & exit') & echo ready; sleep 662", 2);
    }

    @Test
    void anEmptyEnvironment() throws Exception {
        endsAll("env -i /bin/sleep 661 & echo ready; wait", 1);
    }

    @Test
    void aDaemonWithAnEmptyEnvironment() throws Exception {
        assumeFalse(
                mechanism.equals("process_group"),
                "nothing tells such a daemon from others: out of this mechanism's reach");
        endsAll(
                "(env -i /usr/bin/setsid /bin/sh -c '/bin/sleep 661 & exit') & echo ready; sleep 662",
                2);
    }

    @Test
    void aDaemonWithAnEmptyEnvironmentThatNobodyStoppedEndsWithItsCommand() throws Exception {
        assumeFalse(
                mechanism.equals("process_group"),
                "nothing tells such a daemon from others: out of this mechanism's reach");
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "(env -i /usr/bin/setsid /bin/sh -c '/bin/sleep 661 & exit') & sleep 0.2"));

        assertThat(attempts.awaitExit(run).status()).isZero();
        Attempts.await(
                () -> attempts.sleepers.running().isEmpty(),
                () -> attempts.sleepers.running() + "");
    }

    @Test
    void deafToTerm() throws Exception {
        endsAll("trap '' TERM HUP INT; setsid sleep 661 & sleep 662 & echo ready; wait; wait", 2);
    }

    @Test
    void stopped() throws Exception {
        endsAll(
                "setsid sleep 661 & a=$!; sleep 662 & sleep 0.2; kill -STOP $a $!; echo ready; kill -STOP $$",
                2);
    }

    /// Each makes the next and ends: what has been seen is gone when it is to be killed.
    @Test
    void aChainOfProcessesThatNeverStandsStill() throws Exception {
        endsAll(
                """
                trap '' TERM
                chain() { chain & }
                chain
                chain
                echo ready
                while :; do sleep 661; done
                """,
                1);
    }

    @Test
    void aChainOfProcessesInSessionsOfTheirOwnAndWithoutEnvironment() throws Exception {
        assumeFalse(
                Set.of("process_group", "subreaper").contains(mechanism),
                "what is searched for may have made its successor when it is found");
        endsAll(
                """
                trap '' TERM
                chain='env -i PATH=$PATH setsid sh -c "$0" "$0" &'
                sh -c "$chain" "$chain"
                echo ready
                while :; do sleep 661; done
                """,
                1);
    }

    /// 2^7 processes and no more, that fork as fast as they can.
    @Test
    void aForkBombWithinLimits() throws Exception {
        endsAll(
                """
                trap '' TERM
                bomb() { if [ $1 -gt 0 ]; then bomb $(($1 - 1)) & bomb $(($1 - 1)) & fi; while :; do sleep 661; done; }
                bomb 6 &
                echo ready
                wait
                """,
                1);
    }

    private void endsAll(String script, int sleepers) throws Exception {
        RunHandle run = attempts.start(plan("sh", "-c", script));
        Attempts.await(() -> text(run, "stdout").equals("ready\n"), () -> "not ready");
        Attempts.await(
                () -> attempts.sleepers.running().size() >= sleepers,
                () -> "sleepers " + attempts.sleepers.running());

        attempts.placement.stop(run, Duration.ofMillis(200));

        attempts.awaitExit(run);
        Attempts.await(() -> !attempts.placement.alive(run), () -> "still alive");
        assertThat(attempts.sleepers.running()).isEmpty();
        assertThat(TreeKills.of(run).members(run)).isEmpty();
    }
}
