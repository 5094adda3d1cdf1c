package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Agent CLIs run each shell command in a session of its own, which outlives them if it can.
@Tag("real")
@Tag("ordinary")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerEndTest {
    private static final List<String> ALL =
            List.of("claude", "codex", "gemini", "opencode", "qwen", "copilot", "cline", "pi");

    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        List<String> installed = ALL.stream().filter(RealClis::installed).toList();
        desk = new Desk(installed);
        for (String cli : installed) {
            desk.agent(Desk.worker(cli), cli);
        }
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    static Stream<String> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aStoppedWorkerLeavesNoProcess(String cli) throws Exception {
        RealClis.assumeInstalled(cli);
        String agent = Desk.worker(cli);
        Path endless = endless(agent, "stopped");
        String job = desk.dispatch(agent, Map.of());
        Desk.until("the command runs", () -> Attempts.commands(endless.toString()).size() >= 2);
        assertThat(Attempts.marked(job)).hasSizeGreaterThan(2);
        desk.call("stop", Map.of("jobs", List.of(job)));
        assertThat(desk.finished(job)).containsEntry("state", "cancelled");
        assertNothingLeft(job, endless);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aWorkerThatTookTooLongLeavesNoProcess(String cli) throws Exception {
        RealClis.assumeInstalled(cli);
        String agent = Desk.worker(cli);
        Path endless = endless(agent, "late");
        boolean ran = false;
        for (int seconds = 6; !ran; seconds *= 3) { // on a busy machine 6 s are over before it runs
            String job = desk.dispatch(agent, Map.of("timeout", seconds + "s"));
            while (!ran && desk.running(job)) {
                ran = Attempts.commands(endless.toString()).size() >= 2;
                Thread.sleep(20);
            }
            assertThat(desk.finished(job)).containsEntry("state", "timed_out");
            assertNothingLeft(job, endless);
        }
    }

    /// The agent's command: one that ends when asked, one that does not, one in a session of its
    /// own.
    private static Path endless(String agent, String what) throws Exception {
        Path file = Files.createFile(desk.home.resolve(agent + "." + what));
        String command =
                "tail -f '%1$s' & (trap '' TERM INT HUP; tail -f '%1$s') & setsid tail -f '%1$s'; wait"
                        .formatted(file);
        desk.script(agent, Map.of("shell", command), Map.of("say", "Ended?"));
        return file;
    }

    private static void assertNothingLeft(String job, Path endless) throws IOException {
        assertThat(Attempts.shown(Attempts.marked(job)))
                .as("processes with the attempt's marker")
                .isEmpty();
        assertThat(Attempts.shown(Attempts.commands(endless.toString())))
                .as("command lines")
                .isEmpty();
        assertThat(Attempts.shown(Attempts.commands(desk.repository.toString())))
                .as("in the workspace")
                .isEmpty();
    }
}
