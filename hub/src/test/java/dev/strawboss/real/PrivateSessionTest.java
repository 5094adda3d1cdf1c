package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.sandbox.Here;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A job in a home of its own goes on in its session there: the home stays as long as the job.
@Tag("real")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PrivateSessionTest {
    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        List<String> installed =
                List.of("claude", "codex", "gemini", "opencode").stream()
                        .filter(RealClis::installed)
                        .toList();
        desk = new Desk(installed);
        for (String cli : installed) {
            desk.agent(Desk.worker(cli), cli, Map.of("state", "private"));
        }
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claude, false",
        "claude, true",
        "codex, false",
        "codex, true",
        "gemini, false",
        "gemini, true",
        "opencode, false",
        "opencode, true",
    })
    void itGoesOnInItsSessionAndSoDoesItsRetry(String cli, boolean confined) throws Exception {
        RealClis.assumeInstalled(cli);
        if (confined) {
            Here.networkOrSkipped(desk.home.resolve("here"));
        }
        String agent = Desk.worker(cli);
        int asked = begins(agent);
        String job =
                desk.dispatch(agent, Map.of("prompt", "Write two files.", "sandbox", confined));
        goesOn(agent, job, asked, confined);
        asked = begins(agent);
        Map<String, Object> retried =
                Desk.first(desk.call("control", Map.of("action", "retry", "jobs", List.of(job))));
        String again = String.valueOf(retried.get("job"));
        assertThat(again).isNotEqualTo(job);
        goesOn(agent, again, asked, confined);
        assertThat(homeOf(again)).isDirectory().isNotEqualTo(homeOf(job));
    }

    /// How often its model was asked so far.
    private static int begins(String agent) throws Exception {
        String never = desk.home.resolve("never").toString();
        desk.script(
                agent,
                Map.of("write", List.of("first.txt", "one\n")),
                Map.of("until", never, "say", "Never said."));
        return desk.clis.model().asked(agent).size();
    }

    private static void goesOn(String agent, String job, int asked, boolean confined)
            throws Exception {
        Desk.until(
                "the first file is made", () -> desk.clis.model().asked(agent).size() >= asked + 2);
        Attempts.kill(job);
        assertThat(desk.finished(job))
                .containsEntry("state", "unknown")
                .containsKey("session")
                .containsEntry("sandbox", confined ? "bubblewrap" : "none")
                .containsEntry("agent_state", "private");
        desk.script(
                agent,
                Map.of("write", List.of("second.txt", "two\n")),
                Map.of("say", "Both written."));
        desk.call("control", Map.of("action", "continue", "jobs", List.of(job)));
        assertThat(desk.finished(job))
                .containsEntry("state", "succeeded")
                .containsEntry("text", "Both written.")
                .containsEntry("sandbox", confined ? "bubblewrap" : "none")
                .containsEntry("agent_state", "private");
        assertThat(desk.clis.lastRequest(agent))
                .contains("Write two files.", "You were interrupted", "first.txt");
        assertThat(desk.git("show", "strawboss/" + job + ":first.txt")).isEqualTo("one");
        assertThat(desk.git("show", "strawboss/" + job + ":second.txt")).isEqualTo("two");
    }

    private static Path homeOf(String job) {
        return desk.state().resolve("jobs").resolve(job).resolve("state/home");
    }
}
