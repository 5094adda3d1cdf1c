package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// How fast single calls are answered, on an empty store and on one with a history.
///
/// @param history finished jobs in the second store
/// @param settle seconds after its start at which the hub's memory is read
record CallSpeeds(Path installed, int history, int settle) implements Part {
    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        try (Stage empty = new Stage(installed)) {
            Yardsticks bare = yardsticks(empty);
            double accept = accepts(empty, bare, "empty store", bare.acceptLimit(), report);
            try (Stage full = new Stage(installed)) {
                full.fill(history);
                start(full, report);
                accepts(full, bare, history + " jobs of history", accept * 1.2, report);
                reading(full, bare, report);
            }
        }
    }

    /// @param fdatasync of 4 KB, p50, ms
    /// @param roundTrip of the bare bridge and the echo server, p50, ms
    /// @param rate of the same pair with 16 under way, calls/s
    private record Yardsticks(double fdatasync, double roundTrip, double rate) {
        double acceptLimit() {
            return 5 * fdatasync + roundTrip;
        }

        String beside() {
            return "fdatasync %.3f ms, bare round trip %.3f ms".formatted(fdatasync, roundTrip);
        }
    }

    private static Yardsticks yardsticks(Stage stage) throws IOException, InterruptedException {
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
    private static double accepts(
            Stage stage, Yardsticks bare, String name, double limit, Report report)
            throws IOException {
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            stage.takeSlot(bridge);
            Map<String, Object> dispatch = stage.dispatch();
            bridge.exchanges(500, i -> StdioServer.call(10 + i, "dispatch", dispatch));
            Timings timings =
                    bridge.exchanges(3_000, i -> StdioServer.call(1_000 + i, "dispatch", dispatch));
            report.add(
                    Figure.atMost(
                            "dispatch, durable, p50, " + name,
                            timings.p50(),
                            "ms",
                            limit,
                            bare.beside()));
            report.add(
                    Figure.atMost(
                            "dispatch, durable, p99, " + name,
                            timings.p99(),
                            "ms",
                            10,
                            bare.beside()));
            return timings.p50();
        }
    }

    private void start(Stage stage, Report report) throws IOException, InterruptedException {
        Timings cold = new Timings(5);
        for (int i = 0; i < 5; i++) {
            stage.stopHub();
            cold.add(stage.initialize());
        }
        report.add(Figure.atMost("initialize, hub down, p50", cold.p50(), "ms", 600, "5 starts"));
        long started = System.nanoTime();
        Timings warm = new Timings(20);
        for (int i = 0; i < 20; i++) {
            warm.add(stage.initialize());
        }
        report.add(Figure.atMost("initialize, hub up, p50", warm.p50(), "ms", 60, "20 bridges"));
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            Thread.sleep(Math.max(0, settle * 1_000L - (System.nanoTime() - started) / 1_000_000));
            String after = settle + " s after the start";
            double hub = Stage.residentMegabytes(stage.hub().pid());
            report.add(Figure.atMost("memory of the hub", hub, "MB", 120, after));
            double own = Stage.residentMegabytes(bridge.pid());
            report.add(Figure.atMost("memory of a bridge", own, "MB", 45, after));
        }
    }

    private void reading(Stage stage, Yardsticks bare, Report report) throws IOException {
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            Map<String, Object> newest = Map.of("limit", 10);
            bridge.exchanges(2_000, i -> StdioServer.call(i, "jobs", newest));
            Timings jobs = bridge.exchanges(5_000, i -> StdioServer.call(i, "jobs", newest));
            report.add(
                    Figure.atMost(
                            "jobs, 10 newest of " + history + ", p50",
                            jobs.p50(),
                            "ms",
                            0.5,
                            "bare round trip %.3f ms".formatted(bare.roundTrip())));
            Map<String, Object> cheap = Map.of("what", "projects", "action", "list");
            bridge.rate(20_000, 16, i -> StdioServer.call(i, "setup", cheap));
            double rate = bridge.rate(100_000, 16, i -> StdioServer.call(i, "setup", cheap));
            String beside = "bare bridge and echo %,.0f/s".formatted(bare.rate());
            report.add(
                    Figure.atLeast(
                            "calls (setup) with 16 under way", rate, "calls/s", 15_000, beside));
            report.add(
                    Figure.atLeast(
                            "… as a share of the bare pair",
                            100 * rate / bare.rate(),
                            "%",
                            60,
                            beside));
        }
    }
}
