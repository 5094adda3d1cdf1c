package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workers share the home directory of the person who has Strawboss registered.
@Tag("real")
@Timeout(value = 15, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WorkerToolsTest {
    private static Desk desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new Desk();
        desk.agent("alone-claude", "claude");
        desk.agent("alone-codex", "codex");
        desk.agent("boss-claude", "claude");
        desk.agent("boss-codex", "codex");
    }

    @AfterAll
    static void close() throws Exception {
        if (desk != null) {
            desk.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aWorkerDoesNotSeeTheToolsThatItsUserRegistered(String cli) throws Exception {
        assertThat(Files.readString(desk.home.resolve(".claude.json"))).contains("strawboss");
        assertThat(Files.readString(desk.home.resolve(".codex/config.toml")))
                .contains("[mcp_servers.strawboss]", "required = true");
        assertThat(offered("alone-" + cli, Map.of()))
                .isNotEmpty()
                .noneMatch(tool -> tool.contains("strawboss"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"claude", "codex"})
    void aWorkerThatIsToDelegateSeesThem(String cli) throws Exception {
        List<String> offered = offered("boss-" + cli, Map.of("strawboss_tools", true));
        assertThat(offered)
                .anyMatch(tool -> tool.contains("strawboss") && tool.endsWith("dispatch"));
    }

    private static List<String> offered(String agent, Map<String, Object> also) throws Exception {
        desk.script(agent, Map.of("shell", "true"), Map.of("say", "Done."));
        Map<String, Object> job = desk.finished(desk.dispatch(agent, also));
        assertThat(job).containsEntry("state", "succeeded");
        return desk.clis.model().asked(agent).stream()
                .flatMap(request -> ScriptedModel.list(request.get("tools")).stream())
                .map(String::valueOf)
                .toList();
    }
}
