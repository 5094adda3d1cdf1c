package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

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

/// A job whose processes all died goes on in the session of its agent, for every CLI that says at
/// its start which one that is. (kilo is opencode, and takes twice as long.)
@Tag("real")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EverySessionTest {
    private static final List<String> ALL =
            List.of("claude", "codex", "gemini", "opencode", "qwen", "pi");

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
    void itGoesOnWhereItWasKilled(String cli) throws Exception {
        RealClis.assumeInstalled(cli);
        String agent = Desk.worker(cli);
        String never = desk.home.resolve("never").toString();
        desk.script(
                agent,
                Map.of("write", List.of("first.txt", "one\n")),
                Map.of("until", never, "say", "Never said."));
        String job = desk.dispatch(agent, Map.of("prompt", "Write two files."));
        Desk.until("the first file is made", () -> desk.clis.model().asked(agent).size() >= 2);
        Attempts.kill(job);
        Map<String, Object> killed = desk.finished(job);
        assertThat(killed).containsEntry("state", "unknown").containsKey("session");

        desk.script(
                agent,
                Map.of("write", List.of("second.txt", "two\n")),
                Map.of("say", "Both written."));
        desk.call("control", Map.of("action", "continue", "jobs", List.of(job)));
        assertThat(desk.finished(job))
                .containsEntry("state", "succeeded")
                .containsEntry("text", "Both written.");
        assertThat(desk.clis.lastRequest(agent))
                .contains("Write two files.", "You were interrupted", "first.txt");
        assertThat(desk.git("show", "strawboss/" + job + ":first.txt")).isEqualTo("one");
        assertThat(desk.git("show", "strawboss/" + job + ":second.txt")).isEqualTo("two");
    }
}
