package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How soon a hub knows again of commands that outlived the last one. Of the last of them, which is
/// taken up after all others, the command ends while no hub lives: the time is that from the start
/// of a bridge, which starts the hub, until that end is told.
record Adoption(Path installed, int jobs) implements Part {
    private static final int STARTS = 3;

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        try (Stage stage = new Stage(installed, "slots: " + (jobs + 1) + "\n")) {
            double empty = emptyStart(stage);
            LiveJobs live;
            try (StdioServer bridge = stage.bridge()) {
                bridge.exchange(StdioServer.initialize(0));
                live = LiveJobs.start(stage, bridge, jobs);
            }
            Timings adoptions = new Timings(STARTS);
            for (int i = 0; i < STARTS; i++) {
                adoptions.add(adopt(stage));
            }
            report.add(
                    Figure.atMost(
                            "%,d live jobs adopted, from the hub's start".formatted(jobs),
                            adoptions.p50(),
                            "ms",
                            1_000,
                            "%d starts; start without jobs %.0f ms".formatted(STARTS, empty)));
            try (StdioServer bridge = stage.bridge()) {
                live.stop(bridge);
            }
        }
    }

    private static double emptyStart(Stage stage) throws IOException {
        Timings empty = new Timings(STARTS);
        for (int i = 0; i < STARTS; i++) {
            stage.stopHub();
            empty.add(stage.initialize());
        }
        return empty.p50();
    }

    private static long adopt(Stage stage) throws IOException, InterruptedException {
        String last;
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            last = String.valueOf(bridge.ask("run", stage.run("sleep", "3600")).get("job"));
            Path worker = stage.home().state().resolve("jobs/" + last + "/1/worker");
            while (!Files.exists(worker) || Files.readString(worker).isBlank()) {
                Thread.sleep(5);
            }
            stage.killHub();
            long pid = Long.parseLong(Files.readString(worker).strip().split(" ", -1)[0]);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Path exit = worker.resolveSibling("exit");
            while (!Files.readString(exit).endsWith(".")) {
                Thread.sleep(5);
            }
        }
        long begin = System.nanoTime();
        try (StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            Map<?, ?> answer = bridge.ask("wait", Map.of("jobs", List.of(last)));
            if (!Boolean.TRUE.equals(answer.get("done"))) {
                throw new IOException("the job " + last + " was not adopted: " + answer);
            }
            return System.nanoTime() - begin;
        }
    }
}
