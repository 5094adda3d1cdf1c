package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a history of very many jobs costs: everything is measured in turns on a store with a
/// thousand and on the large one.
record LargeStore(Path installed, int jobs) implements Part {
    private static final int FEW = 1_000;
    private static final double MOST = 2;
    private static final int ROUNDS = 6;
    private static final int READS = 100;
    private static final int DISPATCHES = 400;
    private static final int STARTS = 5;
    private static final int PAGE = 20;

    private static final Map<String, Map<String, Object>> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("the newest 20", Map.of());
        LISTS.put("failed", Map.of("state", List.of("failed")));
        LISTS.put("a rare state", Map.of("state", List.of("timed_out")));
        LISTS.put("a common tag", Map.of("tags", List.of("nightly")));
        LISTS.put("a rare tag", Map.of("tags", List.of("release")));
        LISTS.put("a project", Map.of("project", "project-7"));
        LISTS.put(
                "failed of a project", Map.of("project", "project-7", "state", List.of("failed")));
        LISTS.put(
                "failed of an agent, none", Map.of("agent", "agent-1", "state", List.of("failed")));
        LISTS.put("a common word", Map.of("text", "parser"));
        LISTS.put("a rare word", Map.of("text", "t777"));
        LISTS.put("two words of a project", Map.of("text", "rename login", "project", "project-3"));
    }

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        try (Stage few = new Stage(installed);
                Stage many = new Stage(installed)) {
            few.fill(FEW);
            long begin = System.nanoTime();
            many.fill(jobs);
            double filled = (System.nanoTime() - begin) / 1e9;
            starts(few, many, report);
            try (StdioServer small = few.bridge();
                    StdioServer large = many.bridge()) {
                small.exchange(StdioServer.initialize(0));
                large.exchange(StdioServer.initialize(0));
                few.takeSlot(small);
                many.takeSlot(large);
                for (Map.Entry<String, Map<String, Object>> list : LISTS.entrySet()) {
                    Map<String, Object> page = page(small, list.getValue());
                    compare(
                            "jobs, %s, %s a page".formatted(list.getKey(), page.get("limit")),
                            "jobs",
                            page,
                            READS,
                            small,
                            large,
                            report);
                }
                compare(
                        "dispatch, durable",
                        "dispatch",
                        few.dispatch(),
                        DISPATCHES,
                        small,
                        large,
                        report);
            }
            report.add(
                    Figure.plain(
                            "size of the large store",
                            many.storeMegabytes(),
                            "MB",
                            "filled in %.0f s".formatted(filled)));
        }
    }

    /// A page that the small store can fill too: else a page is compared with a line.
    private static Map<String, Object> page(StdioServer small, Map<String, Object> filter)
            throws IOException {
        Map<String, Object> page = new LinkedHashMap<>(filter);
        page.put("limit", Math.clamp(small.total(filter), 1, PAGE));
        return page;
    }

    private void starts(Stage few, Stage many, Report report) throws IOException {
        Timings small = new Timings(STARTS);
        Timings large = new Timings(STARTS);
        for (int i = -1; i < STARTS; i++) {
            for (Stage stage : List.of(few, many)) {
                stage.stopHub();
                long time = stage.initialize();
                if (i >= 0) {
                    (stage == few ? small : large).add(time);
                }
            }
        }
        report.add(figure("start of the hub", small.p50(), large.p50()));
    }

    private void compare(
            String name,
            String tool,
            Map<String, Object> arguments,
            int calls,
            StdioServer small,
            StdioServer large,
            Report report)
            throws IOException {
        Timings few = new Timings(calls * ROUNDS);
        Timings many = new Timings(calls * ROUNDS);
        for (int round = -1; round < ROUNDS; round++) {
            Timings first = small.exchanges(calls, i -> StdioServer.call(i, tool, arguments));
            Timings second = large.exchanges(calls, i -> StdioServer.call(i, tool, arguments));
            if (round >= 0) {
                few.addAll(first);
                many.addAll(second);
            }
        }
        report.add(figure(name, few.p50(), many.p50()));
    }

    private Figure figure(String name, double few, double many) {
        return Figure.atMost(
                "%s: %,d jobs to %,d".formatted(name, jobs, FEW),
                many / few,
                "times",
                MOST,
                "p50 %.2f ms to %.2f ms".formatted(many, few));
    }
}
