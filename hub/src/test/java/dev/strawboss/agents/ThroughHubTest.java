package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.config.Configuration;
import dev.strawboss.egress.Egress;
import dev.strawboss.egress.Forwarder;
import dev.strawboss.egress.Inside;
import dev.strawboss.egress.Provider;
import dev.strawboss.egress.Rules;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.process.Executables;
import dev.strawboss.real.RealClis;
import dev.strawboss.real.ScriptedModel;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Grant;
import dev.strawboss.sandbox.Here;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.Sandbox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real CLIs, confined, with no network but their gate, against the scripted model: they do
/// their job with a key that only the hub has.
@Tag("real")
@Timeout(300)
class ThroughHubTest {
    private static final String KEY = "the-real-key";

    @TempDir Path ground;

    @ParameterizedTest
    @CsvSource({"claude, ''", "codex, /v1", "gemini, ''", "opencode, /v1"})
    void itWorksConfinedWithAKeyThatItNeverSees(String cli, String path) throws Exception {
        Here.networkOrSkipped(ground.resolve("here"));
        try (RealClis clis = RealClis.start(cli)) {
            Path home = clis.freshHome("home");
            Path work = clis.freshHome("work");
            Configuration configuration =
                    new Configuration(ground.resolve("config"), List.of(Agents.TIMEOUT));
            configuration.saveSecret("MODEL_KEY", KEY);
            Agents agents = agents(clis, cli, path, home, configuration);
            Agent agent = agents.require("worker");
            Invocation open =
                    new Invocations(agents, configuration)
                            .of(agent, AgentMode.AUTO, agent.model(), false, false);
            Provider provider = open.throughHub().orElseThrow();
            try (Egress egress = new Egress(ground.resolve("egress"), configuration::secret)) {
                Path gate = egress.open("j1", new Rules.None(), List.of(provider));
                RunPlan plan = plan(open.behind(provider), work);
                assertThat(plan.environment().values()).noneMatch(value -> value.contains(KEY));
                assertThat(String.join(" ", plan.command())).doesNotContain(KEY);
                Path clisHome = clis.binary(cli).toAbsolutePath().resolve("../..").normalize();
                Path attempt = Files.createDirectories(ground.resolve("attempt"));
                Profile profile =
                        Profile.agent(work)
                                .home(home)
                                .with(Grant.writable(home))
                                .with(Grant.readable(clisHome))
                                .with(new Grant(gate, Inside.DIRECTORY, false));
                RunPlan confined =
                        new Sandbox(ground, Set.of()).confine(Demand.BEST, profile, plan, attempt);
                assertThat(confined.command()).isNotEqualTo(plan.command());
                Exit exit = Ran.plan(confined, ground);
                String said =
                        Files.readString(ground.resolve("stdout"))
                                + Files.readString(ground.resolve("stderr"));
                assertThat(exit.status()).as(said).isZero();
                assertThat(work.resolve("made.txt")).as(said).hasContent("made\n");
                assertThat(said).doesNotContain(KEY);
                String log = clis.log();
                assertThat(log).contains("/s/worker/").contains(KEY).doesNotContain("kept-by");
                assertThat(egress.refused("j1").keySet())
                        .as("where else it wanted to go")
                        .allMatch(host -> host.endsWith(":443") || host.endsWith(":80"));
            }
        }
    }

    private Agents agents(
            RealClis clis, String cli, String path, Path home, Configuration configuration)
            throws Exception {
        if (cli.equals("gemini")) {
            Files.createDirectories(home.resolve(".gemini"));
            Files.writeString(
                    home.resolve(".gemini/settings.json"),
                    """
                    {"security": {"auth": {"selectedType": "gemini-api-key"}},
                     "privacy": {"usageStatisticsEnabled": false},
                     "general": {"enableAutoUpdate": false, "maxAttempts": 1}}
                    """);
        }
        Map<String, String> hub = new HashMap<>();
        hub.put("HOME", home.toString());
        hub.put("PATH", clis.binary(cli).toAbsolutePath().getParent() + ":/usr/bin:/bin");
        hub.put("LANG", "C.UTF-8");
        hub.put("CLAUDE_CODE_MAX_RETRIES", "1");
        hub.put("OPENCODE_DISABLE_MODELS_FETCH", "1");
        Agents agents = new Agents(configuration, () -> hub);
        var _ =
                agents.save(
                        "worker",
                        Map.of(
                                "cli",
                                cli,
                                "base_url",
                                clis.url("worker") + path,
                                "key",
                                "MODEL_KEY",
                                "model",
                                "scripted-1"));
        return agents;
    }

    private RunPlan plan(Invocation invocation, Path work) throws Exception {
        String prompt =
                ScriptedModel.prompt(
                        "do it",
                        List.of(
                                Map.of("write", List.of("made.txt", "made\n")),
                                Map.of("say", "All done.")));
        Path file = Files.writeString(ground.resolve("prompt"), prompt);
        List<String> template = invocation.template(prompt, false);
        List<String> command =
                new ArrayList<>(
                        invocation.command(
                                template,
                                new Invocation.Prompt(prompt, file, false),
                                work,
                                Optional.empty()));
        Map<String, String> environment = new HashMap<>(invocation.environment());
        environment.putAll(Inside.environment());
        command.set(0, Executables.find(command.getFirst(), environment).orElseThrow().toString());
        Forwarder forwarder =
                Forwarder.of(Optional.of(Path.of("/usr/bin/perl")), Path.of("/no"), Path.of("/no"));
        return new RunPlan(
                forwarder.before(command),
                work,
                environment,
                Invocation.onStandardInput(template) ? Optional.of(file) : Optional.empty(),
                Duration.ofMinutes(4),
                RunPlan.OUTPUT_HEAD,
                RunPlan.OUTPUT_TAIL);
    }
}
