package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// task-spooler (Debian), which keeps its jobs in memory.
record TaskSpooler(Path program) {
    static final String MISSING = "not installed (apt-get install task-spooler)";

    private static final int JOBS = 300;

    static Optional<TaskSpooler> find() {
        return Peer.find("tsp").map(TaskSpooler::new);
    }

    /// Jobs finished per second, [JobRate#SLOTS] at once.
    double rate() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("strawboss-bench-tsp");
        Peer spooler =
                new Peer(
                        Map.of(
                                "TS_SOCKET", directory.resolve("socket").toString(),
                                "TMPDIR", directory.toString()));
        try {
            spooler.run(program, "-S", JobRate.SLOTS);
            long begin = System.nanoTime();
            for (int i = 0; i < JOBS; i++) {
                spooler.run(program, "-n", "true");
            }
            while (spooler.run(program).lines().anyMatch(TaskSpooler::isUnfinished)) {
                Thread.sleep(5);
            }
            return JOBS / ((System.nanoTime() - begin) / 1e9);
        } finally {
            spooler.run(program, "-K");
            spooler.run("rm", "-rf", directory);
        }
    }

    private static boolean isUnfinished(String line) {
        return line.matches("\\d+ +(queued|running|allocating|skipped) .*");
    }
}
