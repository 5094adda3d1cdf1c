package dev.strawboss.bench;

import dev.strawboss.egress.Egress;
import dev.strawboss.egress.Forwarder;
import dev.strawboss.egress.Inside;
import dev.strawboss.egress.Rules;
import dev.strawboss.placement.RunPlan;
import dev.strawboss.process.Executables;
import dev.strawboss.sandbox.Demand;
import dev.strawboss.sandbox.Grant;
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

/// What confining a command costs over starting it: `true` plain, with no network, and with listed
/// hosts, in turns.
final class SandboxOverhead implements Part {
    private static final int TURNS = 60;
    private static final int WARM_UP = 20;

    /// Issue 6 of the plan.
    private static final double LIMIT_MILLIS = 12;

    private static final double LISTED_LIMIT_MILLIS = 25;

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        Path ground = Files.createTempDirectory("strawboss-bench");
        try (Egress egress = new Egress(ground.resolve("egress"), _ -> Optional.empty())) {
            measure(report, new Ways(ground, egress));
        } finally {
            try (Stream<Path> found = Files.walk(ground)) {
                for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static void measure(Report report, Ways ways) throws IOException, InterruptedException {
        double[] plain = new double[TURNS];
        double[] closed = new double[TURNS];
        double[] listed = new double[TURNS];
        for (int turn = -WARM_UP; turn < TURNS; turn++) {
            long begin = System.nanoTime();
            run(ways.plain());
            long second = System.nanoTime();
            run(ways.closed(turn));
            long third = System.nanoTime();
            run(ways.listed(turn));
            long end = System.nanoTime();
            ways.end();
            if (turn >= 0) {
                plain[turn] = (second - begin) / 1e6;
                closed[turn] = (third - second) / 1e6;
                listed[turn] = (end - third) / 1e6;
            }
        }
        report.add(figure("no network", median(plain), median(closed), LIMIT_MILLIS));
        report.add(figure("listed hosts", median(plain), median(listed), LISTED_LIMIT_MILLIS));
    }

    private static Figure figure(String network, double plain, double confined, double limit) {
        return Figure.atMost(
                "sandbox: a confined command over a plain one, " + network,
                confined - plain,
                "ms",
                limit,
                String.format(
                        Locale.ROOT,
                        "%.1f ms against %.1f ms, %.1f times",
                        confined,
                        plain,
                        confined / plain));
    }

    /// The same command, started in three ways, with all that the hub does for each before.
    private static final class Ways {
        private static final String JOB = "bench";

        private final Path ground;
        private final Path work;
        private final Sandbox sandbox;
        private final Egress egress;
        private final Forwarder forwarder;

        Ways(Path ground, Egress egress) throws IOException {
            this.ground = ground;
            this.egress = egress;
            this.work = Files.createDirectories(ground.resolve("work"));
            this.sandbox = new Sandbox(ground, Set.of());
            this.forwarder =
                    Forwarder.of(
                            Executables.find("perl", Map.of("PATH", "/usr/bin:/usr/local/bin")),
                            Path.of(System.getProperty("java.home"), "bin", "java"),
                            Path.of(System.getProperty("java.class.path")));
        }

        RunPlan plain() {
            return new RunPlan(
                    List.of("/bin/true"),
                    work,
                    Map.of(),
                    Optional.empty(),
                    Duration.ofMinutes(1),
                    0,
                    0);
        }

        RunPlan closed(int turn) throws IOException, InterruptedException {
            return sandbox.confine(
                    Demand.REQUIRED, Profile.command(work), plain(), attempt("closed", turn));
        }

        RunPlan listed(int turn) throws IOException, InterruptedException {
            Path gate = egress.open(JOB, Rules.of(List.of("a.example")), List.of());
            RunPlan plan = plain();
            RunPlan forwarded =
                    plan.confined(
                            forwarder.before(plan.command()),
                            work,
                            Inside.environment(),
                            plan.confinement());
            Profile profile = Profile.agent(work).with(new Grant(gate, Inside.DIRECTORY, false));
            for (Path need : forwarder.needs()) {
                profile = profile.with(Grant.readable(need));
            }
            return sandbox.confine(Demand.REQUIRED, profile, forwarded, attempt("listed", turn));
        }

        void end() {
            egress.end(JOB);
        }

        private Path attempt(String way, int turn) throws IOException {
            return Files.createDirectories(ground.resolve("attempt-" + way + turn));
        }
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
