package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.config.Folder;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.sandbox.Here;
import dev.strawboss.workspace.WorkspaceMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfinedAgentTest {
    @TempDir Path directory;
    private AgentBench bench;

    @BeforeEach
    void open() throws Exception {
        bench = new AgentBench(directory);
        Here.networkOrSkipped(directory.resolve("here"));
    }

    @AfterEach
    void close() {
        bench.egress.close();
    }

    @Test
    void itsWorkComesHomeAndTheResultSaysWhatHeldIt() throws Exception {
        agent("worker", "cat >said; echo done; echo change > file.txt");
        Conclusion conclusion = run("worker");
        assertThat(conclusion.verdict()).isEqualTo(new Verdict.Success());
        assertThat(conclusion.report())
                .containsEntry("text", "done")
                .containsEntry("isolation", "clone")
                .containsEntry("sandbox", "bubblewrap")
                .containsEntry("sandbox_profile", "agent")
                .containsEntry("credential", "the agent's own")
                .containsEntry("agent_state", "private")
                .containsKeys("branch", "changed_files");
        assertThat(bench.repository.resolve("file.txt")).doesNotExist();
    }

    /// The person's home, the repository and its .git, the hub's state, another job, its own job's
    /// directory, the machine's loopback.
    @Test
    void itSeesNothingElseOfTheMachine() throws Exception {
        Path home = directory.resolve("home");
        Files.writeString(home.resolve("private.txt"), "mine");
        agent(
                "looker",
                "for each in '%s' '%s' '%s/.git' '%s' '%s' '%s'; do"
                                .formatted(
                                        home.resolve("private.txt"),
                                        bench.repository,
                                        bench.repository,
                                        directory.resolve("config"),
                                        directory.resolve("attempts/other"),
                                        directory.resolve("egress"))
                        + " if [ -e \"$each\" ]; then echo \"saw $each\"; fi; done;"
                        + " ls \"$PWD/../..\" | sort | tr '\\n' ' '; echo; echo end");
        assertThat(String.valueOf(run("looker").report().get("text")))
                .doesNotContain("saw")
                .endsWith("end");
    }

    @Test
    void whereAllMustBeConfinedItIsWithoutBeingAsked() throws Exception {
        Files.createDirectories(directory.resolve("config"));
        Files.writeString(directory.resolve("config/config.yaml"), "sandbox: required\n");
        agent("worker", "echo change > file.txt; echo done");
        assertThat(bench.run(bench.request("worker", "x")).report())
                .containsEntry("isolation", "clone")
                .containsEntry("sandbox", "bubblewrap");
    }

    @Test
    void whatCannotBeHadInsideIsRefusedAtOnce() throws Exception {
        agent("worker", "true");
        AgentRequest asks = AgentBench.confined(bench.request("worker", "x"));
        assertThatThrownBy(() ->
                        bench.jobs.spec(with(asks, Optional.of(WorkspaceMode.WORKTREE), false)))
                .hasMessageContaining("A worktree needs the .git");
        assertThatThrownBy(() -> bench.jobs.spec(with(asks, Optional.empty(), true)))
                .hasMessageContaining("cannot use Strawboss's tools");
    }

    private static AgentRequest with(
            AgentRequest asks, Optional<WorkspaceMode> workspace, boolean tools) {
        return new AgentRequest(
                asks.target(),
                asks.current(),
                asks.agent(),
                asks.prompt(),
                asks.mode(),
                asks.model(),
                workspace,
                asks.timeout(),
                tools,
                true);
    }

    private Conclusion run(String agent) throws Exception {
        return bench.run(AgentBench.confined(bench.request(agent, "do it")));
    }

    private void agent(String name, String script) throws Exception {
        bench.program(name, script);
        bench.configuration.save(
                Folder.AGENTS, name, Map.of("cli", "custom", "command", List.of(name)));
    }
}
