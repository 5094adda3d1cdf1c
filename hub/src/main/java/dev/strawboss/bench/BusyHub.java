package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// What a dispatch and the hub's memory cost while many jobs run and more wait.
record BusyHub(Path installed, int running, int queued) implements Part {
    private static final int CALLS = 3_000;

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        try (Stage stage = new Stage(installed, "slots: " + running + "\n");
                StdioServer bridge = stage.bridge()) {
            double fdatasync = stage.fdatasync(1_000).p50();
            bridge.exchange(StdioServer.initialize(0));
            LiveJobs live = LiveJobs.start(stage, bridge, running);
            Map<String, Object> dispatch = stage.dispatch();
            bridge.rate(queued, 16, i -> StdioServer.call(10 + i, "dispatch", dispatch));
            Timings timings =
                    bridge.exchanges(
                            CALLS, i -> StdioServer.call(10 + queued + i, "dispatch", dispatch));
            String load = "%,d running, %,d queued".formatted(running, queued);
            report.add(
                    Figure.atMost(
                            "dispatch, p99, " + load,
                            timings.p99(),
                            "ms",
                            20,
                            "p50 %.2f ms, fdatasync %.3f ms".formatted(timings.p50(), fdatasync)));
            report.add(
                    Figure.atMost(
                            "memory of the hub, " + load,
                            Stage.residentMegabytes(stage.hub().pid()),
                            "MB",
                            250,
                            "after %,d more dispatches".formatted(CALLS)));
            bridge.ask("control", Map.of("action", "pause", "everything", true));
            live.stop(bridge);
        }
    }
}
