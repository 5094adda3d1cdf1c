package dev.strawboss.sandbox;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.placement.Confinement;
import dev.strawboss.placement.Exit;
import dev.strawboss.placement.Placement;
import dev.strawboss.placement.RunHandle;
import dev.strawboss.placement.RunOutput;
import dev.strawboss.placement.RunPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Tries every [Escape] inside each mechanism that works here, run as a job is run.
public final class SandboxCheck {
    private static final Limits LIMITS =
            new Limits(128L << 20, 0.5, 64, 32L << 20, Duration.ZERO, 200);
    private static final long TEMPORARY = 16L << 20;

    /// What never began was not refused.
    private static final String BEGUN = "echo begun\n";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// What one attempt came to.
    ///
    /// @param mechanism in which it was made
    /// @param promised whether this mechanism says that it holds here
    /// @param refused whether it held
    /// @param said the last words of the attempt
    public record Result(
            String mechanism,
            String escape,
            String promise,
            boolean promised,
            boolean refused,
            String said) {
        /// Nothing was promised that does not hold.
        public boolean good() {
            return refused || !promised;
        }
    }

    private final Path ground;
    private final Placement placement;
    private final Sandbox sandbox;

    /// @param ground an empty directory of the caller's, who removes it afterwards
    public SandboxCheck(Path ground, Placement placement) {
        this.ground = ground;
        this.placement = placement;
        this.sandbox = new Sandbox(ground.resolve("hub"), placement.bounds());
    }

    /// Why mechanisms do not work here, a sentence each.
    public List<String> absent() throws InterruptedException {
        return sandbox.trials().stream()
                .filter(trial -> trial.mechanism().isEmpty())
                .map(trial -> trial.name() + ": " + trial.why() + " Try: " + trial.mend())
                .toList();
    }

    /// @param each is told as they come
    public void run(Consumer<Result> each) throws IOException, InterruptedException {
        try (Bait bait = bait()) {
            for (Mechanism mechanism : sandbox.mechanisms()) {
                for (Escape escape : Escape.all()) {
                    each.accept(tried(mechanism, escape, bait));
                }
            }
        }
    }

    /// Those of the attempts that do no harm, made outside, where they must succeed.
    ///
    /// @return the names of those that do not
    List<String> withoutSandbox() throws IOException, InterruptedException {
        try (Bait bait = bait()) {
            return Escape.all().stream()
                    .filter(Escape::harmless)
                    .filter(escape -> !succeeds(escape, bait))
                    .map(Escape::name)
                    .toList();
        }
    }

    private Bait bait() throws IOException, InterruptedException {
        Host host = sandbox.host();
        SystemCalls calls =
                host.calls()
                        .orElseThrow(() ->
                                new StrawbossException(
                                        ErrorCode.ENVIRONMENT,
                                        "The calls of the kernel on "
                                                + host.architecture()
                                                + " are not known.",
                                        "Run it on x86_64 or aarch64."));
        return new Bait(ground, host, calls);
    }

    private boolean succeeds(Escape escape, Bait bait) {
        try {
            RunPlan plan = plan(escape, bait);
            RunPlan outside = // not even in the PID namespace by which an ordinary user's tree ends
                    plan.confined(
                            plan.command(),
                            plan.directory(),
                            plan.environment(),
                            new Confinement(true, 0, 0, 0));
            return run("outside-" + escape.name(), outside).status() == 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Result tried(Mechanism mechanism, Escape escape, Bait bait)
            throws IOException, InterruptedException {
        Profile profile =
                Grants.real(
                        new Profile(
                                "command",
                                List.of(
                                        Grant.writable(bait.work()),
                                        Grant.readable(bait.readable())),
                                Path.of("/home/job"),
                                Network.NONE,
                                LIMITS,
                                TEMPORARY));
        String name = mechanism.name() + "-" + escape.name();
        Files.createDirectories(attempt(name));
        Exit exit =
                run(
                        name,
                        mechanism.confine(
                                profile, plan(escape, bait), attempt(name), Start.UNDER_A_RUNNER));
        Set<Promise> held = sandbox.held(mechanism, profile);
        return new Result(
                mechanism.name(),
                escape.name(),
                escape.promise().wireName(),
                held.contains(escape.promise()),
                exit.status() != 0,
                lastWords(name));
    }

    private RunPlan plan(Escape escape, Bait bait) {
        Map<String, String> environment = new HashMap<>(bait.environment());
        environment.put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        return new RunPlan(
                List.of("/bin/sh", "-c", BEGUN + escape.script()),
                bait.work(),
                environment,
                Optional.empty(),
                PATIENCE,
                RunPlan.OUTPUT_TAIL,
                0);
    }

    private Exit run(String name, RunPlan plan) throws IOException, InterruptedException {
        Path attempt = Files.createDirectories(attempt(name));
        String unique = "check-" + ground.getFileName() + "-" + name;
        RunHandle run = placement.start(unique, attempt, plan);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (placement.exit(run).isEmpty() && System.nanoTime() < deadline) {
            Thread.sleep(2);
        }
        if (placement.exit(run).isEmpty()) {
            placement.stop(run, Duration.ZERO);
        }
        placement.dispose(unique, run);
        if (!new RunOutput(attempt, "stdout").head(BEGUN.length()).startsWith("begun")) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The attempt " + name + " could not begin: " + lastWords(name),
                    "Try again: strawboss sandbox check");
        }
        return placement
                .exit(run)
                .orElseThrow(() ->
                        new StrawbossException(
                                ErrorCode.ENVIRONMENT,
                                "The attempt " + name + " of the check did not end.",
                                "Try again: strawboss sandbox check"));
    }

    private Path attempt(String name) {
        return ground.resolve("attempts").resolve(name);
    }

    private String lastWords(String name) throws IOException {
        List<String> lines = new RunOutput(attempt(name), "stderr").tail(500).lines().toList();
        return lines.isEmpty() ? "" : lines.getLast();
    }
}
