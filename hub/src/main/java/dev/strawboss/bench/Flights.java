package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Many calls under way at once, run after run: how late the latest are, and whether any is lost.
///
/// @param peer the URL of another MCP server to measure beside ours; empty for none
record Flights(Path installed, String peer) implements Part {
    private static final int RUNS = 20;
    private static final int CALLS = 5_000;
    private static final Map<String, Object> CHEAP = Map.of("what", "projects", "action", "list");

    /// What one run came to.
    ///
    /// @param lost answers that did not come
    record Run(double p99, int lost) {}

    /// What all came to.
    ///
    /// @param p99 the median
    /// @param sessions in which an answer was lost
    private record Sum(double p99, int sessions, int answers) {
        private static Sum of(List<Run> runs) {
            double[] sorted = runs.stream().mapToDouble(Run::p99).sorted().toArray();
            return new Sum(
                    sorted[sorted.length / 2],
                    (int) runs.stream().filter(run -> run.lost() > 0).count(),
                    runs.stream().mapToInt(Run::lost).sum());
        }

        String lost() {
            return "%d answers lost in %d of %d runs".formatted(answers, sessions, RUNS);
        }
    }

    /// One run.
    private interface Measure {
        Run run(int window) throws IOException, InterruptedException;
    }

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        int port = HttpFlight.freePort();
        String http = "slots: 1\nhttp: {enabled: true, rate: 1000000, port: " + port + "}\n";
        try (Stage stage = new Stage(installed, http)) {
            String token = stage.token();
            String url = "http://127.0.0.1:" + port + "/mcp";
            HttpFlight.awaitListening(port);
            for (int window : List.of(16, 64)) {
                Sum bridge = sum(window, many -> bridge(stage, many));
                tell(report, "bridge", window, bridge, 0);
                Sum ours =
                        sum(
                                window,
                                many ->
                                        new HttpFlight(url, token, "setup", CHEAP)
                                                .run(CALLS, many));
                double bound = 0;
                if (!peer.isEmpty()) {
                    Sum theirs =
                            sum(
                                    window,
                                    many ->
                                            new HttpFlight(peer, "", "echo", Map.of("text", "x"))
                                                    .run(CALLS, many));
                    report.add(
                            Figure.plain(
                                    "%s, %d calls in flight, p99".formatted(peer, window),
                                    theirs.p99(),
                                    "ms",
                                    theirs.lost()));
                    bound = theirs.p99() / 2;
                }
                tell(report, "HTTP", window, ours, bound);
            }
        }
    }

    private static Sum sum(int window, Measure measure) throws IOException, InterruptedException {
        measure.run(window); // warm
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(measure.run(window));
        }
        return Sum.of(runs);
    }

    /// @param bound of the p99; 0: none
    private static void tell(Report report, String way, int window, Sum sum, double bound) {
        String name = "%s, %d calls in flight, p99".formatted(way, window);
        report.add(
                bound == 0
                        ? Figure.plain(name, sum.p99(), "ms", "median of " + RUNS + " runs")
                        : Figure.atMost(name, sum.p99(), "ms", bound, "half of the other's"));
        report.add(
                Figure.atMost(
                        "… answers lost of %,d".formatted(RUNS * CALLS),
                        sum.answers(),
                        "",
                        0,
                        sum.lost()));
    }

    private static Run bridge(Stage stage, int window) throws IOException {
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            return bridge.flight(CALLS, window, i -> StdioServer.call(10 + i, "setup", CHEAP));
        }
    }
}
