package dev.strawboss.install;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.Launch;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Folder;
import dev.strawboss.launcher.TestJvm;
import dev.strawboss.process.Command;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import dev.strawboss.real.RealClis;
import dev.strawboss.real.ScriptedModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The real claude and codex, registered as a person registers them, delegate and wait.
@Tag("real")
@Tag("ordinary")
class RealOrchestratorTest {
    private static final Pattern JOB = Pattern.compile("[Jj]ob\\W{1,6}([0-9a-z]{12})\\b");

    private RealClis clis;
    private Path place;
    private Home home;
    private Path repository;
    private List<String> bridge;

    @BeforeEach
    void makeHubAndRepository() throws Exception {
        clis = RealClis.start("claude", "codex");
        place = clis.freshHome("orchestrator");
        home = Home.of(place.resolve("hub"));
        bridge = Registration.command(launch(), home);
        repository = Files.createDirectory(place.resolve("repository"));
        run(
                Map.of("HOME", place.toString(), "PATH", System.getenv("PATH")),
                "sh",
                "-c",
                "git init -q . && git -c user.name=t -c user.email=t@t commit -q --allow-empty -m first");
        new Configuration(home.configuration(), List.of())
                .save(
                        Folder.AGENTS,
                        "writer",
                        Map.of("command", List.of("sh", "-c", "echo made > made.txt; echo done")));
    }

    @AfterEach
    void endHub() throws Exception {
        if (home != null) {
            Optional<HubFile> hub = HubFile.read(home.state());
            hub.flatMap(file -> ProcessHandle.of(file.pid()))
                    .ifPresent(process -> {
                        process.destroy();
                        process.onExit().join();
                    });
        }
        if (clis != null) {
            clis.close();
        }
    }

    @Test
    void bothDelegateToTheSameHubAndTheWorkIsOnABranch() throws Exception {
        Map<String, String> claude = clis.claude(place.resolve("claude-home"));
        Map<String, String> codex = clis.codex(place.resolve("codex-home"));
        Files.createDirectories(place.resolve("claude-home"));
        List<String> jobs = new ArrayList<>();
        for (String client : List.of("claude", "codex")) {
            Map<String, String> environment = client.equals("claude") ? claude : codex;
            new Installer(environment, place, Clock.systemUTC()).install(client, bridge, false);
            String job = dispatch(client, environment);
            jobs.add(job);

            assertThat(
                            ask(
                                    client,
                                    environment,
                                    Map.of("tool", "wait$", "args", Map.of("jobs", List.of(job)))))
                    .contains("succeeded", "strawboss/" + job);
            assertThat(git("show", "strawboss/" + job + ":made.txt")).isEqualTo("made\n");
        }

        assertThat(git("status", "--porcelain")).isEmpty();
        assertThat(withoutAnyEnvironment()).contains(jobs);
    }

    /// The list of jobs, as a bridge under `env -i` tells it.
    private String withoutAnyEnvironment() throws InterruptedException {
        String call =
                """
                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}
                {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"jobs","arguments":{}}}
                """;
        Command command =
                Command.of(repository, Map.of(), bridge)
                        .stdin(call.getBytes(StandardCharsets.UTF_8));
        return text(Processes.run(command));
    }

    private String dispatch(String client, Map<String, String> environment) throws Exception {
        Map<String, Object> arguments =
                Map.of("prompt", "write", "agent", "writer", "directory", repository.toString());
        String said = ask(client, environment, Map.of("tool", "dispatch$", "args", arguments));
        Matcher job = JOB.matcher(said);
        assertThat(job.find()).as("a job in %s", said).isTrue();
        return job.group(1);
    }

    private String ask(String client, Map<String, String> environment, Map<String, Object> step)
            throws Exception {
        String prompt = ScriptedModel.prompt("delegate", List.of(step, Map.of("say", "All done.")));
        List<String> words = new ArrayList<>(List.of(clis.binary(client).toString()));
        words.addAll(
                client.equals("claude")
                        ? List.of(
                                "-p",
                                prompt,
                                "--dangerously-skip-permissions",
                                "--output-format",
                                "stream-json",
                                "--verbose")
                        : List.of(
                                "exec",
                                "--json",
                                "--dangerously-bypass-approvals-and-sandbox",
                                prompt));
        return run(environment, words.toArray(String[]::new));
    }

    private String git(String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("git"));
        words.addAll(List.of(arguments));
        return run(
                Map.of("HOME", place.toString(), "PATH", System.getenv("PATH")),
                words.toArray(String[]::new));
    }

    private String run(Map<String, String> environment, String... words) throws Exception {
        Outcome outcome =
                Processes.run(
                        Command.of(repository, environment, List.of(words))
                                .timeout(Duration.ofSeconds(90)));
        return text(outcome);
    }

    private static String text(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ended.class);
        return ((Outcome.Ended) outcome).stdout().text();
    }

    /// A distribution that runs the classes under test.
    private Launch launch() throws Exception {
        Path directory = Files.createDirectory(place.resolve("distribution"));
        Launch launch = new Launch(directory.resolve("launch"));
        launch.write(TestJvm.hub());
        List<String> stdio =
                TestJvm.java(
                        "-Xmx256m",
                        "dev.strawboss.bridge.Bridge",
                        "--hub-command",
                        launch.file().toString());
        Files.write(directory.resolve("launch-bridge"), stdio);
        return launch;
    }
}
