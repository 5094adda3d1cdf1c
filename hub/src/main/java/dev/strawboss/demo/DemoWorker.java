package dev.strawboss.demo;

import dev.strawboss.bridge.Home;
import dev.strawboss.config.Configuration;
import dev.strawboss.config.Folder;
import dev.strawboss.process.Executables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who does the demo's work.
///
/// @param agent its name, as dispatches name it
/// @param sentence what a person should know of it
/// @param talks whether its output is for people; that of agent CLIs is for programs
record DemoWorker(String agent, String sentence, boolean talks) {
    private static final String SCRIPTED = "demo-worker";

    /// An agent CLI with credentials, if there is one: a login, or a key in the environment.
    static Optional<DemoWorker> real(Map<String, String> environment, Path home) {
        return Stream.of(
                        candidate(
                                "claude",
                                List.of(
                                        "ANTHROPIC_API_KEY",
                                        "ANTHROPIC_AUTH_TOKEN",
                                        "CLAUDE_CODE_OAUTH_TOKEN"),
                                directory(environment, "CLAUDE_CONFIG_DIR", home.resolve(".claude"))
                                        .resolve(".credentials.json"),
                                environment),
                        candidate(
                                "codex",
                                List.of("CODEX_API_KEY"),
                                directory(environment, "CODEX_HOME", home.resolve(".codex"))
                                        .resolve("auth.json"),
                                environment))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<DemoWorker> candidate(
            String program, List<String> keys, Path login, Map<String, String> environment) {
        boolean known =
                Files.isReadable(login)
                        || keys.stream().anyMatch(k -> !environment.getOrDefault(k, "").isEmpty());
        return known && Executables.find(program, environment).isPresent()
                ? Optional.of(
                        new DemoWorker(
                                program,
                                program
                                        + ", with your account (--scripted does it without a model)",
                                false))
                : Optional.empty();
    }

    private static Path directory(Map<String, String> environment, String name, Path usual) {
        String named = environment.getOrDefault(name, "");
        return named.isEmpty() ? usual : Path.of(named);
    }

    /// A shell script that does what an agent would, registered like any agent of one's own.
    ///
    /// @param directory where the script is put
    static DemoWorker scripted(Home home, Path directory, String why) throws IOException {
        Path script = directory.resolve("worker.sh");
        if (!Files.exists(script)) {
            DemoProject.copy("worker.sh", script);
            Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        }
        configuration(home)
                .save(
                        Folder.AGENTS,
                        SCRIPTED,
                        Map.of(
                                "command",
                                List.of(script.toString()),
                                "sandbox",
                                "best",
                                "description",
                                "The worker of strawboss demo; can be removed."));
        return new DemoWorker(
                SCRIPTED, "a shell script that edits files like an agent (" + why + ")", true);
    }

    /// Takes the script's registration away again.
    static void forget(Home home) {
        configuration(home).remove(Folder.AGENTS, SCRIPTED);
    }

    private static Configuration configuration(Home home) {
        return new Configuration(home.configuration(), List.of());
    }
}
