package dev.strawboss.bench;

import dev.strawboss.errors.ErrorCode;
import dev.strawboss.errors.StrawbossException;
import dev.strawboss.json.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the promised speeds on this machine and prints one table.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures the promised speeds here: one table, each figure beside its yardstick.")
public final class BenchCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "One object per line instead of a table.")
    private boolean json;

    @Option(
            names = "--history",
            description =
                    "Finished jobs in the store for the second half (default: ${DEFAULT-VALUE}).",
            defaultValue = "100000")
    private int history;

    @Option(
            names = "--settle",
            description =
                    "Seconds after its start at which the hub's memory is read (default: ${DEFAULT-VALUE}).",
            defaultValue = "60")
    private int settle;

    private final List<Figure> figures = new ArrayList<>();

    @Override
    public Integer call() throws IOException, InterruptedException {
        String distribution = System.getProperty("strawboss.dist");
        if (distribution == null) {
            throw new StrawbossException(
                    ErrorCode.ENVIRONMENT,
                    "The benchmark measures an installed distribution, and this process does not run from one.",
                    "Run it as ./strawboss bench.");
        }
        Path installed = Path.of(distribution);
        try (Stage empty = new Stage(installed)) {
            Yardsticks bare = yardsticks(empty);
            double accept = measureAccepts(empty, bare, "empty store", bare.acceptLimit());
            try (Stage full = new Stage(installed)) {
                full.fill(history);
                measureStart(full);
                measureAccepts(full, bare, history + " jobs of history", accept * 1.2);
                measureReading(full, bare);
            }
        }
        return figures.stream().allMatch(Figure::met) ? 0 : 1;
    }

    /// @param fdatasync of 4 KB, p50, ms
    /// @param roundTrip of the bare bridge and the echo server, p50, ms
    /// @param rate of the same pair with 16 under way, calls/s
    private record Yardsticks(double fdatasync, double roundTrip, double rate) {
        double acceptLimit() {
            return 5 * fdatasync + roundTrip;
        }
    }

    private Yardsticks yardsticks(Stage stage) throws IOException, InterruptedException {
        double fdatasync = stage.fdatasync(1_000).p50();
        Process echo = stage.echoServer(stage.socket());
        try (StdioServer bare = stage.bareBridge(stage.socket())) {
            Map<String, Object> arguments = Map.of("what", "projects", "action", "list");
            bare.rate(20_000, 16, i -> StdioServer.call(i, "setup", arguments));
            double roundTrip =
                    bare.exchanges(3_000, i -> StdioServer.call(i, "setup", arguments)).p50();
            double rate = bare.rate(100_000, 16, i -> StdioServer.call(i, "setup", arguments));
            return new Yardsticks(fdatasync, roundTrip, rate);
        } finally {
            echo.destroy();
        }
    }

    /// @return the p50 in ms
    private double measureAccepts(Stage stage, Yardsticks bare, String name, double limit)
            throws IOException, InterruptedException {
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            // takes the one slot, so that what is accepted waits and its work is not measured
            bridge.exchange(
                    StdioServer.call(
                            1,
                            "run",
                            Map.of(
                                    "command",
                                    List.of("sleep", "600"),
                                    "directory",
                                    stage.repository().toString())));
            Map<String, Object> dispatch =
                    Map.of(
                            "prompt",
                            "Change the greeting.",
                            "agent",
                            "nobody",
                            "directory",
                            stage.repository().toString());
            bridge.exchanges(500, i -> StdioServer.call(10 + i, "dispatch", dispatch));
            Timings timings =
                    bridge.exchanges(3_000, i -> StdioServer.call(1_000 + i, "dispatch", dispatch));
            String beside =
                    "fdatasync %.3f ms, bare round trip %.3f ms"
                            .formatted(bare.fdatasync(), bare.roundTrip());
            report(
                    new Figure(
                            "dispatch, durable, p50, " + name,
                            timings.p50(),
                            "ms",
                            limit,
                            true,
                            beside));
            report(
                    new Figure(
                            "dispatch, durable, p99, " + name,
                            timings.p99(),
                            "ms",
                            10,
                            true,
                            beside));
            return timings.p50();
        }
    }

    private void measureStart(Stage stage) throws IOException, InterruptedException {
        Timings cold = new Timings(5);
        for (int i = 0; i < 5; i++) {
            stage.stopHub();
            cold.add(initialize(stage));
        }
        report(new Figure("initialize, hub down, p50", cold.p50(), "ms", 600, true, "5 starts"));
        long started = System.nanoTime();
        Timings warm = new Timings(20);
        for (int i = 0; i < 20; i++) {
            warm.add(initialize(stage));
        }
        report(new Figure("initialize, hub up, p50", warm.p50(), "ms", 60, true, "20 bridges"));
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            Thread.sleep(Math.max(0, settle * 1_000L - (System.nanoTime() - started) / 1_000_000));
            String after = settle + " s after the start";
            report(
                    new Figure(
                            "memory of the hub",
                            Stage.residentMegabytes(stage.hub().pid()),
                            "MB",
                            120,
                            true,
                            after));
            report(
                    new Figure(
                            "memory of a bridge",
                            Stage.residentMegabytes(bridge.pid()),
                            "MB",
                            45,
                            true,
                            after));
        }
    }

    /// @return nanoseconds from the start of the bridge to its answer
    private static long initialize(Stage stage) throws IOException {
        long begin = System.nanoTime();
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            return System.nanoTime() - begin;
        }
    }

    private void measureReading(Stage stage, Yardsticks bare) throws IOException {
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            Map<String, Object> newest = Map.of("limit", 10);
            bridge.exchanges(2_000, i -> StdioServer.call(i, "jobs", newest));
            Timings jobs = bridge.exchanges(5_000, i -> StdioServer.call(i, "jobs", newest));
            report(
                    new Figure(
                            "jobs, 10 newest of " + history + ", p50",
                            jobs.p50(),
                            "ms",
                            0.5,
                            true,
                            "bare round trip %.3f ms".formatted(bare.roundTrip())));
            Map<String, Object> cheap = Map.of("what", "projects", "action", "list");
            bridge.rate(20_000, 16, i -> StdioServer.call(i, "setup", cheap));
            double rate = bridge.rate(100_000, 16, i -> StdioServer.call(i, "setup", cheap));
            String beside = "bare bridge and echo %,.0f/s".formatted(bare.rate());
            report(
                    new Figure(
                            "calls (setup) with 16 under way",
                            rate,
                            "calls/s",
                            15_000,
                            false,
                            beside));
            report(
                    new Figure(
                            "… as a share of the bare pair",
                            100 * rate / bare.rate(),
                            "%",
                            60,
                            false,
                            beside));
        }
    }

    private void report(Figure figure) {
        figures.add(figure);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.write(figure.toJson()) : figure.toLine());
        out.flush();
    }
}
