package dev.strawboss.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.strawboss.bridge.Home;
import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import dev.strawboss.client.HubClient;
import dev.strawboss.client.ProgressListener;
import dev.strawboss.install.InstallCommand;
import dev.strawboss.install.UninstallCommand;
import dev.strawboss.json.Json;
import dev.strawboss.launcher.TestJvm;
import dev.strawboss.main.HubControl;
import dev.strawboss.sandbox.Unconfined;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/// A person's machine as `strawboss install` leaves it: one home directory, clients with Strawboss
/// registered, a git repository, and hub and bridges as processes of their own.
final class Desk implements AutoCloseable {
    static final String KEY = "SCRIPTED_KEY";

    /// Those that `strawboss install` knows.
    static final List<String> CLIENTS = List.of("claude", "codex", "gemini", "opencode");

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final String PROMPT = "Have it done.";

    final RealClis clis;
    final Path home;
    final Path repository;
    final HubControl hub;
    final CliHomes homes;
    private final Home strawboss;
    private final Path bin;
    private final List<String> bridge;
    private final HubStarter starter;

    /// With claude and codex.
    Desk() throws IOException, InterruptedException {
        this(List.of("claude", "codex"));
    }

    /// @param wanted all that are used here; those that `strawboss install` knows are registered
    Desk(List<String> wanted) throws IOException, InterruptedException {
        clis = RealClis.start(wanted.toArray(String[]::new));
        home = clis.freshHome("person");
        homes = new CliHomes(clis, home);
        bin = Files.createDirectories(home.resolve("bin"));
        strawboss = Home.of(home.resolve("strawboss"));
        Launch launch = new Launch(Files.createDirectories(home.resolve("dist")).resolve("launch"));
        List<String> hubCommand = new ArrayList<>(List.of("/usr/bin/env", "HOME=" + home));
        hubCommand.addAll(TestJvm.hub());
        launch.write(hubCommand);
        bridge =
                TestJvm.java(
                        "-Xmx256m",
                        // by such a name `uninstall` knows its entries
                        "-Dstands.for=" + home.resolve("dist/strawboss-bridge.jar"),
                        "dev.strawboss.bridge.Bridge",
                        "--hub-command",
                        launch.file().toString());
        Files.write(launch.file().resolveSibling("launch-bridge"), bridge);
        hub = new HubControl(strawboss, launch);
        starter = new HubStarter(strawboss, launch);
        configure();
        repository = repository();
        for (String cli : wanted) {
            homes.prepare(cli, CLIENTS.contains(cli) ? cli : worker(cli));
        }
        List<String> clients = wanted.stream().filter(CLIENTS::contains).toList();
        if (!clients.isEmpty()) {
            install(launch, clients);
        }
    }

    private void install(Launch launch, List<String> clients) throws IOException {
        List<String> words = new ArrayList<>(clients);
        words.addAll(List.of("--home", home.resolve("strawboss").toString()));
        execute(new InstallCommand(clis.codex(home), home, launch, Clock.systemUTC()), words);
    }

    void uninstall(String client) throws IOException {
        execute(new UninstallCommand(clis.codex(home), home, Clock.systemUTC()), List.of(client));
    }

    private static void execute(Object command, List<String> words) {
        StringWriter said = new StringWriter();
        CommandLine line =
                new CommandLine(command)
                        .setOut(new PrintWriter(said))
                        .setErr(new PrintWriter(said));
        assertThat(line.execute(words.toArray(String[]::new))).as(said + "").isZero();
    }

    /// The name of the agent that stands for a CLI where there is one for each.
    static String worker(String cli) {
        return "real-" + cli;
    }

    /// The whole command of the MCP server.
    List<String> server() {
        List<String> words = new ArrayList<>(bridge);
        words.addAll(
                List.of(
                        "--state",
                        strawboss.state().toString(),
                        "--configuration",
                        strawboss.configuration().toString()));
        return words;
    }

    /// Registers an agent on a CLI whose model is scripted under the agent's own name.
    void agent(String name, String cli) throws IOException {
        agent(name, cli, Map.of());
    }

