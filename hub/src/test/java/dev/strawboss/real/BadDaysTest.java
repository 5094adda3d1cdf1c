package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a client is told when the worker or its provider fails.
@Tag("real")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BadDaysTest {
    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new Desk();
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "claude, 401, agent_auth",
        "claude, 429, agent_rate_limit",
        "claude, 500, agent_model",
        "codex, 401, agent_auth",
        "codex, 429, agent_rate_limit",
    })
    void anErrorOfTheProviderHasItsKind(String cli, int status, String code) throws Exception {
        Map<String, Object> job =
                done(
                        cli + "-" + status,
                        cli,
                        Map.of("error", status, "message", "said by the provider"));
        assertThat(job).containsEntry("state", "failed").containsEntry("code", code);
        assertThat(String.valueOf(job.get("reason"))).contains(cli + "-" + status);
    }

    @ParameterizedTest
    @CsvSource({"claude, agent_auth", "codex, agent_auth"})
    void anErrorIsNoSuccessBecauseTheCliEndsWithZero(String cli, String code) throws Exception {
        String real = desk.clis.binary(cli).toString();
        desk.program(cli, "'" + real + "' \"$@\"\nexit 0\n");
        try {
            Map<String, Object> job = done(cli + "-zero", cli, Map.of("error", 401));
            assertThat(job).containsEntry("state", "failed").containsEntry("code", code);
        } finally {
            desk.forget(cli);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void anEmptyAnswerIsNoSuccess(String cli) throws Exception {
        assertThat(done(cli + "-silent", cli, Map.of("say", "")))
                .containsEntry("state", "failed")
                .containsEntry("code", "empty_answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aConnectionThatBreaksIsNoSuccess(String cli) throws Exception {
        assertThat(done(cli + "-broken", cli, Map.of("drop", true)))
                .containsEntry("state", "failed")
                .containsEntry("code", "agent_model");
    }

    @Test
    void aCliThatIsNotThereIsNamedWithHowToInstallIt() throws Exception {
        try (Desk bare = new Desk()) {
            bare.agent("codex-gone", "codex");
            bare.profile("PATH=/usr/bin:/bin; export PATH\n");
            assertThatThrownBy(() -> bare.dispatch("codex-gone", Map.of()))
                    .isInstanceOfSatisfying(
                            StrawbossException.class,
                            refused -> {
                                assertThat(refused.code()).isEqualTo(ErrorCode.MISSING_BINARY);
                                assertThat(refused.getMessage()).contains("codex-gone", "codex");
                                assertThat(refused.hint()).contains("npm install -g @openai/codex");
                            });
        }
    }

    @Test
    void whoHasDispatchedNothingIsToldSoInsteadOfWaiting() {
        assertThatThrownBy(() -> desk.call("newcomer", "wait", Map.of()))
                .isInstanceOfSatisfying(
                        StrawbossException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                .hasMessageContaining("no job of yours");
    }

    private static Map<String, Object> done(String agent, String cli, Map<?, ?> step)
            throws Exception {
        desk.agent(agent, cli);
        desk.script(agent, step);
        return desk.finished(desk.dispatch(agent, Map.of()));
    }
}
