package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.jobs.Job;
import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.json.Json;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.real.RealClis;
import dev.strawboss.real.ScriptedModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two real workers in private homes, at once, with one login whose tokens change several times
/// while they work: a provider that accepts only the newest. The CLIs are real; the provider, its
/// token endpoint and the model are scripted.
@Tag("real")
@Timeout(300)
class RealRotationTest {
    private static final int WORKERS = 2;
    private static final int STEPS = 8;

    @Test
    void twoCodexesStayLoggedInWithARefreshTokenThatRotates() throws Exception {
        try (RealClis clis = RealClis.start("codex");
                RotatingProvider provider = new RotatingProvider(clis.url("worker"), 5)) {
            AgentBench bench = new AgentBench(clis.freshHome("bench"));
            Path login = bench.directory.resolve("home/.codex/auth.json");
            Map<String, Object> tokens = new TreeMap<>();
            tokens.put("id_token", RotatingProvider.identity());
            tokens.put("access_token", provider.access(1));
            tokens.put("refresh_token", RotatingProvider.refresh(1));
            tokens.put("account_id", "me");
            Map<String, Object> all = new TreeMap<>();
            all.put("OPENAI_API_KEY", null);
            all.put("auth_mode", "chatgpt");
            all.put("tokens", tokens);
            all.put("last_refresh", Instant.now().minusSeconds(60).toString());
            Files.createDirectories(login.getParent());
            Files.writeString(login, Json.write(all));
            // what a person's config.toml says to use such a provider
            bench.program(
                    "codex",
                    "sub=$1; shift; exec '%s' \"$sub\" -c model_provider=own -c 'model_providers.own.name=\"O\"' \\\n"
                                    .formatted(clis.binary("codex"))
                            + " -c 'model_providers.own.base_url=\"%s/'$$'/v1\"' -c 'model_providers.own.wire_api=\"responses\"' \\\n"
                                    .formatted(provider.address())
                            + " -c model_providers.own.requires_openai_auth=true \"$@\"\n");
            var _ =
                    bench.agents.save(
                            "worker",
                            Map.of(
                                    "cli",
                                    "codex",
                                    "state",
                                    "private",
                                    "model",
                                    "scripted-1",
                                    "environment",
                                    Map.of(
                                            "CODEX_REFRESH_TOKEN_URL_OVERRIDE",
                                            provider.address() + "/oauth/token")));
            bothStayLoggedIn(bench, provider);
            Map<String, Object> home = Json.parseObject(Files.readAllBytes(login));
            assertThat(String.valueOf(LoginRule.at(home, "tokens.refresh_token")))
                    .isEqualTo(RotatingProvider.refresh(provider.generation()));
        }
    }

    private static void bothStayLoggedIn(AgentBench bench, RotatingProvider provider)
            throws Exception {
        List<Object> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(Map.of("shell", "echo step " + i, "delay", 700));
        }
        steps.add(Map.of("say", "All done."));
        String prompt = ScriptedModel.prompt("do it", steps);
        List<Future<Conclusion>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WORKERS)) {
            for (int i = 0; i < WORKERS; i++) {
                Job job = bench.job(bench.jobs.spec(bench.request("worker", prompt)));
                RunPlan plan = bench.prepare(job);
                Path attempt = bench.attempt;
                running.add(
                        threads.submit(
                                () -> bench.jobs.conclude(job, attempt, Ran.plan(plan, attempt))));
            }
            for (Future<Conclusion> each : running) {
                Conclusion conclusion = each.get();
                String log = String.join("\n", provider.log());
                assertThat(conclusion.verdict()).as(log).isEqualTo(new Verdict.Success());
                assertThat(conclusion.report())
                        .containsEntry("text", "All done.")
                        .containsEntry("agent_state", "private")
                        .doesNotContainKey("warnings");
            }
        } finally {
            bench.jobs.close();
        }
        assertThat(provider.generation()).isGreaterThanOrEqualTo(3);
        assertThat(provider.log()).noneMatch(line -> line.contains("was asked again"));
    }
}
