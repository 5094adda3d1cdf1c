package dev.strawboss.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubDeathTest {
    private static final List<String> NOBODY =
            List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

    @TempDir Path state;
    private final Sleepers sleepers = new Sleepers();

    @Test
    void aJobWhoseHubIsKilledEndsAsIfNothingHadHappened() throws Exception {
        Process hub =
                ChildHub.start(
                        List.of(),
                        state,
                        "echo began; until [ -e \"$0/go\" ]; do sleep 0.02; done; echo ended; exit 6",
                        "");
        awaitFile("started");
        hub.destroyForcibly().waitFor();
        LocalPlacement successor = new LocalPlacement(state);
        RunHandle run = successor.recover(ChildHub.ATTEMPT, state.resolve("attempt")).orElseThrow();

        assertThat(successor.alive(run)).isTrue();
        Files.createFile(state.resolve("go"));
        Attempts.await(() -> successor.exit(run).isPresent(), () -> "no exit");

        assertThat(successor.exit(run).orElseThrow().status()).isEqualTo(6);
        assertThat(Attempts.text(run, "stdout")).isEqualTo("began\nended\n");
        successor.dispose(ChildHub.ATTEMPT, run);
    }

    @Test
    void aLaterHubCanStopWhatAKilledOneStarted() throws Exception {
        Process hub = ChildHub.start(List.of(), state, sleepers.marked(TreeKillTest.STUBBORN), "");
        awaitFile("started");
        hub.destroyForcibly().waitFor();
        LocalPlacement successor = new LocalPlacement(state);
        RunHandle run = successor.recover(ChildHub.ATTEMPT, state.resolve("attempt")).orElseThrow();
        Attempts.await(() -> Attempts.text(run, "stdout").equals("ready\n"), () -> "not ready");

        successor.stop(run, Duration.ofMillis(200));

        assertThat(successor.alive(run)).isFalse();
        assertThat(successor.exit(run).orElseThrow().status()).isEqualTo(137);
        successor.dispose(ChildHub.ATTEMPT, run);
    }

    @Test
    void anOrdinaryUsersHubFindsAWayThatHoldsAStubbornTree() throws Exception {
        assertThat(stoppedByNobody("")).isIn("pid_namespace", "subreaper");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pid_namespace", "subreaper"})
    void anOrdinaryUsersHubEndsAStubbornTree(String mechanism) throws Exception {
        assertThat(stoppedByNobody(mechanism)).isEqualTo(mechanism);
    }

    /// @return how
    private String stoppedByNobody(String mechanism) throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can become another");
        ChildHub.start(NOBODY, state, sleepers.marked(TreeKillTest.STUBBORN), mechanism);
        awaitFile("started");
        Attempts.await(() -> sleepers.running().size() >= 7, () -> "no sleepers");

        Files.createFile(state.resolve("stop"));
        awaitFile("stopped");

        assertThat(sleepers.running()).isEmpty();
        assertThat(Files.readString(state.resolve("stopped"))).contains("status=137");
        return Files.readString(state.resolve("started"));
    }

    private void awaitFile(String name) throws InterruptedException {
        Attempts.await(() -> Files.exists(state.resolve(name)), () -> name + ": " + childErrors());
    }

    private String childErrors() {
        try {
            return Files.readString(state.resolve("child.err"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