    /// @param also what else its file says
    void agent(String name, String cli, Map<String, Object> also) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>(CliHomes.agent(clis, cli, name));
        values.putAll(also);
        Files.writeString(
                Files.createDirectories(strawboss.configuration().resolve("agents.d"))
                        .resolve(name + ".yaml"),
                Json.write(values)); // JSON is YAML
    }

    /// Where the hub keeps its jobs.
    Path state() {
        return strawboss.state();
    }

    /// Registers an agent that is a shell script.
    void custom(String name, String script) throws IOException {
        Files.writeString(
                Files.createDirectories(strawboss.configuration().resolve("agents.d"))
                        .resolve(name + ".yaml"),
                Json.write(Map.of("command", List.of("sh", "-c", script))));
    }

    void script(String worker, Map<?, ?>... steps) throws IOException, InterruptedException {
        clis.model().script(worker, List.of((Object[]) steps));
    }

    /// What the person's login shell does; the hub asks it once, whoever started the hub.
    void profile(String script) throws IOException {
        Files.writeString(home.resolve(".profile"), script);
    }

    /// A program of the person's that goes before the real one.
    void program(String name, String script) throws IOException {
        Path file = bin.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    void forget(String program) throws IOException {
        Files.delete(bin.resolve(program));
    }

    /// Starts a client as a person does who gives it one prompt in the repository.
    Process orchestrate(String client) throws IOException {
        List<String> words = new ArrayList<>(List.of(clis.binary(client).toString()));
        words.addAll(
                switch (client) {
                    case "claude" ->
                            List.of(
                                    "-p",
                                    PROMPT,
                                    "--output-format",
                                    "stream-json",
                                    "--verbose",
                                    "--dangerously-skip-permissions");
                    case "codex" ->
                            List.of(
                                    "exec",
                                    "--json",
                                    "--dangerously-bypass-approvals-and-sandbox",
                                    PROMPT);
                    case "gemini" ->
                            List.of("--yolo", "--skip-trust", "-m", "gemini-2.5-pro", "-p", PROMPT);
                    case "opencode" -> List.of("run", "--title", "t", PROMPT);
                    default -> throw new IllegalArgumentException(client);
                });
        ProcessBuilder builder = new ProcessBuilder(words).directory(repository.toFile());
        builder.environment().clear();
        builder.environment()
                .putAll(
                        switch (client) {
                            case "claude" -> clis.claude(home);
                            case "codex" -> clis.codex(home);
                            case "gemini" -> clis.gemini(home);
                            default -> clis.opencode(home);
                        });
        // The tools say themselves that they are not to be hidden behind a search.
        builder.environment().remove("ENABLE_TOOL_SEARCH");
        builder.redirectInput(Path.of("/dev/null").toFile());
        builder.redirectErrorStream(true);
        builder.redirectOutput(said(client).toFile());
        return builder.start();
    }

    /// What the client printed.
    Path said(String client) {
        return home.resolve(client + ".out");
    }

    static void ends(Process client) throws InterruptedException {
        assertThat(client.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }

    /// A bridge as a client starts it that passes nothing on.
    Process emptyBridge() throws IOException {
        List<String> words = new ArrayList<>(List.of("/usr/bin/env", "-i"));
        words.addAll(server());
        return new ProcessBuilder(words).start();
    }

    long hubPid() throws IOException {
        return hub.status().map(HubFile::pid).orElse(0L);
    }

    /// Kills the hub and returns when a client has started the next one.
    void killHub() throws Exception {
        long killed = hubPid();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        until("the next hub", () -> hubPid() != 0 && hubPid() != killed);
    }

    Map<String, Object> call(String tool, Map<String, Object> arguments)
            throws InterruptedException {
        return call("test", tool, arguments);
    }

    Map<String, Object> call(String name, String tool, Map<String, Object> arguments)
            throws InterruptedException {
        awaitHub();
        try (HubClient client = new HubClient(starter, name, "1")) {
            return client.call(tool, arguments, ProgressListener.NONE).structured();
        }
    }

    /// Tests share the machine; a person is not made to wait so long.
    private void awaitHub() throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                if (hub.status().isEmpty()) {
                    var _ = hub.start();
                }
                return;
            } catch (IOException late) {
                assertThat(attempt).as(late.getMessage()).isLessThan(6);
            }
        }
    }

    /// Dispatches to an agent and says the job's id.
    String dispatch(String agent, Map<String, Object> also) throws InterruptedException {
        Map<String, Object> arguments = new LinkedHashMap<>(also);
        arguments.put("agent", agent);
        arguments.putIfAbsent("prompt", "Do your work.");
        arguments.put("directory", repository.toString());
        return String.valueOf(call("dispatch", arguments).get("job"));
    }

    Map<String, Object> finished(String job) throws InterruptedException {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; ) {
            Map<String, Object> answer = call("wait", Map.of("jobs", List.of(job), "seconds", 10L));
            if (Boolean.TRUE.equals(answer.get("done"))) {
                return first(answer);
            }
        }
        throw new AssertionError("not finished in time: " + call("job", Map.of("job", job)));
    }

    boolean running(String job) throws InterruptedException {
        return !Boolean.TRUE.equals(
                call("wait", Map.of("jobs", List.of(job), "seconds", 0L)).get("done"));
    }

    /// The first of an answer's jobs.
    @SuppressWarnings("unchecked") // objects of JSON
    static Map<String, Object> first(Map<String, Object> answer) {
        return (Map<String, Object>) ScriptedModel.list(answer.get("jobs")).getFirst();
    }

    /// Waits for what the processes under test bring about.
    static void until(String what, Callable<Boolean> condition) throws Exception {
        for (long end = System.nanoTime() + PATIENCE.toNanos(); !condition.call(); ) {
            assertThat(System.nanoTime()).as("in time: " + what).isLessThan(end);
            Thread.sleep(20);
        }
    }

    String git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
        return said.strip();
    }

    @Override
    public void close() throws IOException {
        try {
            hub.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        clis.close();
    }

    private void configure() throws IOException {
        StringBuilder exports = new StringBuilder();
        homes.environment()
                .forEach((name, value) ->
                        exports.append("export ")
                                .append(name)
                                .append("='")
                                .append(value)
                                .append("'\n"));
        profile(
                "PATH='"
                        + bin
                        + "':'"
                        + clis.basis(home).get("PATH")
                        + "'; export PATH\n"
                        + exports);
        Unconfined.in(strawboss.configuration());
        Path secrets = strawboss.configuration().resolve("secrets.env");
        Files.createFile(
                secrets,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secrets, KEY + "=sk-scripted\n");
    }

    private Path repository() throws IOException, InterruptedException {
        Path directory = Files.createDirectories(home.resolve("project"));
        Process git =
                new ProcessBuilder(
                                "sh",
                                "-c",
                                "git init -q -b main && echo one >a.txt && git add a.txt"
                                        + " && git -c user.name=P -c user.email=p@p commit -qm first")
                        .directory(directory.toFile())
                        .inheritIO()
                        .start();
        assertThat(git.waitFor()).isZero();
        return directory;
    }
}
