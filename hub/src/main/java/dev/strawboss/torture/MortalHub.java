package dev.strawboss.torture;

import dev.strawboss.bridge.HubFile;
import dev.strawboss.bridge.HubStarter;
import dev.strawboss.bridge.Launch;
import dev.strawboss.client.HubClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The real hub of a ground, one process after another. Whoever calls it starts it.
final class MortalHub {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ground ground;
    private final HubStarter starter;
    private int kills;

    /// @param command that starts a hub: java and its options first, `hub serve` last
    MortalHub(Ground ground, List<String> command) throws IOException {
        this.ground = ground;
        List<String> mortal = new ArrayList<>(command);
        mortal.add(1, "-Dstrawboss.crash=" + ground.crashes());
        Launch launch = new Launch(ground.directory().resolve("launch"));
        launch.write(mortal);
        this.starter = new HubStarter(ground.home(), launch);
    }

    HubClient client(String name) {
        return new HubClient(starter, name, "1");
    }

    /// The next hubs die there, one after the other.
    ///
    /// @param deaths such as `CLAIMED:1`
    void arm(List<String> deaths) throws IOException {
        Path fresh = Files.write(ground.crashes().resolve("armed.fresh"), deaths);
        Files.move(fresh, ground.crashes().resolve("armed"), StandardCopyOption.ATOMIC_MOVE);
        Files.deleteIfExists(ground.crashes().resolve("passed"));
    }

    /// The deaths that are still to come.
    List<String> armed() throws IOException {
        Path armed = ground.crashes().resolve("armed");
        return Files.exists(armed) ? Files.readAllLines(armed) : List.of();
    }

    /// Takes the next death back. The hub that runs keeps it.
    void disarmNext() throws IOException {
        List<String> rest = armed();
        Files.write(ground.crashes().resolve("armed"), rest.subList(1, rest.size()));
    }

    /// A line for each pass since [#arm]: pid and point, and `died` if it did.
    List<String> passes() throws IOException {
        Path passed = ground.crashes().resolve("passed");
        return Files.exists(passed) ? Files.readAllLines(passed) : List.of();
    }

    Optional<HubFile> running() throws IOException {
        return HubFile.read(ground.home().state()).filter(HubFile::alive);
    }

    /// How often [#kill] hit one.
    int kills() {
        return kills;
    }

    /// Kills the hub that runs, if one does, and returns when it is gone.
    void kill() throws IOException, InterruptedException {
        Optional<HubFile> hub = running();
        if (hub.isPresent()) {
            ProcessHandle.of(hub.get().pid()).ifPresent(ProcessHandle::destroyForcibly);
            awaitEnd(hub.get());
            kills++;
        }
    }

    /// Ends it in good order.
    void stop() throws IOException, InterruptedException {
        Optional<HubFile> hub = running();
        if (hub.isPresent()) {
            ProcessHandle.of(hub.get().pid()).ifPresent(ProcessHandle::destroy);
            awaitEnd(hub.get());
        }
    }

    private static void awaitEnd(HubFile hub) throws InterruptedException, IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (hub.alive()) {
            if (System.nanoTime() > deadline) {
                throw new IOException("hub " + hub.pid() + " does not end");
            }
            Thread.sleep(1);
        }
    }
}
