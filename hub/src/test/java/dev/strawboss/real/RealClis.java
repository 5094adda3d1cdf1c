package dev.strawboss.real;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// The real agent CLIs, each in an isolated home, with a scripted model on loopback behind them.
/// What is missing skips the test and says so; under CI, or with STRAWBOSS_REQUIRE_REAL=1, it fails
/// it.
///
/// The CLIs are looked for in the system property `strawboss.clis`, the variable CLIS, and
/// `~/.cache/agent-clis`; `.ci/install-clis` puts them there.
public final class RealClis implements AutoCloseable {
    private final Path clis;
    private final Path homes;
    private final ScriptedModel model;

    private RealClis(Path clis, Path homes, ScriptedModel model) {
        this.clis = clis;
        this.homes = homes;
        this.model = model;
    }

    /// @param names of the CLIs that the test needs: `claude`, `codex`
    public static RealClis start(String... names) throws IOException, InterruptedException {
        Path clis = directory();
        for (String name : names) {
            if (!installed(name)) {
                missing("no " + name + " in " + clis + "; run .ci/install-clis");
            }
        }
        if (!hasNode()) {
            missing("no node on the PATH");
        }
        // Not under /tmp: there codex makes no helper binaries, and its sandbox fails.
        Path homes =
                Files.createTempDirectory(
                        Files.createDirectories(
                                Path.of(System.getProperty("user.home"), ".cache/strawboss-real")),
                        "run");
        return new RealClis(
                clis, homes, new ScriptedModel(Files.createDirectory(homes.resolve("requests"))));
    }

    public Path binary(String name) {
        return binary(clis, name);
    }

    public static boolean installed(String name) {
        return Files.isExecutable(binary(directory(), name));
    }

    /// The program of one that is no agent, such as `conformance`; its packages are in
    /// `node_modules` of the directory of its name beside `bin`.
    public static Path program(String name) {
        if (!Files.isExecutable(binary(directory(), name))) {
            missing("no " + name + " in " + directory() + "; run .ci/install-clis");
        }
        return binary(directory(), name);
    }

    /// Skips the test, also under CI, if the CLI is missing; [Census] counts those that are left.
    static void assumeInstalled(String name) {
        assumeTrue(installed(name), "no " + name + "; .ci/install-clis says why");
    }

    /// The model's base URL, with a part that tells workers apart in its log.
    public String url(String worker) {
        return model.address() + "/s/" + worker;
    }

    /// What the model was asked so far, as JSON text.
    public String log() throws IOException, InterruptedException {
        return model.log();
    }

    ScriptedModel model() {
        return model;
    }

    /// The newest whole request of a worker that offers tools, as JSON text.
    String lastRequest(String worker) throws IOException {
        String mark = "\"path\": \"/s/" + worker + "/";
        try (Stream<Path> requests = Files.list(homes.resolve("requests"))) {
            for (Path request : requests.sorted().toList().reversed()) {
                String text = Files.readString(request);
                if (text.contains(mark) && text.contains("\"tools\": [\n")) {
                    return text;
                }
            }
        }
        throw new IOException("no request of " + worker);
    }

    /// An empty home directory, outside /tmp.
    public Path freshHome(String name) throws IOException {
        return Files.createDirectories(homes.resolve(name));
    }

    /// What claude needs in its environment to talk to the model, and nothing else.
    public Map<String, String> claude(Path home) {
        Map<String, String> environment = basis(home);
        environment.put("ANTHROPIC_BASE_URL", url("claude"));
        environment.put("ANTHROPIC_API_KEY", "sk-fake");
        environment.put("IS_SANDBOX", "1"); // else it refuses to skip permissions as root
        environment.put("CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC", "1");
        environment.put("CLAUDE_CODE_MAX_RETRIES", "2");
        environment.put("ENABLE_TOOL_SEARCH", "false");
        // It waits 5 s for a server whose tools it always loads; a hub on a busy machine needs
        // more.
        environment.put("MCP_CONNECT_TIMEOUT_MS", "120000");
        return environment;
    }

    /// The same for codex, whose provider stands in `config.toml` of the home.
    public Map<String, String> codex(Path home) throws IOException {
        Path directory = Files.createDirectories(home.resolve(".codex"));
        Path configuration = directory.resolve("config.toml");
        if (!Files.exists(configuration)) {
            Files.writeString(
                    configuration,
                    """
                    model = "scripted-1"
                    model_provider = "scripted"
                    check_for_update_on_startup = false
                    [model_providers.scripted]
                    name = "Scripted"
                    base_url = "%s/v1"
                    env_key = "SCRIPTED_KEY"
                    wire_api = "responses"
                    request_max_retries = 1
                    stream_max_retries = 1
                    [analytics]
                    enabled = false
                    """
                            .formatted(url("codex")));
        }
        Map<String, String> environment = basis(home);
        environment.put("CODEX_HOME", directory.toString());
        environment.put("SCRIPTED_KEY", "sk-fake");
        return environment;
    }

    /// The same for gemini and opencode, whose files [CliHomes] writes.
    Map<String, String> gemini(Path home) {
        Map<String, String> environment = basis(home);
        environment.put("GEMINI_API_KEY", "sk-fake");
        environment.put("GOOGLE_GEMINI_BASE_URL", url("gemini"));
        environment.put("GEMINI_CLI_NO_RELAUNCH", "true");
        return environment;
    }

    Map<String, String> opencode(Path home) {
        Map<String, String> environment = basis(home);
        environment.put("OPENCODE_DISABLE_AUTOUPDATE", "1");
        environment.put("OPENCODE_DISABLE_MODELS_FETCH", "1");
        return environment;
    }

    Map<String, String> basis(Path home) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HOME", home.toString());
        environment.put("PATH", clis.resolve("bin") + ":" + System.getenv("PATH"));
        environment.put("LANG", "C.UTF-8");
        return environment;
    }

    @Override
    public void close() throws IOException {
        model.close();
        // CLIs leave helpers behind that may still write; rm is content with that.
        new ProcessBuilder("rm", "-rf", homes.toString()).start().onExit().join();
    }

    private static Path directory() {
        String property = System.getProperty("strawboss.clis", "");
        String variable = System.getenv().getOrDefault("CLIS", "");
        String named = property.isEmpty() ? variable : property;
        return named.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache/agent-clis")
                : Path.of(named);
    }

    private static Path binary(Path clis, String name) {
        return clis.resolve("bin").resolve(name.equals("continue") ? "cn" : name);
    }

    private static boolean hasNode() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
                .anyMatch(entry -> Files.isExecutable(Path.of(entry, "node")));
    }

    private static void missing(String what) {
        if (required()) {
            fail("needed here, but " + what);
        }
        abort(what);
    }

    /// Whether what is missing is a failure here.
    static boolean required() {
        Map<String, String> environment = System.getenv();
        return "1".equals(environment.get("STRAWBOSS_REQUIRE_REAL"))
                || "true".equals(environment.get("CI"));
    }
}
