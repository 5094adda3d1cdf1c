package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.limited;
import static dev.strawboss.placement.Attempts.plan;
import static dev.strawboss.placement.Attempts.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
class PauseTest {
    /// Three that count, one of them in a session of its own.
    private static final String COUNTING =
            """
            count() { while :; do echo "$1"; sleep 0.03; done; }
            count one &
            setsid sh -c 'while :; do echo two; sleep 0.03; done' &
            count three
            """;

    private final String mechanism;
    private final Attempts attempts;
    private final Path state;

    PauseTest(String mechanism, @TempDir Path state) throws InterruptedException {
        this.mechanism = mechanism;
        this.state = state;
        this.attempts = new Attempts(state, Attempts.mechanism(mechanism));
    }

    @Test
    void aPausedTreeDoesNothingUntilItIsResumed() throws Exception {
        RunHandle run = attempts.start(plan("sh", "-c", COUNTING));
        awaitAllThree(run, 0);

        attempts.placement.pause(run);
        attempts.placement.pause(run);

        int paused = Attempts.settled(run);
        Thread.sleep(300); // it would have said some 25 words
        assertThat(text(run, "stdout")).hasSize(paused);
        assertThat(attempts.placement.alive(run)).isTrue();
        attempts.placement.resume(run);
        awaitAllThree(run, paused);
        attempts.placement.stop(run, Duration.ofSeconds(5));
        assertThat(attempts.awaitExit(run).status()).isEqualTo(143);
    }

    @Test
    void aPausedCommandTakesATermAndMayTidyUp() throws Exception {
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "trap 'echo bye; exit 9' TERM; echo ready; while :; do sleep 0.05; done"));
        Attempts.await(() -> text(run, "stdout").equals("ready\n"), () -> "not ready");
        attempts.placement.pause(run);

        attempts.placement.stop(run, Duration.ofSeconds(20));

        assertThat(attempts.placement.exit(run).orElseThrow().status()).isEqualTo(9);
        assertThat(text(run, "stdout")).isEqualTo("ready\nbye\n");
    }

    @Test
    void aPausedTreeThatIsDeafToTermIsKilled() throws Exception {
        RunHandle run =
                attempts.start(
                        plan(
                                "sh",
                                "-c",
                                "trap '' TERM; setsid sleep 641 & echo ready; while :; do sleep 642; done"));
        Attempts.await(() -> text(run, "stdout").equals("ready\n"), () -> "not ready");
        attempts.placement.pause(run);

        attempts.placement.stop(run, Duration.ofMillis(200));

        assertThat(attempts.placement.exit(run).orElseThrow().status()).isEqualTo(137);
        assertThat(attempts.sleepers.running()).isEmpty();
    }

    @Test
    void whatIsPausedAsItStartsDoesNotGetGoing() throws Exception {
        RunHandle run =
                attempts.start(plan("sh", "-c", untilLet() + "; touch '" + state + "/went'"));

        attempts.placement.pause(run);
        Files.createFile(state.resolve("go"));

        Thread.sleep(300); // longer than it would have taken
        assertThat(state.resolve("went")).doesNotExist();
        attempts.placement.resume(run);
        assertThat(attempts.awaitExit(run).status()).isZero();
        assertThat(state.resolve("went")).exists();
    }

    @Test
    void timeSpentPausedIsNotHeldAgainstACommandByTheRunner() throws Exception {
        Attempts strict =
                new Attempts(state, "/bin/sh", Attempts.mechanism(mechanism), Duration.ZERO);
        RunHandle run =
                strict.start(
                        limited(
                                plan("sh", "-c", untilLet() + "; echo done"),
                                Duration.ofSeconds(4)));
        strict.placement.pause(run);
        Thread.sleep(4_500); // the deadline passes
        assertThat(strict.placement.exit(run)).isEmpty();

        Files.createFile(state.resolve("go"));
        strict.placement.resume(run);

        assertThat(strict.awaitExit(run).status()).isZero();
        assertThat(text(run, "stdout")).isEqualTo("done\n");
    }

    @Test
    void aResumedCommandIsEndedAtItsDeadlineAllTheSame() throws Exception {
        Attempts strict =
                new Attempts(state, "/bin/sh", Attempts.mechanism(mechanism), Duration.ZERO);
        RunHandle run = strict.start(limited(plan("sleep", "643"), Duration.ofSeconds(1)));
        strict.placement.pause(run);
        Files.writeString(run.directory().resolve("paused"), "1\n"); // as if it was for a second
        Attempts.mechanism(mechanism).resume(run);

        assertThat(strict.awaitExit(run).status()).isEqualTo(137);
    }

    private void awaitAllThree(RunHandle run, int from) throws InterruptedException {
        for (String word : Set.of("one", "two", "three")) {
            Attempts.await(
                    () -> text(run, "stdout").substring(from).contains(word),
                    () -> word + " is missing");
        }
    }

    private String untilLet() {
        return "until [ -e '" + state + "/go' ]; do sleep 0.05; done";
    }
}
