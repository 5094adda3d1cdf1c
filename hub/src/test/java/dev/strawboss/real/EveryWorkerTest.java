package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every agent CLI of the catalog as a worker of the real hub, with a scripted model.
@Tag("real")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryWorkerTest {
    private static final List<String> ALL =
            List.of(
                    "claude",
                    "codex",
                    "gemini",
                    "opencode",
                    "qwen",
                    "copilot",
                    "cline",
                    "pi",
                    "kilo",
                    "droid",
                    "continue");
    private static final Set<String> SAY_NO_SESSION = Set.of("cline", "continue");
    private static final Set<String> SAY_NO_TOKENS = Set.of("copilot", "continue");
    private static final Set<String> REGISTERED_BY_HAND = Set.of("qwen", "copilot", "cline");
    private static final Pattern OUR_TOOL = Pattern.compile("strawboss[_-]+dispatch");
    private static final Census CENSUS = new Census("as workers", 6, ALL);

    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new Desk(ALL.stream().filter(RealClis::installed).toList());
        for (String cli : ALL) {
            if (RealClis.installed(cli)) {
                desk.agent(Desk.worker(cli), cli);
                // gemini's and opencode's own files were made for them as clients
                if (REGISTERED_BY_HAND.contains(cli)) {
                    desk.homes.register(cli, desk.server());
                }
            }
        }
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
            CENSUS.close();
        }
    }

    static Stream<String> all() {
        return ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    @Tag("ordinary")
    void itsWorkComesBackOnABranchAndStrawbossIsKeptFromIt(String cli) throws Exception {
        String file = "by-" + cli + ".txt";
        desk.script(
                installed(cli),
                Map.of("write", List.of(file, "done\n")),
                Map.of("shell", "cat '" + file + "'"),
                Map.of("say", "All done."));
        Map<String, Object> job = desk.finished(desk.dispatch(Desk.worker(cli), Map.of()));

        assertThat(job).containsEntry("state", "succeeded").containsEntry("text", "All done.");
        assertThat(job.containsKey("session")).isEqualTo(!SAY_NO_SESSION.contains(cli));
        assertThat(job.containsKey("usage")).isEqualTo(!SAY_NO_TOKENS.contains(cli));
        assertThat(desk.git("show", "strawboss/" + job.get("job") + ":" + file)).isEqualTo("done");
        assertThat(desk.git("status", "--porcelain")).isEmpty();
        assertThat(desk.clis.lastRequest(Desk.worker(cli))).doesNotContainPattern(OUR_TOOL);
        CENSUS.worked(cli);
    }

    // Those that would see it if it were not kept from them.
    @ParameterizedTest
    @ValueSource(strings = {"gemini", "opencode", "qwen", "copilot", "cline"})
    void aWorkerThatIsToDelegateSeesTheTools(String cli) throws Exception {
        desk.script(installed(cli), Map.of("shell", "true"), Map.of("say", "Seen."));
        Map<String, Object> also = Map.of("strawboss_tools", true);
        assertThat(desk.finished(desk.dispatch(Desk.worker(cli), also)))
                .containsEntry("state", "succeeded");
        assertThat(desk.clis.lastRequest(Desk.worker(cli))).containsPattern(OUR_TOOL);
    }

    @ParameterizedTest
    @CsvSource({
        "gemini, 401, agent_auth",
        "gemini, 429, agent_rate_limit",
        "gemini, 500, agent_model",
        "opencode, 401, agent_auth",
        "opencode, 429, agent_rate_limit",
        "qwen, 401, agent_auth",
        "copilot, 401, agent_auth",
        "copilot, 429, agent_rate_limit",
        "cline, 401, agent_auth",
        "pi, 401, agent_auth",
        "droid, 401, agent_auth",
        "continue, 401, agent_auth",
    })
    void anErrorOfTheProviderHasItsKind(String cli, int status, String code) throws Exception {
        desk.script(
                installed(cli),
                Map.of("error", status, "message", "said by the provider", "retryAfter", 1));
        assertThat(desk.finished(desk.dispatch(Desk.worker(cli), Map.of())))
                .containsEntry("state", "failed")
                .containsEntry("code", code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini", "opencode", "qwen", "copilot", "cline", "pi", "droid"})
    void inModeReadOnlyItWritesNothing(String cli) throws Exception {
        String file = "made-by-" + cli + ".txt";
        desk.script(
                installed(cli),
                Map.of("shell", "touch " + file, "optional", true),
                Map.of("write", List.of(file, "x"), "optional", true),
                Map.of("say", "Looked."));
        var _ = desk.finished(desk.dispatch(Desk.worker(cli), Map.of("mode", "read-only")));
        assertThat(desk.repository.resolve(file)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gemini", "opencode", "qwen", "copilot", "cline", "pi"})
    void aPromptOfTenMegabytesArrives(String cli) throws Exception {
        desk.script(installed(cli), Map.of("shell", "true"), Map.of("say", "All done."));
        String prompt = "--help\n" + "x".repeat(99).concat("\n").repeat(100_000) + "THE END";
        Map<String, Object> job =
                desk.finished(desk.dispatch(Desk.worker(cli), Map.of("prompt", prompt)));
        assertThat(job).containsEntry("state", "succeeded").containsEntry("text", "All done.");
        // whole, or by where it stands
        assertThat(desk.clis.lastRequest(Desk.worker(cli)))
                .containsAnyOf("THE END", "Read that file, and do what it says.");
    }

    private static String installed(String cli) {
        RealClis.assumeInstalled(cli);
        return Desk.worker(cli);
    }
}
