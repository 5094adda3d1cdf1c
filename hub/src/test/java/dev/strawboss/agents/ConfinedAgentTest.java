package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.strawboss.config.Folder;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.sandbox.Here;
import dev.strawboss.sandbox.Unconfined;
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
        Unconfined.write(directory.resolve("config"), "sandbox: required\n");
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

    @Test
    void anAgentOfWhichNobodyKnowsWhatItNeedsInsideIsRefusedAndSoLeftOpenByAPersonOnly()
            throws Exception {
        bench.program("droid", "echo done");
        AgentRequest asks = bench.request("droid", "x");
        Unconfined.write(directory.resolve("config"), "sandbox: required\n");
        assertThatThrownBy(() -> bench.jobs.spec(asks))
                .hasMessageContaining("The agent droid cannot work in a sandbox");
        bench.configuration.save(Folder.AGENTS, "droid", Map.of("cli", "droid", "sandbox", "off"));
        assertThat(bench.run(asks).report()).containsEntry("sandbox", "none");
        assertThatThrownBy(() -> bench.jobs.spec(AgentBench.confined(asks)))
                .hasMessageContaining("The agent droid cannot work in a sandbox");
    }

    @Test
    void aProjectAsksForMoreThanIsConfigured() throws Exception {
        agent("worker", "echo change > file.txt; echo done");
        bench.configuration.save(
                Folder.PROJECTS,
                "closed",
                Map.of("path", bench.repository.toString(), "sandbox", "required"));
        AgentRequest asks = bench.request("worker", "x");
        assertThat(bench.run(asks).report()).containsEntry("sandbox", "bubblewrap");
        Path link = Files.createSymbolicLink(directory.resolve("link"), bench.repository);
        AgentRequest around = at(link, asks);
        assertThat(bench.jobs.spec(around).details()).containsEntry("sandbox", "required");
        bench.configuration.save(
                Folder.PROJECTS,
                "closed",
                Map.of("path", bench.repository.toString(), "sandbox", "off"));
        Unconfined.write(directory.resolve("config"), "sandbox: required\n");
        assertThat(bench.run(asks).report()).containsEntry("sandbox", "bubblewrap");
    }

    /// Who only reads works in the repository itself, and the kernel sees to it.
    @Test
    void whoOnlyReadsCannotWrite() throws Exception {
        agent("reader", "cat a.txt; echo changed > a.txt; cat a.txt");
        Files.writeString(bench.repository.resolve("a.txt"), "as it was\n");
        Conclusion conclusion =
                bench.run(reading(AgentBench.confined(bench.request("reader", "x"))));
        assertThat(conclusion.report())
                .containsEntry("sandbox", "bubblewrap")
                .containsEntry("isolation", "in-place")
                .containsEntry("text", "as it was\nas it was");
        assertThat(bench.repository.resolve("a.txt")).hasContent("as it was");
    }

    private static AgentRequest at(Path target, AgentRequest asks) {
        return new AgentRequest(
                target.toString(),
                asks.current(),
                asks.agent(),
                asks.prompt(),
                asks.mode(),
                asks.model(),
                asks.workspace(),
                asks.timeout(),
                asks.strawbossTools(),
                asks.sandbox());
    }

    private static AgentRequest reading(AgentRequest asks) {
        return new AgentRequest(
                asks.target(),
                asks.current(),
                asks.agent(),
                asks.prompt(),
                Optional.of(AgentMode.READ_ONLY),
                asks.model(),
                asks.workspace(),
                asks.timeout(),
                asks.strawbossTools(),
                asks.sandbox());
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
