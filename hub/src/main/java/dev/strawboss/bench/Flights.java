package dev.strawboss.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Many calls under way at once, run after run: how late the latest are, and whether any is lost.
///
/// @param peer the URL of another MCP server to measure beside ours; empty for none
record Flights(Path installed, String peer) implements Part {
    private static final int RUNS = 20;
    private static final int CALLS = 5_000;
    private static final Map<String, Object> ECHO = Map.of("text", "x");
    private static final Map<String, Object> CHEAP = Map.of("what", "projects", "action", "list");

    /// What one run came to.
    ///
    /// @param lost answers that did not come
    record Run(double p50, double p99, int lost) {
        static Run of(Timings timings, int answered, int asked) {
            return answered == 0
                    ? new Run(Double.NaN, Double.NaN, asked)
                    : new Run(timings.p50(), timings.p99(), asked - answered);
        }
    }

    /// What all came to.
    ///
    /// @param p99 the median
    /// @param sessions in which an answer was lost
    private record Sum(double p50, double p99, int sessions, int answers) {
        private static Sum of(List<Run> runs) {
            return new Sum(
                    median(runs, Run::p50),
                    median(runs, Run::p99),
                    (int) runs.stream().filter(run -> run.lost() > 0).count(),
                    runs.stream().mapToInt(Run::lost).sum());
        }

        private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
            double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        String beside() {
            return "p50 %.2f ms, medians of %d runs".formatted(p50, RUNS);
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
                tell(report, "bridge, setup", window, bridge, Optional.empty());
                Sum ours = sum(window, http(url, token, "setup", CHEAP));
                tell(report, "HTTP, setup", window, ours, Optional.empty());
            }
            echoes(stage, report);
        }
    }

    /// The same tool on both sides, in turns.
    private void echoes(Stage stage, Report report) throws IOException, InterruptedException {
        int port = HttpFlight.freePort();
        Process server = stage.echoHub(port);
        try (BufferedReader printed =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            String token = String.valueOf(printed.readLine());
            HttpFlight.awaitListening(port);
            String url = "http://127.0.0.1:" + port + "/mcp";
            for (int window : List.of(16, 64)) {
                Measure ours = http(url, token, "echo", ECHO);
                if (peer.isEmpty()) {
                    tell(report, "HTTP, echo", window, sum(window, ours), Optional.empty());
                } else {
                    compare(report, window, ours);
                }
            }
        } finally {
            server.destroy();
        }
    }

    private void compare(Report report, int window, Measure ours)
            throws IOException, InterruptedException {
        Measure theirs = http(peer, "", "echo", ECHO);
        List<Run> our = new ArrayList<>();
        List<Run> their = new ArrayList<>();
        ours.run(window); // warm
        theirs.run(window);
        for (int i = 0; i < RUNS; i++) {
            our.add(ours.run(window));
            their.add(theirs.run(window));
        }
        Sum other = Sum.of(their);
        report.add(
                Figure.plain(
                        "peer, echo, %d calls in flight, p99".formatted(window),
                        other.p99(),
                        "ms",
                        other.beside() + ", " + other.lost()));
        tell(report, "HTTP, echo", window, Sum.of(our), Optional.of(other.p99() / 2));
    }

    private static Measure http(
            String url, String token, String tool, Map<String, Object> arguments) {
        return many -> new HttpFlight(url, token, tool, arguments).run(CALLS, many);
    }

    private static Sum sum(int window, Measure measure) throws IOException, InterruptedException {
        measure.run(window); // warm
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(measure.run(window));
        }
        return Sum.of(runs);
    }

    /// @param bound of the p99
    private static void tell(
            Report report, String way, int window, Sum sum, Optional<Double> bound) {
        String name = "%s, %d calls in flight, p99".formatted(way, window);
        report.add(
                bound.map(most -> Figure.atMost(name, sum.p99(), "ms", most, sum.beside()))
                        .orElseGet(() -> Figure.plain(name, sum.p99(), "ms", sum.beside())));
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
