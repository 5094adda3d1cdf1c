package dev.strawboss.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// pueue (crates.io), client and daemon.
record Pueue(Path client, Path daemon) {
    static final String MISSING = "not installed (cargo install pueue)";

    private static final int JOBS = 150;

    static Optional<Pueue> find() {
        Optional<Path> daemon = Peer.find("pueued");
        return daemon.isEmpty()
                ? Optional.empty()
                : Peer.find("pueue").map(client -> new Pueue(client, daemon.get()));
    }

    /// Jobs finished per second, [JobRate#SLOTS] at once.
    double rate() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("strawboss-bench-pueue");
        Path configuration = directory.resolve("pueue.yml");
        Files.writeString(
                configuration,
                "shared:\n  pueue_directory: '%s'\n  runtime_directory: '%s'\n"
                        .formatted(directory, directory));
        Peer pueue = new Peer(Map.of("PUEUE_CONFIG_PATH", configuration.toString()));
        Process server = pueue.start(daemon);
        try {
            awaitDaemon(pueue);
            pueue.run(client, "parallel", JobRate.SLOTS);
            long begin = System.nanoTime();
            for (int i = 0; i < JOBS; i++) {
                pueue.run(client, "add", "--", "true");
            }
            while (!isDone(pueue)) {
                Thread.sleep(5);
            }
            return JOBS / ((System.nanoTime() - begin) / 1e9);
        } finally {
            server.destroy();
            server.waitFor();
            pueue.run("rm", "-rf", directory);
        }
    }

    private boolean isDone(Peer pueue) throws IOException, InterruptedException {
        String status = pueue.run(client, "status", "--json");
        return !status.contains("\"Queued\"") && !status.contains("\"Running\"");
    }

    private void awaitDaemon(Peer pueue) throws IOException, InterruptedException {
        for (int tries = 0; pueue.start(client, "status").waitFor() != 0; tries++) {
            if (tries == 100) {
                throw new IOException("pueued does not answer");
            }
            Thread.sleep(50);
        }
    }
}
