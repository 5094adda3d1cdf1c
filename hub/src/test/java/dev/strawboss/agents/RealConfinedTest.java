package dev.strawboss.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.jobs.JobKind.Conclusion;
import dev.strawboss.jobs.JobKind.Verdict;
import dev.strawboss.real.RealClis;
import dev.strawboss.real.ScriptedModel;
import dev.strawboss.sandbox.Here;
import dev.strawboss.sandbox.Unconfined;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real CLIs as confined workers, against the scripted model behind the hub's gateway.
@Tag("real")
@Timeout(300)
class RealConfinedTest {
    private static final String KEY = "the-real-key";

    @ParameterizedTest
    @CsvSource({
        "claude, ''",
        "codex, /v1",
        "gemini, ''",
        "opencode, /v1",
        "qwen, /v1",
        "copilot, /v1"
    })
    void itDoesItsJobAndReachesNothingElse(String cli, String path) throws Exception {
        try (RealClis clis = RealClis.start(cli);
                ServerSocketChannel hub = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            Path directory = clis.freshHome("bench");
            Here.networkOrSkipped(directory.resolve("here"));
            AgentBench bench = new AgentBench(directory);
            bench.environment.put(
                    "PATH", clis.binary(cli).toAbsolutePath().getParent() + ":/usr/bin:/bin");
            bench.environment.put("CLAUDE_CODE_MAX_RETRIES", "1");
            // a shell script that starts a Node.js in another directory, which nobody can know
            Unconfined.write(
                    directory.resolve("config"),
                    "sandbox_readable: ['%s']\n"
                            .formatted(clis.binary(cli).resolve("../../" + cli).normalize()));
            bench.configuration.saveSecret("MODEL_KEY", KEY);
            var _ =
                    bench.agents.save(
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
            Files.writeString(directory.resolve("home/private.txt"), "mine");
            Files.createDirectories(directory.resolve("attempts/other"));
            hub.bind(UnixDomainSocketAddress.of(directory.resolve("hub.sock")));
            String prompt =
                    ScriptedModel.prompt(
                            "do it",
                            List.of(
                                    Map.of("shell", looks(bench, URI.create(clis.url("worker")))),
                                    writes(cli),
                                    Map.of("say", "All done.")));
            Conclusion conclusion = bench.run(AgentBench.confined(bench.request("worker", prompt)));
            bench.egress.close();
            String log = clis.log();
            assertThat(conclusion.verdict()).as(log).isEqualTo(new Verdict.Success());
            assertThat(conclusion.report())
                    .containsEntry("sandbox", "bubblewrap")
                    .containsEntry("isolation", "clone")
                    .containsEntry("credential", "kept by the hub");
            assertThat(String.valueOf(conclusion.report().get("changed_files")))
                    .contains("made.txt");
            assertThat(log).contains(KEY).contains("safe and sound").doesNotContain("saw: ");
            assertThat(bench.repository.resolve("made.txt")).doesNotExist();
        }
    }

    /// qwen's own tool takes absolute paths only, and the scripted model does not know them.
    private static Map<String, Object> writes(String cli) {
        return cli.equals("qwen")
                ? Map.of("shell", "echo made >made.txt")
                : Map.of("write", List.of("made.txt", "made\n"));
    }

    /// Says what it could see, in words that do not stand in the command itself.
    private static String looks(AgentBench bench, URI model) {
        Path directory = bench.directory;
        StringBuilder script = new StringBuilder("w=sa; for each in");
        for (Path path :
                List.of(
                        directory.resolve("home/private.txt"),
                        bench.repository,
                        bench.repository.resolve(".git"),
                        directory.resolve("config"),
                        directory.resolve("egress"),
                        directory.resolve("attempts/other"),
                        directory.resolve("hub.sock"),
                        Path.of("/root/.ssh"),
                        Path.of("/var/log"))) {
            script.append(" '").append(path).append('\'');
        }
        // its own job's directory, but for the prompt; what matches nothing stays as it is
        for (String file : List.of("in-force", "stdout", "stderr", "runner*")) {
            script.append(" '").append(directory.resolve("attempts")).append("'/*/*/").append(file);
        }
        script.append("; do [ ! -e \"$each\" ] || echo \"${w}w: $each\"; done;")
                .append(
                        " for each in 127.0.0.1/"
                                + model.getPort()
                                + " 169.254.169.254/80 1.1.1.1/443; do")
                .append(
                        " timeout 5 bash -c \"exec 3<>/dev/tcp/$each\" 2>/dev/null && echo \"${w}w: $each\"; done;")
                .append(" echo ${w}fe and sound");
        return script.toString();
    }
}
