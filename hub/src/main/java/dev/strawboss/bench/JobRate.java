package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Jobs of `true` from the first request to the last end, eight at once, in turns with the bare
/// spawning of as many and with other queues on this machine.
record JobRate(Path installed) implements Part {
    static final int SLOTS = 8;

    private static final int ROUNDS = 3;
    private static final int JOBS = 300;
    private static final int UNDER_WAY = 64;
    private static final List<String> UNFINISHED =
            List.of("queued", "preparing", "running", "verifying");

    @Override
    public void measure(Report report) throws IOException, InterruptedException {
        Rates bare = new Rates();
        Rates bareAtOnce = new Rates();
        Rates ours = new Rates();
        Rates pueue = new Rates();
        Rates spooler = new Rates();
        Optional<Pueue> hasPueue = Pueue.find();
        Optional<TaskSpooler> hasSpooler = TaskSpooler.find();
        try (Stage stage = new Stage(installed, "slots: " + SLOTS + "\n");
                StdioServer bridge = stage.bridge()) {
            bridge.exchange(StdioServer.initialize(0));
            run(stage, bridge, JOBS / 2);
            Stage.Used before = stage.used();
            for (int round = 0; round < ROUNDS; round++) {
                bare.add(Spawns.rate(1));
                bareAtOnce.add(Spawns.rate(SLOTS));
                ours.add(run(stage, bridge, JOBS));
                if (hasPueue.isPresent()) {
                    pueue.add(hasPueue.get().rate());
                }
                if (hasSpooler.isPresent()) {
                    spooler.add(hasSpooler.get().rate());
                }
            }
            Stage.Used after = stage.used();
            double jobs = ROUNDS * JOBS;
            report.add(
                    Figure.plain(
                            "processor time of a job of true",
                            (after.hub() - before.hub() + after.runners() - before.runners())
                                    / jobs,
                            "ms",
                            "hub %.1f, runner and command %.1f"
                                    .formatted(
                                            (after.hub() - before.hub()) / jobs,
                                            (after.runners() - before.runners()) / jobs)));
        }
        report.add(
                Figure.atLeast(
                        "jobs of true, 8 at once",
                        ours.median(),
                        "jobs/s",
                        bare.median() / 10,
                        "a tenth of bare spawning one by one, %s; ours %s".formatted(bare, ours)));
        report.add(
                Figure.plain(
                        "… as a share of bare spawning, 8 at once",
                        100 * ours.median() / bareAtOnce.median(),
                        "%",
                        "bare " + bareAtOnce));
        report.add(
                hasPueue.isEmpty()
                        ? Figure.missing("… as a multiple of pueue's", Pueue.MISSING)
                        : Figure.atLeast(
                                "… as a multiple of pueue's",
                                ours.median() / pueue.median(),
                                "times",
                                5,
                                "pueue, 8 at once, " + pueue));
        report.add(
                hasSpooler.isEmpty()
                        ? Figure.missing("… as a multiple of task-spooler's", TaskSpooler.MISSING)
                        : Figure.plain(
                                "… as a multiple of task-spooler's",
                                ours.median() / spooler.median(),
                                "times",
                                "task-spooler, 8 at once, keeps nothing durable, " + spooler));
    }

    private static double run(Stage stage, StdioServer bridge, int jobs)
            throws IOException, InterruptedException {
        Map<String, Object> command = stage.run("true");
        Map<String, Object> unfinished = Map.of("state", UNFINISHED, "limit", 1);
        long begin = System.nanoTime();
        bridge.rate(jobs, UNDER_WAY, i -> StdioServer.call(i, "run", command));
        while (bridge.total(unfinished) > 0) {
            Thread.sleep(50);
        }
        return jobs / ((System.nanoTime() - begin) / 1e9);
    }
}
