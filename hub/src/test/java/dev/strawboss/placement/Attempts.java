package dev.strawboss.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

/// Attempts of a real placement under a temporary directory.
final class Attempts {
    static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "HOME", "/tmp");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    final LocalPlacement placement;
    final Path state;
    final Sleepers sleepers = new Sleepers();
    private int count;

    Attempts(Path state, String shell, TreeKill kill, Duration backstop)
            throws InterruptedException {
        this.state = state;
        this.placement =
                new LocalPlacement(
                        state,
                        new Tools(shellCommand(shell), Tools.OF_THE_SYSTEM.directories()),
                        kill,
                        backstop,
                        Boot.ofTheSystem());
    }

    Attempts(Path state, TreeKill kill) throws InterruptedException {
        this(state, "/bin/sh", kill, Duration.ofSeconds(60));
    }

    /// The shells that the runner must work under, as far as they are installed.
    static Stream<String> shells() {
        return Stream.of("dash", "bash --posix", "busybox sh");
    }

    static Stream<String> mechanisms() {
        return Stream.of("cgroup", "freezer", "pid_namespace", "subreaper", "process_group");
    }

    static TreeKill mechanism(String name) {
        Tools tools = Tools.OF_THE_SYSTEM;
        return switch (name) {
            case "cgroup" ->
                    writable(ControlGroup.ofTheSystem(), ControlGroup::parent, "of version 2");
            case "freezer" -> writable(Freezer.ofTheSystem(), Freezer::parent, "of the freezer");
            case "pid_namespace" -> PidNamespace.ofTheSystem(tools).orElseThrow();
            case "subreaper" -> {
                Optional<Subreaper> subreaper =
                        Subreaper.ofTheSystem(tools, System.getProperty("os.arch"));
                assumeTrue(subreaper.isPresent(), "no perl");
                yield subreaper.get();
            }
            default -> new MarkedProcesses();
        };
    }

    private static <T> T writable(Optional<T> way, Function<T, Path> parent, String which) {
        assumeTrue(
                way.isPresent() && Files.isWritable(parent.apply(way.get()).getParent()),
                "no writable control group hierarchy " + which);
        return way.get();
    }

    private static List<String> shellCommand(String words) {
        List<String> command = new ArrayList<>(List.of(words.split(" ", -1)));
        Optional<String> program =
                command.getFirst().startsWith("/")
                        ? Optional.of(command.getFirst())
                        : Tools.OF_THE_SYSTEM.find(command.getFirst());
        assumeTrue(program.isPresent(), words + " is not installed");
        command.set(0, program.get());
        return command;
    }

    static RunPlan plan(String... command) {
        return plan(ENVIRONMENT, command);
    }

    static RunPlan plan(Map<String, String> environment, String... command) {
        return new RunPlan(
                List.of(command),
                Path.of("/tmp"),
                environment,
                Optional.empty(),
                Duration.ofMinutes(5),
                1 << 20,
                1 << 10);
    }

    static RunPlan bounded(RunPlan plan, long head, long tail) {
        return new RunPlan(
                plan.command(),
                plan.directory(),
                plan.environment(),
                plan.stdin(),
                plan.deadline(),
                head,
                tail);
    }

    static RunPlan limited(RunPlan plan, Duration deadline) {
        return new RunPlan(
                plan.command(),
                plan.directory(),
                plan.environment(),
                plan.stdin(),
                deadline,
                plan.outputHead(),
                plan.outputTail());
    }

    RunHandle start(RunPlan plan) throws IOException, InterruptedException {
        String name = "test-" + UUID.randomUUID() + "-" + ++count;
        Path directory = Files.createDirectories(state.resolve("attempts").resolve(name));
        return placement.start(name, directory, marked(plan));
    }

    private RunPlan marked(RunPlan plan) {
        return plan.confined(
                plan.command().stream().map(sleepers::marked).toList(),
                plan.directory(),
                plan.environment(),
                plan.confinement());
    }

    /// Runs a plan to its end.
    RunHandle run(RunPlan plan) throws IOException, InterruptedException {
        RunHandle run = start(plan);
        awaitExit(run);
        placement.dispose(run.directory().getFileName().toString(), run);
        return run;
    }

    Exit awaitExit(RunHandle run) throws InterruptedException {
        await(() -> placement.exit(run).isPresent(), () -> "no exit; " + errors(run));
        return placement.exit(run).orElseThrow();
    }

    static void await(BooleanSupplier condition, java.util.function.Supplier<String> otherwise)
            throws InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(otherwise).isBefore(deadline);
            Thread.sleep(5); // every look may read all of /proc
        }
    }

    /// How much a paused command has written once what was on its way has arrived.
    static int settled(RunHandle run) throws InterruptedException {
        int length = bytes(run, "stdout").length;
        for (int last = -1, looks = 0; last != length && looks < 50; looks++) {
            last = length;
            Thread.sleep(100);
            length = bytes(run, "stdout").length;
        }
        return length;
    }

    static String errors(RunHandle run) {
        return text(run, "runner.err");
    }

    static String text(RunHandle run, String file) {
        return new String(bytes(run, file), StandardCharsets.UTF_8);
    }

    static byte[] bytes(RunHandle run, String file) {
        try {
            Path path = run.directory().resolve(file);
            return Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static Map<String, String> with(String... namesAndValues) {
        Map<String, String> environment = new HashMap<>(ENVIRONMENT);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return environment;
    }
}
