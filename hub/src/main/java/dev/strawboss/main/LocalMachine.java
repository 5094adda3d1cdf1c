package dev.strawboss.main;

import dev.strawboss.agents.Diagnosis;
import dev.strawboss.http.Http;
import dev.strawboss.placement.LocalPlacement;
import dev.strawboss.process.Command;
import dev.strawboss.process.Executables;
import dev.strawboss.process.Outcome;
import dev.strawboss.process.Processes;
import dev.strawboss.sandbox.Sandbox;
import dev.strawboss.tools.Check;
import dev.strawboss.tools.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks at this machine for the doctor.
final class LocalMachine implements Machine {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OUTPUT = 256 << 10;
    private static final long LITTLE_SPACE = 500L << 20;

    private final Path state;
    private final LocalPlacement placement;
    private final Supplier<Map<String, String>> environment;
    private final Sandbox sandbox;
    private final Http http;

    LocalMachine(
            Path state,
            LocalPlacement placement,
            Supplier<Map<String, String>> environment,
            Sandbox sandbox,
            Http http) {
        this.sandbox = sandbox;
        this.state = state;
        this.placement = placement;
        this.environment = environment;
        this.http = http;
    }

    @Override
    public List<Check> checks() throws InterruptedException {
        return List.of(java(), git(), kill(), sandbox(), state(), http(http));
    }

    @Override
    public Diagnosis.Asking asking() {
        return this::ask;
    }

    private Optional<String> ask(List<String> command, Map<String, String> variables)
            throws InterruptedException {
        Command asked = Command.of(state, variables, command).timeout(PATIENCE).outputLimit(OUTPUT);
        if (!(Processes.run(asked) instanceof Outcome.Ended ended) || ended.status() != 0) {
            return Optional.empty();
        }
        String said = ended.stdout().text(); // pi and kilo say such things on standard error
        return Optional.of(said.isBlank() ? ended.stderr().text() : said);
    }

    private static Check java() {
        return Check.ok("java", Runtime.version() + ", " + System.getProperty("java.home"));
    }

    private Check git() throws InterruptedException {
        Map<String, String> variables = environment.get();
        Optional<Path> git = Executables.find("git", variables);
        Optional<String> version =
                git.isEmpty()
                        ? Optional.empty()
                        : ask(List.of(git.get().toString(), "version"), variables);
        return version.map(text -> Check.ok("git", text.strip() + ", " + git.orElseThrow()))
                .orElseGet(() ->
                        Check.problem(
                                "git",
                                "git is not on the login shell's PATH, so agents get no worktrees.",
                                "Install git (Debian: apt install git)"));
    }

    private Check kill() {
        String how = placement.killMechanism();
        return switch (how) {
            case "cgroup", "freezer", "user_scope" ->
                    Check.ok("ending jobs", "by control group: nothing outlives its job");
            case "pid_namespace" ->
                    Check.ok("ending jobs", "by PID namespace: nothing outlives its job");
            case "subreaper" ->
                    Check.ok(
                            "ending jobs", "by descent: their runner adopts what loses its parent");
            default ->
                    Check.note(
                            "ending jobs",
                            "by process group and environment: a process that detaches itself and"
                                    + " clears its environment outlives its job",
                            "Allow user namespaces: sysctl kernel.unprivileged_userns_clone=1");
        };
    }

    private Check sandbox() throws InterruptedException {
        Sandbox.Look look = sandbox.look();
        return look.why().isEmpty()
                ? Check.ok(
                        "sandbox", "by " + look.mechanism() + ": strawboss sandbox check tries it")
                : Check.problem(
                        "sandbox",
                        look.why()
                                + (look.mechanism().equals("none")
                                        ? " So no job can be confined."
                                        : " What is left is "
                                                + look.mechanism()
                                                + ", which holds less."),
                        look.mend());
    }

    /// Whether clients can come over HTTP, and where.
    static Check http(Http http) {
        return switch (http.status()) {
            case Http.Status.Off _ ->
                    Check.note("http", "Off: no port is open.", "strawboss http on");
            case Http.Status.On(var url) -> Check.ok("http", url);
            case Http.Status.Failed(var sentence, var hint) ->
                    Check.problem("http", sentence, hint);
        };
    }

    private Check state() {
        try {
            long free = Files.getFileStore(state).getUsableSpace();
            String where = "%s, %,d MB free".formatted(state, free >> 20);
            return free < LITTLE_SPACE
                    ? Check.problem("state", where, "Free disk space.")
                    : Check.ok("state", where);
        } catch (IOException e) {
            return Check.problem("state", "Cannot be looked at: " + e.getMessage() + ".", "");
        }
    }
}
