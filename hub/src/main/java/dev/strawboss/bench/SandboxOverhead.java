package dev.strawboss.bench;

import dev.strawboss.placement.RunPlan;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Profile;
import dev.strawboss.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What confining a command costs over starting it: `true`, in turns with and without.
final class SandboxOverhead implements Part {
    private static final int TURNS = 60;
    private static final int WARM_UP = 10;

    /// Issue 6 of the plan: without network.
    private static final double LIMIT_MILLIS = 12;

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        Path ground = Files.createTempDirectory("strawboss-bench");
        try {
            measure(report, ground);
        } finally {
            try (Stream<Path> found = Files.walk(ground)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void measure(Report report, Path ground)
            throws IOException, InterruptedException {
        Path work = Files.createDirectories(ground.resolve("work"));
        Sandbox sandbox = new Sandbox(ground, Set.of());
        RunPlan plain =
                new RunPlan(
                        List.of("/bin/true"),
                        work,
                        Map.of(),
                        Optional.empty(),
                        Duration.ofMinutes(1),
                        0,
                        0);
        double[] without = new double[TURNS];
        double[] with = new double[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            Path attempt = Files.createDirectories(ground.resolve("attempt-" + turn));
            long begin = System.nanoTime();
            run(plain);
            long between = System.nanoTime();
            run(sandbox.confine(Demand.REQUIRED, Profile.command(work), plain, attempt));
            if (turn >= 0) {
                without[turn] = (between - begin) / 1e6;
                with[turn] = (System.nanoTime() - between) / 1e6;
            }
        }
        double base = median(without);
        double confined = median(with);
        report.add(
                Figure.atMost(
                        "sandbox: a confined command over a plain one",
                        confined - base,
                        "ms",
                        LIMIT_MILLIS,
                        String.format(
                                Locale.ROOT,
                                "%.1f ms against %.1f ms, %.1f times; no network",
                                confined,
                                base,
                                confined / base)));
    }

    private static void run(RunPlan plan) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(plan.command()).directory(plan.directory().toFile()).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(plan.environment());
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IllegalStateException(plan.command().getFirst() + " ended with " + status);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
