package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// A day of a busy hub in short: jobs of every sort, clients that come and go, searches, clean-ups
/// and one restart; now and then, when nothing runs, what the hub holds is looked at. After the
/// warm-up it must not grow.
///
/// @param time how long; a quarter of it is warm-up, at the end of which the hub is restarted
record Soak(Path installed, Duration time) implements Part {
    private static final int LOOKS = 16;
    private static final int WARM_UP = LOOKS / 4;
    private static final Duration PACE = Duration.ofMillis(300);
    private static final String KEPT = "45s";
    private static final double GROWTH = 1.1;
    private static final List<String> UNFINISHED =
            List.of("queued", "waiting", "preparing", "running", "verifying");

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        List<Holdings> looks = new ArrayList<>();
        int jobs = 0;
        try (Stage stage = new Stage(installed, "slots: 4\n")) {
            for (int look = 0; look < LOOKS; look++) {
                if (look == WARM_UP) {
                    stage.stopHub();
                }
                jobs += work(stage, time.dividedBy(LOOKS), jobs);
                looks.add(Holdings.of(stage));
                report.add(
                        Figure.plain(
                                "after %,d jobs".formatted(jobs),
                                looks.getLast().memory(),
                                "MB",
                                looks.getLast().words()));
            }
        }
        List<Holdings> after = looks.subList(WARM_UP, LOOKS);
        judge("memory of the hub, full collections", "MB", after, Holdings::memory, report);
        judge("file descriptors", "", after, Holdings::descriptors, report);
        judge("threads", "", after, Holdings::threads, report);
        judge("store", "MB", after, Holdings::store, report);
        judge("its log", "MB", after, Holdings::log, report);
        judge("files in the state directory", "", after, Holdings::files, report);
    }

    /// Of the looks after the warm-up, the last third beside the first.
    private static void judge(
            String what,
            String unit,
            List<Holdings> looks,
            ToDoubleFunction<Holdings> of,
            Report report) {
        int third = looks.size() / 3;
        double first = mean(looks.subList(0, third), of);
        double last = mean(looks.subList(looks.size() - third, looks.size()), of);
        report.add(
                Figure.atMost(
                        "soak, " + what,
                        last,
                        unit,
                        first * GROWTH,
                        String.format(Locale.ROOT, "%.1f after the warm-up, a tenth more", first)));
    }

    private static double mean(List<Holdings> looks, ToDoubleFunction<Holdings> of) {
        return looks.stream().mapToDouble(of).average().orElseThrow();
    }

    /// @return how many jobs it asked for
    private static int work(Stage stage, Duration time, int before)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        int jobs = 0;
        while (System.nanoTime() < end) {
            try (StdioServer bridge = stage.bridge()) {
                bridge.exchange(StdioServer.initialize(0));
                for (int i = 0; i < 20 && System.nanoTime() < end; i++) {
                    ask(stage, bridge, before + jobs++);
                    Thread.sleep(PACE);
                }
                Map<String, Object> unfinished = Map.of("state", UNFINISHED, "limit", 1);
                while (bridge.total(unfinished) > 0) {
                    Thread.sleep(50);
                }
                bridge.ask("jobs", Map.of("text", "greeting"));
            }
        }
        stage.commandLine("cleanup", "--older-than", KEPT);
        return jobs;
    }

    private static void ask(Stage stage, StdioServer bridge, int turn) throws IOException {
        switch (turn % 6) {
            case 0 -> bridge.ask("run", stage.run("true"));
            case 1 -> bridge.ask("run", stage.run("sh", "-c", "echo no >&2; exit 3"));
            case 2 -> bridge.ask("run", stage.run("seq", "20000"));
            case 3 -> bridge.ask("dispatch", stage.dispatch());
            case 4 -> {
                Object job = bridge.ask("run", stage.run("sleep", "600")).get("job");
                bridge.ask("stop", Map.of("jobs", List.of(String.valueOf(job))));
            }
            default ->
                    bridge.ask(
                            "run",
                            Map.of(
                                    "script",
                                    "sleep 600 & sleep 600",
                                    "timeout",
                                    "1s",
                                    "directory",
                                    stage.repository().toString()));
        }
    }
}
