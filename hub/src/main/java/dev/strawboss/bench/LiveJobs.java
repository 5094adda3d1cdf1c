package dev.strawboss.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Jobs whose commands sleep, under way in a hub.
record LiveJobs(List<String> ids) {
    private static final int AT_ONCE = 100;

    /// Returns once all of them run.
    static LiveJobs start(Stage stage, StdioServer bridge, int jobs)
            throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < jobs; i++) {
            Map<?, ?> job = bridge.ask("run", stage.run("sleep", "3600"));
            ids.add(String.valueOf(job.get("job")));
        }
        Map<String, Object> running = Map.of("state", List.of("running"), "limit", 1);
        while (bridge.total(running) < jobs) {
            Thread.sleep(50);
        }
        return new LiveJobs(ids);
    }

    String last() {
        return ids.getLast();
    }

    void stop(StdioServer bridge) throws IOException {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            bridge.ask("stop", Map.of("jobs", some));
        }
    }
}
