package dev.strawboss.placement;

import static dev.strawboss.placement.Attempts.plan;
import static dev.strawboss.placement.Attempts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Here;
import dev.strawboss.sandbox.Limits;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/// Confined commands are asked, ended, paused and adopted like any other.
@ParameterizedClass
@MethodSource("dev.strawboss.placement.Attempts#mechanisms")
@Execution(ExecutionMode.CONCURRENT)
class ConfinedTreeTest {
    private final Attempts attempts;
    private final TreeKill kill;
    private final Path state;
    private final Path work;

    ConfinedTreeTest(String mechanism, @TempDir Path state) throws Exception {
        this.kill = Attempts.mechanism(mechanism);
        this.attempts = new Attempts(state, kill);
        this.state = state;
        this.work = Files.createDirectories(state.resolve("work"));
        Here.confinedOrSkipped(state.resolve("sandbox-state"));
    }

    @Test
    void termReachesTheCommandWhichHasItsTime() throws Exception {
        RunHandle run =
                attempts.start(
                        confined(
                                "trap 'sleep 0.3; echo caught; exit 3' TERM; echo ready;"
                                        + " while :; do sleep 0.05; done"));
        ready(run);
        attempts.placement.stop(run, Duration.ofSeconds(30));
        assertThat(attempts.placement.exit(run).orElseThrow().status()).isEqualTo(3);
        assertThat(text(run, "stdout")).isEqualTo("ready\ncaught\n");
    }

    @Test
    void killLeavesNothingOfAStubbornTree() throws Exception {
        RunHandle run = attempts.start(confined(TreeKillTest.STUBBORN));
        ready(run);
        attempts.placement.stop(run, Duration.ofMillis(300));
        assertThat(attempts.sleepers.running()).isEmpty();
        assertThat(attempts.placement.exit(run).orElseThrow().status()).isEqualTo(137);
    }

    @Test
    void theNextHubFindsPausesResumesAndStopsIt() throws Exception {
        RunHandle run =
                attempts.start(
                        confined(
                                "echo ready; i=0; while :; do i=$((i+1)); echo $i; sleep 0.02; done"));
        ready(run);
        LocalPlacement next = new Attempts(state, kill).placement;
        assertThat(next.alive(run)).isTrue();
        next.pause(run);
        int still = Attempts.settled(run);
        Thread.sleep(100); // it would have written five times
        assertThat(text(run, "stdout")).hasSize(still);
        next.resume(run);
        Attempts.await(() -> text(run, "stdout").length() > still, () -> "it does not go on");
        next.stop(run, Duration.ofSeconds(30));
        assertThat(next.alive(run)).isFalse();
        assertThat(next.exit(run).orElseThrow().status()).as("of a TERM").isEqualTo(143);
    }

    @Test
    void theBoundsOfAllTogetherAreSetAndGoAgain() throws Exception {
        Set<String> bounds = attempts.placement.bounds();
        assumeTrue(bounds.contains("memory"), "no writable control group for memory");
        RunPlan plan = plan("/bin/sh", "-c", "cat /proc/self/cgroup; echo ready; sleep 60");
        RunPlan bounded =
                plan.confined(
                        plan.command(),
                        plan.directory(),
                        plan.environment(),
                        new Confinement(false, 64 << 20, 0.5, 50));
        RunHandle run = attempts.start(bounded);
        Attempts.await(() -> text(run, "stdout").endsWith("ready\n"), () -> "not ready");
        String attempt = run.directory().getFileName().toString();
        List<Path> groups =
                BoundGroups.ofTheSystem().parents().values().stream()
                        .map(parent -> parent.resolve(attempt))
                        .toList();
        assertThat(groups).allMatch(Files::isDirectory);
        assertThat(text(run, "stdout")).contains("/strawboss/" + attempt);
        attempts.placement.stop(run, Duration.ZERO);
        attempts.placement.dispose(attempt, run);
        assertThat(groups).noneMatch(Files::exists);
    }

    private static void ready(RunHandle run) throws InterruptedException {
        Attempts.await(
                () -> text(run, "stdout").startsWith("ready\n"),
                () -> "not ready: " + text(run, "stderr") + Attempts.errors(run));
    }

    private RunPlan confined(String script) throws Exception {
        RunPlan plain = plan("/bin/sh", "-c", script);
        RunPlan plan =
                new RunPlan(
                        plain.command(),
                        work,
                        plain.environment(),
                        plain.stdin(),
                        plain.deadline(),
                        plain.outputHead(),
                        plain.outputTail());
        Profile profile = Profile.command(work).limits(Limits.NONE.processes(500));
        return new Sandbox(state, Set.of()).confine(Demand.REQUIRED, profile, plan, work);
    }
}
