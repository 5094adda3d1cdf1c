package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Dispatches of 64 callers that share one bridge, while no slot is free.
record ManyCallers(Path installed) implements Part {
    private static final int CALLERS = 64;
    private static final int WARM_UP = 10_000;
    private static final int CALLS = 20_000;

    @Override
    public void measure(Report report) throws IOException {
        try (Stage stage = new Stage(installed);
                StdioServer bridge = stage.bridge()) {
            double fdatasync = stage.fdatasync(1_000).p50();
            bridge.exchange(StdioServer.initialize(0));
            stage.takeSlot(bridge);
            Map<String, Object> dispatch = stage.dispatch();
            bridge.rate(WARM_UP, CALLERS, i -> StdioServer.call(10 + i, "dispatch", dispatch));
            double rate =
                    bridge.rate(
                            CALLS,
                            CALLERS,
                            i -> StdioServer.call(10 + WARM_UP + i, "dispatch", dispatch));
            report.add(
                    Figure.atLeast(
                            "dispatch, durable, 64 callers, no free slot",
                            rate,
                            "jobs/s",
                            5_000,
                            "fdatasync alone %,.0f/s".formatted(1_000 / fdatasync)));
        }
    }
}
